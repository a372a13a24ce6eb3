import { type KeyboardEvent, useMemo, useRef, useState } from 'react'
import { addDays, type Day, day, isDay, partsOf } from '../../../kernel/day.ts'
import { useFormat } from '../../../web/use-format.ts'
import { useWords } from '../../../web/use-words.ts'
import type { CalendarView } from '../contract.ts'
import { calendarWords } from '../screen-words.ts'
import { weeksOf, yearDays } from '../year-days.ts'
import { DayDialog } from './day-dialog.tsx'
import { useDayWords } from './use-day-words.ts'
import classes from './year-grid.module.css'

const MONTHS = Array.from({ length: 12 }, (_, index) => index + 1)
const steps: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 }

/** The year by months: one Tab stop, arrows go from day to day, Enter opens one where it may be changed. */
export function YearGrid({ view }: { view: CalendarView }) {
  const { year } = view
  const names = useNames()
  const grid = useRef<HTMLDivElement>(null)
  const [stop, setStop] = useState<Day>(partsOf(view.today).year === year ? view.today : day(year, 1, 1))
  const [open, setOpen] = useState<Day | null>(null)
  const current = partsOf(stop).year === year ? stop : day(year, 1, 1)
  const move = (event: KeyboardEvent) => {
    const step = steps[event.key]
    if (step === undefined) return
    const next = addDays(current, step)
    if (partsOf(next).year !== year) return
    event.preventDefault()
    setStop(next)
    grid.current?.querySelector<HTMLElement>(`[data-day="${next}"]`)?.focus()
  }
  const press = (value: string | undefined) => {
    if (value === undefined || !isDay(value)) return
    setStop(value)
    if (view.mayChange) setOpen(value)
  }
  return (
    <section>
      <Legend />
      {/* biome-ignore lint/a11y/noStaticElementInteractions: arrows go between the buttons inside */}
      <div
        ref={grid}
        className={classes.year}
        onKeyDown={move}
        onClick={({ target }) => target instanceof HTMLElement && press(target.closest('button')?.dataset.day)}
      >
        {MONTHS.map((month) => (
          <Month key={month} view={view} month={month} stop={current} names={names} />
        ))}
      </div>
      {open ? <DayDialog key={open} view={view} day={open} onClose={() => setOpen(null)} /> : null}
    </section>
  )
}

type Names = ReturnType<typeof useNames>
type MonthProps = { view: CalendarView; month: number; stop: Day; names: Names }

function Month({ view, month, stop, names }: MonthProps) {
  const sayDay = useDayWords()
  const drawn = useMemo(() => yearDays(view), [view])
  return (
    <table className={classes.month}>
      <caption>{names.months[month - 1]}</caption>
      <thead>
        <tr>
          {names.weekdays.map(({ short, long }) => (
            <th key={short} scope="col">
              <abbr title={long}>{short}</abbr>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeksOf(view.year, month).map((week, index) => (
          <tr key={week.find((one) => one !== null) ?? index}>
            {week.map((value, place) => {
              if (value === null) return <td key={names.weekdays[place]?.short} />
              const { isWorking, said, periods } = drawn(value)
              const words = sayDay(drawn(value))
              return (
                <td key={value}>
                  <button
                    type="button"
                    className={classes.day}
                    data-prints
                    data-day={value}
                    data-off={isWorking ? undefined : ''}
                    data-said={said ? '' : undefined}
                    data-today={value === view.today ? '' : undefined}
                    tabIndex={value === stop ? 0 : -1}
                    aria-label={words}
                    title={said || periods.length > 0 ? words : undefined}
                  >
                    {partsOf(value).day}
                    {periods.slice(0, 2).map(({ id, kind }) => (
                      <span key={id} className={classes.period} data-kind={kind} />
                    ))}
                  </button>
                </td>
              )
            })}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Legend() {
  const t = useWords(calendarWords)
  return (
    <ul className={classes.legend} aria-label={t('legend.label')}>
      <li>
        <span className={classes.day} data-off="" /> {t('legend.off')}
      </li>
      <li>
        <span className={classes.day} data-said="" /> {t('legend.changed')}
      </li>
      <li>
        <span className={classes.day} data-today="" /> {t('legend.today')}
      </li>
      {(['holidays', 'vpr', 'gia'] as const).map((kind) => (
        <li key={kind}>
          <span className={classes.day}>
            <span className={classes.period} data-kind={kind} />
          </span>{' '}
          {t(`kind.${kind}`)}
        </li>
      ))}
    </ul>
  )
}

/** Months and days of the week, as the reader's language writes them in a calendar. */
function useNames() {
  const format = useFormat()
  return useMemo(() => {
    const monday = day(2024, 1, 1)
    return {
      months: MONTHS.map((month) => format.monthName(month)),
      weekdays: Array.from({ length: 7 }, (_, place) => format.weekdayName(addDays(monday, place))),
    }
  }, [format])
}
