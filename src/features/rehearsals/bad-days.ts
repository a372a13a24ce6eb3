import type { Day } from '../../kernel/day.ts'
import { onceFor } from '../../kernel/once-for.ts'
import { type Obstruction, obstructionsOf } from '../calendar/place-calendar.ts'
import { type Plan, spansOf } from './rehearsed-plan.ts'

/** A day that does not suit as a deadline, with the rows that end on it and the working days around what it falls on. */
export type BadDay = Omit<Obstruction, 'kind'> & { rows: number[]; on: Day }

/** Deadlines on days off, and within stretches that take the schools' time, from the first to the last. */
export function badDaysOf({ rows, frame, calendar }: Plan): BadDay[] {
  const ending = new Map<Day, number[]>()
  for (const [index, row] of rows.entries()) {
    for (const on of new Set(spansOf(row, frame).map(({ end }) => end))) onceFor(ending, on, () => []).push(index)
  }
  return [...ending]
    .sort(([one], [other]) => one.localeCompare(other))
    .flatMap(([on, own]) =>
      obstructionsOf(on, calendar).map(({ kind: _kind, ...found }) => ({ ...found, rows: own, on })),
    )
}
