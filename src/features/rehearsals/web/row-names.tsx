import type { RehearsalView } from '../view.ts'
import classes from './rehearsal-page.module.css'
import { RowLink } from './row-link.tsx'

/** Rows of the plan by number and title, with the period in the order's own words. */
export function RowNames({ view, rows }: { view: RehearsalView; rows: readonly number[] }) {
  return rows.map((place) => {
    const row = view.rows[place]
    if (!row) return null
    return (
      <p key={place}>
        <RowLink row={row}>
          <span className={classes.number}>{row.number}</span> {row.title}
        </RowLink>
        {row.periodText ? <span className={classes.soft}> · {row.periodText}</span> : null}
      </p>
    )
  })
}
