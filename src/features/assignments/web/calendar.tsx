import { ActionIcon, Button } from '@mantine/core'
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import { useMemo } from 'react'
import { type Day, isDay, partsOf } from '../../../kernel/day.ts'
import type { OrganisationId } from '../../../kernel/id.ts'
import { useUrlState } from '../../../web/use-url-state.ts'
import { useWords } from '../../../web/use-words.ts'
import { calendarSourceOf } from '../../calendar/working-day.ts'
import { monthParam, monthToOpen, readMonth } from '../month-days.ts'
import { firstOfMonth, frameOf, monthsFrom } from '../timeline.ts'
import type { Frame } from '../window.ts'
import type { ActivitySum } from './activity-sums.ts'
import { type Entry, entriesByDay } from './calendar-entries.ts'
import { words } from './calendar-words.ts'
import { DayPanel, DayParts } from './day-panel.tsx'
import classes from './month-calendar.module.css'
import { MonthCalendar } from './month-calendar.tsx'
import { PlaceDays, useYearOf } from './place-days.ts'
import phone from './timeline-phone.module.css'
import { useDayWords } from './use-day-words.ts'
import { MatrixAddress } from './use-matrix-filters.ts'
import { useSumWords } from './use-sum-words.ts'

type Props = {
  sums: readonly ActivitySum[]
  frames: readonly (Frame & { authorityId: OrganisationId })[]
  today: Day
  isNarrow: boolean
  onOpen: (sum: ActivitySum) => void
}

/** «Календарь»: one month with its deadlines and beginnings; on a phone, the days that have something. */
export function Calendar({ sums, frames, today, isNarrow, onOpen }: Props) {
  const t = useWords(words)
  const [address, setAddress] = useUrlState(MatrixAddress)
  const entries = useMemo(() => entriesByDay(sums), [sums])
  const month = readMonth(address.month) ?? monthToOpen(today, frameOf(frames))
  const open = address.day && isDay(address.day) ? address.day : null
  const go = (to: Day) => setAddress({ month: monthParam(to), day: undefined })
  const { year } = partsOf(month)
  const days = useYearOf(
    frames.map((one) => one.authorityId),
    year,
  )
  return (
    <PlaceDays value={days}>
      <div className={classes.frame}>
        <MonthBar month={month} today={today} entries={entries} onMonth={go} />
        {isNarrow ? (
          <DaysOfMonth month={month} entries={entries} onOpen={onOpen} />
        ) : (
          <MonthCalendar
            month={month}
            today={today}
            entries={entries}
            open={open}
            onMonth={go}
            onOpen={(day) => setAddress({ day, of: undefined, cell: undefined })}
          />
        )}
        {calendarSourceOf(year)?.isComplete ? null : <p className={classes.note}>{t('incomplete', { year })}</p>}
        {open && !address.of && !address.cell ? (
          <DayPanel
            day={open}
            entries={entries.get(open) ?? []}
            onOpen={onOpen}
            onClose={() => setAddress({ day: undefined })}
          />
        ) : null}
      </div>
    </PlaceDays>
  )
}

type OfMonth = { month: Day; entries: ReadonlyMap<Day, readonly Entry[]> }

function MonthBar({ month, today, entries, onMonth }: OfMonth & { today: Day; onMonth: (month: Day) => void }) {
  const t = useWords(words)
  const say = useSumWords()
  const all = daysOfMonth({ month, entries }).flatMap(([, found]) => found)
  const deadlines = all.filter((one) => one.kind === 'deadline').length
  return (
    <div className={classes.nav}>
      <ActionIcon
        variant="default"
        aria-label={t('before')}
        title={t('before')}
        onClick={() => onMonth(monthsFrom(month, -1))}
      >
        <IconChevronLeft size="var(--icon)" aria-hidden="true" />
      </ActionIcon>
      <h2 aria-live="polite">{say.month(month)}</h2>
      <ActionIcon
        variant="default"
        aria-label={t('after')}
        title={t('after')}
        onClick={() => onMonth(monthsFrom(month, 1))}
      >
        <IconChevronRight size="var(--icon)" aria-hidden="true" />
      </ActionIcon>
      <Button size="compact-md" disabled={firstOfMonth(today) === month} onClick={() => onMonth(firstOfMonth(today))}>
        {t('today')}
      </Button>
      <p>{all.length > 0 ? t('sum', { deadlines, beginnings: all.length - deadlines }) : t('none')}</p>
    </div>
  )
}

function DaysOfMonth({ month, entries, onOpen }: OfMonth & Pick<Props, 'onOpen'>) {
  const inWords = useDayWords()
  return (
    <div className={phone.months}>
      {daysOfMonth({ month, entries }).map(([day, found]) => (
        <section key={day}>
          <h2>{inWords.name(day)}</h2>
          <DayParts entries={found} onOpen={onOpen} />
        </section>
      ))}
    </div>
  )
}

function daysOfMonth({ month, entries }: OfMonth): [Day, readonly Entry[]][] {
  return [...entries].filter(([day]) => firstOfMonth(day) === month).sort(([one], [other]) => one.localeCompare(other))
}
