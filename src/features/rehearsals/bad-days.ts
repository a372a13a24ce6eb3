import type { Day } from '../../kernel/day.ts'
import { isWorkingDay, workingDayAfter, workingDayBefore } from '../calendar/working-day.ts'
import { type Plan, spansOf } from './rehearsed-plan.ts'

/** A deadline on a day that does not suit. */
export type BadDay = {
  row: number
  on: Day
  /** Null: a day off; else what takes the schools' time then. */
  during: { title: string; start: Day; end: Day } | null
  /** Working days around it. */
  before: Day
  after: Day
}

/** Deadlines on days off, and within stretches that take the schools' time. */
export function badDaysOf({ rows, frame, specialDays }: Plan): BadDay[] {
  return rows.flatMap((row, index) =>
    [...new Set(spansOf(row, frame).map(({ end }) => end))].flatMap((on) => {
      const around = { row: index, on, before: workingDayBefore(on), after: workingDayAfter(on) }
      const during = specialDays.filter(({ start, end }) => start <= on && on <= end)
      const off = isWorkingDay(on) ? [] : [{ ...around, during: null }]
      return [...off, ...during.map((one): BadDay => ({ ...around, during: one }))]
    }),
  )
}
