import { memo } from 'react'
import { useWords } from '../../../web/use-words.ts'
import { type GridColumn, sectionOf } from './matrix-filter.ts'
import classes from './matrix-grid.module.css'
import { words } from './matrix-words.ts'

type Props = {
  columns: readonly GridColumn[]
  /** The column in which the reader is. */
  at: number | null
}

/** Sections above, numbers of activities below them; both stay in view. */
export const MatrixHead = memo(function MatrixHead({ columns, at }: Props) {
  const t = useWords(words)
  const removed = ({ removedBy }: GridColumn) =>
    removedBy === null ? '' : t('column.removed', { revision: removedBy })
  return (
    <thead>
      <tr aria-rowindex={1}>
        <th scope="col" rowSpan={2} className={classes.corner} data-corner>
          {t('grid.organisation')}
        </th>
        {sectionsOf(columns).map((section) => (
          <th key={section.key} scope="colgroup" colSpan={section.count} className={classes.section}>
            <span title={section.title}>{section.title}</span>
          </th>
        ))}
      </tr>
      <tr aria-rowindex={2}>
        {columns.map((one, index) => (
          <th
            key={one.index}
            scope="col"
            className={classes.number}
            data-column={index}
            data-at={at === index}
            data-removed={one.removedBy !== null}
            title={[`${one.number ?? ''} ${one.title}`.trim(), removed(one)].filter(Boolean).join('. ')}
          >
            {one.removedBy === null ? (one.number ?? index + 1) : <s>{one.number ?? index + 1}</s>}
            <span className="hidden-visually">{[one.title, removed(one)].filter(Boolean).join('. ')}</span>
          </th>
        ))}
      </tr>
    </thead>
  )
})

function sectionsOf(columns: readonly GridColumn[]) {
  const sections: { key: string; title: string; count: number }[] = []
  let last = ''
  for (const [index, column] of columns.entries()) {
    const section = sections.at(-1)
    if (section && last === sectionOf(column)) section.count++
    else sections.push({ key: `${index}`, title: column.sectionTitle ?? '', count: 1 })
    last = sectionOf(column)
  }
  return sections
}
