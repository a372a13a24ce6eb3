import { addDays, type Day, day, daysInMonth, weekday } from '../../kernel/day.ts'
import type { CalendarView } from './contract.ts'
import { type DayChanges, isWorkingDay } from './working-day.ts'

export type SaidDay = CalendarView['days'][number]
export type SaidPeriod = CalendarView['periods'][number]

/** A day of the year as it is drawn. */
export type YearDay = {
  day: Day
  isWorking: boolean
  /** What was said of it otherwise than the country says, by the nearest place. */
  said: SaidDay | null
  periods: readonly SaidPeriod[]
}

/** The weeks of a month from Monday to Sunday; null: a day of another month. */
export function weeksOf(year: number, month: number): (Day | null)[][] {
  const first = day(year, month, 1)
  const before = weekday(first) - 1
  const count = daysInMonth(year, month)
  return Array.from({ length: Math.ceil((before + count) / 7) }, (_, week) =>
    Array.from({ length: 7 }, (__, place) => {
      const at = week * 7 + place - before
      return at >= 0 && at < count ? addDays(first, at) : null
    }),
  )
}

/** How each day of the view's year is drawn. */
export function yearDays({ days, periods }: Pick<CalendarView, 'days' | 'periods'>): (value: Day) => YearDay {
  // Of two words about one day the place's own comes last.
  const said = new Map(days.filter((one) => one.isWorking !== null).map((one) => [one.day, one]))
  const changes = changesOf(days)
  return (value) => {
    return {
      day: value,
      isWorking: isWorkingDay(value, changes),
      said: said.get(value) ?? null,
      periods: periods.filter(({ startsOn, endsOn }) => startsOn <= value && value <= endsOn),
    }
  }
}

/** What the view says of days, as rules of working days take it. */
export function changesOf(days: CalendarView['days']): DayChanges {
  return Object.fromEntries(days.flatMap(({ day, isWorking }) => (isWorking === null ? [] : [[day, isWorking]])))
}

/** How many working days the year has. */
export function workingDaysOf(year: number, days: CalendarView['days']): number {
  const changes = changesOf(days)
  let count = 0
  for (let one = day(year, 1, 1); one <= day(year, 12, 31); one = addDays(one, 1))
    if (isWorkingDay(one, changes)) count++
  return count
}
