import { type Day, isLastOfMonth, partsOf } from '../../kernel/day.ts'
import type { Period, Window } from '../../kernel/period.ts'
import { type PeriodContext, understandPeriod } from './period.ts'
import { printPeriod } from './period-print.ts'
import { moveYears, sameDayLater } from './year-mentions.ts'

/**
 * The same term so many years later, read in the plan of that year. Its own words stay where they, with their years
 * moved, mean the moved windows; else it is written anew in words that do. `isMoved` is false where neither can be said.
 */
export function movedPeriod(
  words: string,
  { before, years, context }: { before: Period; years: number; context: PeriodContext },
): { period: Period; isMoved: boolean } {
  const wanted = { ...before, windows: before.windows.map((window) => windowLater(window, years)) }
  if (before.kind === 'unparseable') return { period: understandPeriod(words, context), isMoved: false }
  for (const said of [moveYears(words, years), printPeriod(wanted)]) {
    const period = understandPeriod(said, context)
    if (isSameTerm(period, wanted)) return { period, isMoved: true }
  }
  return { period: understandPeriod(words, context), isMoved: false }
}

/** Whole months stay whole months: February ends when it ends. */
export function windowLater({ start, end }: Window, years: number): Window {
  const isWhole = start !== null && end !== null && partsOf(start).day === 1 && isLastOfMonth(end)
  return { start: start && dayLater(start, years), end: end && (isWhole ? lastDay(end, years) : dayLater(end, years)) }
}

function dayLater(value: Day, years: number): Day {
  return sameDayLater(partsOf(value), years)
}

function lastDay(value: Day, years: number): Day {
  return sameDayLater({ ...partsOf(value), day: 31 }, years)
}

type Term = Pick<Period, 'kind' | 'windows' | 'recurrence' | 'dueDay' | 'open'>

function isSameTerm(one: Term, other: Term): boolean {
  return (
    one.kind === other.kind &&
    one.recurrence === other.recurrence &&
    one.dueDay === other.dueDay &&
    one.open === other.open &&
    one.windows.length === other.windows.length &&
    one.windows.every((window, place) => isSameWindow(window, other.windows[place]))
  )
}

function isSameWindow(one: Window, other: Window | undefined): boolean {
  return other !== undefined && isSameDay(one.start, other.start) && isSameDay(one.end, other.end)
}

/** «До конца февраля» ends on the last of February, whichever that is. */
function isSameDay(one: Day | null, other: Day | null): boolean {
  if (one === other) return true
  return (
    one !== null &&
    other !== null &&
    one.slice(0, 7) === other.slice(0, 7) &&
    isEndOfFebruary(one) &&
    isEndOfFebruary(other)
  )
}

function isEndOfFebruary(value: Day): boolean {
  const { month, day } = partsOf(value)
  return month === 2 && day >= 28
}
