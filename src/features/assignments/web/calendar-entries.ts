import { worstFirst } from '../../../kernel/assignment-state.ts'
import type { Day } from '../../../kernel/day.ts'
import { onceFor } from '../../../kernel/once-for.ts'
import type { ActivitySum, WindowSum } from './activity-sums.ts'

/** What a day of the calendar has: the last day of a window, or its first. */
export type Entry = { kind: 'deadline' | 'beginning'; sum: ActivitySum; window: WindowSum }

/** By day: deadlines first, the worst on top, then what begins. A deadline stands on the day by which it is shown. */
export function entriesByDay(sums: readonly ActivitySum[]): ReadonlyMap<Day, readonly Entry[]> {
  const days = new Map<Day, Entry[]>()
  for (const sum of sums) {
    for (const window of sum.windows) {
      if (window.worst === null) continue
      if (window.dueOn) onceFor(days, window.dueOn, () => []).push({ kind: 'deadline', sum, window })
      const { start } = window.window
      if (start) onceFor(days, start, () => []).push({ kind: 'beginning', sum, window })
    }
  }
  for (const entries of days.values()) entries.sort((one, other) => rankOf(one) - rankOf(other))
  return days
}

function rankOf({ kind, window }: Entry): number {
  if (kind === 'beginning' || !window.worst) return worstFirst.length
  return worstFirst.indexOf(window.worst)
}
