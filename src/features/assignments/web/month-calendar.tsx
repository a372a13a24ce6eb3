import { type KeyboardEvent, useLayoutEffect, useRef, useState } from 'react'
import { type Day, partsOf } from '../../../kernel/day.ts'
import { StateMark } from '../../../web/state-mark.tsx'
import { stateTone } from '../../../web/state-tone.ts'
import { useWords } from '../../../web/use-words.ts'
import { dayStep, weeksOfMonth } from '../month-days.ts'
import { firstOfMonth } from '../timeline.ts'
import type { Entry } from './calendar-entries.ts'
import { weekdays, words } from './calendar-words.ts'
import classes from './month-calendar.module.css'
import { useDayWords } from './use-day-words.ts'
import { useSumWords } from './use-sum-words.ts'

type Props = {
  month: Day
  today: Day
  entries: ReadonlyMap<Day, readonly Entry[]>
  /** The day whose list is open. */
  open: Day | null
  onMonth: (month: Day) => void
  onOpen: (day: Day) => void
}

/** So many entries are read on a day; the rest stands in its list. */
const MOST_SHOWN = 3

/** A month from Monday to Sunday. Arrows move between days and on into the next month, Enter opens a day's list. */
export function MonthCalendar({ month, today, entries, open, onMonth, onOpen }: Props) {
  const t = useWords(words)
  const say = useSumWords()
  const inWords = useDayWords()
  const table = useRef<HTMLTableElement>(null)
  const [at, setAt] = useState<Day>(firstOfMonth(today) === month ? today : month)
  const wanted = useRef(false)
  const here = firstOfMonth(at) === month ? at : month

  useLayoutEffect(() => {
    if (!wanted.current || firstOfMonth(at) !== month) return
    wanted.current = false
    table.current?.querySelector<HTMLElement>(`[data-day="${at}"]`)?.focus()
  }, [at, month])

  const press = (event: KeyboardEvent) => {
    const to = dayStep(event.key, here)
    if (!to) return
    event.preventDefault()
    wanted.current = true
    setAt(to)
    if (firstOfMonth(to) !== month) onMonth(firstOfMonth(to))
  }

  return (
    <table
      ref={table}
      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: the pattern of a grid over a table
      role="grid"
      aria-label={t('label', { month: say.month(month) })}
      className={classes.month}
      onKeyDown={press}
    >
      <thead>
        <tr>
          {weekdays.map((one) => (
            <th key={one} scope="col">
              {t(one)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeksOfMonth(month).map((week) => (
          <tr key={week.find((one) => one !== null)}>
            {week.map((day, index) => {
              if (!day) return <td key={weekdays[index]} className={classes.blank} />
              const found = entries.get(day) ?? []
              return (
                <td
                  key={day}
                  // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: the pattern of a grid over a table
                  role="gridcell"
                  className={classes.day}
                  data-day={day}
                  data-off={!inWords.isWorked(day)}
                  data-today={day === today}
                  aria-current={day === today ? 'date' : undefined}
                  aria-selected={day === open}
                  aria-label={inWords.whole(day, found, today)}
                  tabIndex={day === here ? 0 : -1}
                  onFocus={() => setAt(day)}
                  onClick={() => onOpen(day)}
                  onKeyDown={(event) => {
                    if (event.key !== 'Enter' && event.key !== ' ') return
                    event.preventDefault()
                    onOpen(day)
                  }}
                >
                  <span className={classes.number}>
                    <b>{partsOf(day).day}</b>
                    <small title={inWords.during(day).join(', ') || undefined}>
                      {[inWords.work(day), ...inWords.kinds(day).map((kind) => t(`during.${kind}`))]
                        .filter((part) => part !== '')
                        .join(' · ')}
                    </small>
                  </span>
                  <DayEntries entries={found} />
                </td>
              )
            })}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function DayEntries({ entries }: { entries: readonly Entry[] }) {
  const t = useWords(words)
  const say = useSumWords()
  const shown = entries.length > MOST_SHOWN ? entries.slice(0, MOST_SHOWN - 1) : entries
  return (
    <>
      {shown.map(({ kind, sum, window }) => (
        <span
          key={`${kind}.${sum.id}.${window.window.start}.${window.window.end}`}
          className={classes.entry}
          data-kind={kind}
          data-tone={kind === 'deadline' && window.worst ? stateTone[window.worst] : undefined}
          title={say.name(sum)}
        >
          {kind === 'deadline' && window.worst ? <StateMark state={window.worst} size={14} isSilent /> : null}
          <span>
            {kind === 'beginning' ? `${t('entry.begins')}: ` : ''}
            {say.name(sum)}
          </span>
        </span>
      ))}
      {entries.length > shown.length ? (
        <span className={classes.more}>{t('more', { count: entries.length - shown.length })}</span>
      ) : null}
    </>
  )
}
