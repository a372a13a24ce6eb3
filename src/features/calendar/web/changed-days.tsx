import { useFormat } from '../../../web/use-format.ts'
import { useWords } from '../../../web/use-words.ts'
import type { CalendarView } from '../contract.ts'
import { calendarWords } from '../screen-words.ts'
import { yearDays } from '../year-days.ts'
import classes from './calendar-page.module.css'
import { useSaidWords } from './use-day-words.ts'

/** The days of the year that are otherwise here, in words: for paper and for whoever does not see the grid. */
export function ChangedDays({ view }: { view: CalendarView }) {
  const t = useWords(calendarWords)
  const format = useFormat()
  const saySaid = useSaidWords()
  const drawn = yearDays(view)
  const said = [...new Set(view.days.map((one) => one.day))].flatMap((one) => drawn(one).said ?? [])
  return (
    <section className={classes.part}>
      <h2>{t('days.title')}</h2>
      {said.length === 0 ? (
        <p className={classes.hint}>{t('days.none')}</p>
      ) : (
        <ul className={classes.list}>
          {said.map((one) => (
            <li key={one.id}>
              <span>
                {format.day(one.day)}, {format.weekdayName(one.day).long}
              </span>
              <span>{saySaid(one)}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
