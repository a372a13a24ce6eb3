import { addDays, type Day } from '../../kernel/day.ts'
import type { CalendarPeriod, CalendarPeriodKind } from './calendar.ts'
import { type DayChanges, isWorkingDay, NO_CHANGES, workingDayAfter, workingDayBefore } from './working-day.ts'

/** How the days of one place run: what it works otherwise than the country, and its holidays and weeks of exams. */
export type PlaceCalendar = { dayChanges: DayChanges; periods: readonly CalendarPeriod[] }

/** The country alone, in a year without holidays. */
export const bareCalendar: PlaceCalendar = { dayChanges: NO_CHANGES, periods: [] }

/** What a day falls on that a deadline had better avoid. */
export type Obstruction = {
  kind: 'day-off' | CalendarPeriodKind
  /** Null: a day off. */
  during: { title: string; startsOn: Day; endsOn: Day } | null
  /** The nearest working days outside it. */
  before: Day
  after: Day
}

/** Everything that a day falls on: that nobody works then, and each stretch of the school year that it lies in. */
export function obstructionsOf(on: Day, { dayChanges, periods }: PlaceCalendar): Obstruction[] {
  const off = isWorkingDay(on, dayChanges)
    ? []
    : [
        {
          kind: 'day-off' as const,
          during: null,
          before: workingDayBefore(on, dayChanges),
          after: workingDayAfter(on, dayChanges),
        },
      ]
  const during = periods.filter(({ startsOn, endsOn }) => startsOn <= on && on <= endsOn)
  return [
    ...off,
    ...during.map(({ kind, title, startsOn, endsOn }) => ({
      kind,
      during: { title, startsOn, endsOn },
      before: workingDayBefore(addDays(startsOn, -1), dayChanges),
      after: workingDayAfter(addDays(endsOn, 1), dayChanges),
    })),
  ]
}
