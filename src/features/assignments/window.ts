import { type Day, daysBetween } from '../../kernel/day.ts'
import type { Period, Window } from '../../kernel/period.ts'

/** The project's year: where a window has no start or no end, it begins or ends with the project. */
export type Frame = { startsOn: Day; endsOn: Day }

/** How an activity's time runs: in windows, through the year, when asked, or nobody knows. */
export type Pace = 'windows' | 'whole-year' | 'on-demand' | 'no-date'

/** Stands for the one cycle of an activity whose period has no windows. */
export const NO_WINDOW: Window = { start: null, end: null }

export function paceOf(period: Pick<Period, 'kind' | 'windows'> | null): Pace {
  if (!period) return 'no-date'
  if (period.kind === 'on_demand') return 'on-demand'
  if (period.windows.length > 0) return 'windows'
  if (period.kind === 'windows' || period.kind === 'unparseable') return 'no-date'
  return 'whole-year'
}

/** One cycle of proof, submission and acceptance runs in each of these. */
export function windowsOf(period: Period | null): readonly Window[] {
  return period && paceOf(period) === 'windows' ? period.windows : [NO_WINDOW]
}

/** The window that a stored fact names. */
export function windowOf(row: { windowStart: Day | null; windowEnd: Day | null }): Window {
  return { start: row.windowStart, end: row.windowEnd }
}

export function isSameWindow(one: Window, other: Window): boolean {
  return one.start === other.start && one.end === other.end
}

/** Its first and last day; what the text leaves open is taken from the project. */
export function daysOf(window: Window, frame: Frame): { start: Day; end: Day } {
  return { start: window.start ?? frame.startsOn, end: window.end ?? frame.endsOn }
}

/**
 * Which of today's windows a fact belongs to: the equal one, else the one that it overlaps most;
 * null where the understanding of the period has moved away from it («по прежнему сроку»).
 */
export function placeOf(fact: Window, windows: readonly Window[], frame: Frame): number | null {
  const equal = windows.findIndex((one) => isSameWindow(one, fact))
  if (equal >= 0) return equal
  const overlaps = windows.map((one) => overlapOf(daysOf(one, frame), daysOf(fact, frame)))
  const most = Math.max(...overlaps)
  return most > 0 ? overlaps.indexOf(most) : null
}

function overlapOf(one: { start: Day; end: Day }, other: { start: Day; end: Day }): number {
  const start = one.start > other.start ? one.start : other.start
  const end = one.end < other.end ? one.end : other.end
  return Math.max(0, daysBetween(start, end) + 1)
}
