import { memo } from 'react'
import { useWords } from '../../../web/use-words.ts'
import type { GridColumn, GridRow } from './matrix-filter.ts'
import classes from './matrix-grid.module.css'
import { totalOf } from './matrix-lines.ts'
import { words } from './matrix-words.ts'

type Props = { rows: readonly GridRow[]; columns: readonly GridColumn[]; place: number }

/** At the foot: how much of each activity is done, of all that it asks of the shown organisations. */
export const MatrixTotals = memo(function MatrixTotals({ rows, columns, place }: Props) {
  const t = useWords(words)
  return (
    <tfoot>
      <tr aria-rowindex={place}>
        <th scope="row" className={classes.totals}>
          {t('grid.totals')}
        </th>
        {columns.map((column) => {
          const total = totalOf(rows, column)
          return (
            <td key={column.index} title={t('grid.totals.say', total)}>
              {total.asked === 0 ? '' : `${total.done}/${total.asked}`}
            </td>
          )
        })}
      </tr>
    </tfoot>
  )
})
