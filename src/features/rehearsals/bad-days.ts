import type { Day } from '../../kernel/day.ts'
import { onceFor } from '../../kernel/once-for.ts'
import { isWorkingDay, workingDayAfter, workingDayBefore } from '../calendar/working-day.ts'
import { type Plan, spansOf } from './rehearsed-plan.ts'

/** A day that does not suit as a deadline, with the rows that end on it. */
export type BadDay = {
  rows: number[]
  on: Day
  /** Null: a day off; else what takes the schools' time then. */
  during: { title: string; start: Day; end: Day } | null
  /** Working days around it. */
  before: Day
  after: Day
}

/** Deadlines on days off, and within stretches that take the schools' time, from the first to the last. */
export function badDaysOf({ rows, frame, specialDays }: Plan): BadDay[] {
  const ending = new Map<Day, number[]>()
  for (const [index, row] of rows.entries()) {
    for (const on of new Set(spansOf(row, frame).map(({ end }) => end))) onceFor(ending, on, () => []).push(index)
  }
  return [...ending]
    .sort(([one], [other]) => one.localeCompare(other))
    .flatMap(([on, own]) => {
      const around = { rows: own, on, before: workingDayBefore(on), after: workingDayAfter(on) }
      const during = specialDays.filter(({ start, end }) => start <= on && on <= end)
      const off = isWorkingDay(on) ? [] : [{ ...around, during: null }]
      return [...off, ...during.map((one): BadDay => ({ ...around, during: one }))]
    })
}
