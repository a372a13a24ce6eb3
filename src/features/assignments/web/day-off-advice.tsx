import { type Day, partsOf } from '../../../kernel/day.ts'
import { useFormat } from '../../../web/use-format.ts'
import { useWords } from '../../../web/use-words.ts'
import { obstructionsOf } from '../../calendar/place-calendar.ts'
import type { CellView } from '../cell-view.ts'
import classes from './cell-panel.module.css'
import { words } from './move-words.ts'
import { useYearOf } from './place-days.ts'

type Props = { cell: Pick<CellView, 'authorityId'>; on: Day }

/** Said beside a new deadline on which nobody works, with the working days around it: advice, which keeps nobody from it. */
export function DayOffAdvice({ cell, on }: Props) {
  const t = useWords(words)
  const format = useFormat()
  const calendar = useYearOf([cell.authorityId], partsOf(on).year)
  const off = obstructionsOf(on, calendar).find((one) => one.kind === 'day-off')
  if (!off) return null
  return (
    <p className={classes.soft} role="status">
      {t('dayOff', { day: format.day(on), before: format.day(off.before), after: format.day(off.after) })}
    </p>
  )
}
