import type { ReactNode } from 'react'
import classes from './definition-list.module.css'

export type Definition = { term: string; value: ReactNode }

/** Terms at the left, what they are at the right; an absent value is a dash, never an empty place. */
export function DefinitionList({ items }: { items: readonly Definition[] }) {
  return (
    <dl className={classes.list}>
      {items.map(({ term, value }) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{value === null || value === undefined || value === '' ? '—' : value}</dd>
        </div>
      ))}
    </dl>
  )
}
