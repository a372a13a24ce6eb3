import { addDays, type Day, day, daysInMonth, weekday } from '../../kernel/day.ts'
import type { Window } from '../../kernel/period.ts'
import type { Span } from './period-reader.ts'
import type { Spot, Unit, YearMark } from './period-unit.ts'
import type { Dated } from './period-years.ts'

/** Why a window is not beyond doubt: it leaves its year, stands out of order, or is ours to date within the school year. */
export type Doubt = 'crossing' | 'school-year' | 'order' | 'school-part'

export type Placed = { window: Window; doubts: Doubt[] } | 'no-such-day'

/** The days of a stretch in its year; `no-such-day` for «31 февраля» and for an end before the beginning. */
export function place(dated: Dated): Placed {
  const { span, mark } = dated
  const { from, to } = span
  if (!mark) return 'no-such-day'
  if (from && to) return from === to ? placeOne(from, mark) : placeRange(dated, from, to, mark)
  const only = from ?? to
  const placed = only ? placeOne(only, only.year ?? mark) : 'no-such-day'
  if (placed === 'no-such-day') return placed
  const { start, end } = placed.window
  return {
    ...placed,
    window: { start: from ? start : null, end: to ? end : null },
    doubts: placed.doubts.filter((doubt) => doubt !== 'crossing'),
  }
}

type Days = { start: Day; end: Day }

function placeOne(unit: Unit, mark: YearMark): Placed {
  const days = daysOf(unit, mark)
  if (!days || days.start > days.end) return 'no-such-day'
  const crosses =
    mark.kind === 'calendar' && !unit.isSchool && unit.until === null && days.start.slice(0, 4) !== days.end.slice(0, 4)
  return { window: days, doubts: [...schoolDoubt(unit, mark), ...(crosses ? ['crossing' as const] : [])] } // a literal
}

function schoolDoubt(unit: Unit, mark: YearMark): Doubt[] {
  const isSchoolPart = unit.size === 'season' && unit.schoolShape !== null && unit.schoolShape !== unit.shape
  const doubts: Doubt[] = isSchoolPart && (unit.isSchool || mark.kind === 'school') ? ['school-part'] : []
  return unit.isSchool && mark.kind === 'calendar' ? [...doubts, 'school-year'] : doubts
}

/** A range without both its years: the one year belongs to the end it stands beside, the other end is looked for around December. */
function placeRange(dated: Dated, from: Unit, to: Unit, mark: YearMark): Placed {
  const doubts = [...new Set([...schoolDoubt(from, from.year ?? mark), ...schoolDoubt(to, to.year ?? mark)])]
  const first = daysOf(from, from.year ?? mark)
  const last = daysOf(to, to.year ?? mark)
  if (first && last && first.start <= last.end) return { window: { start: first.start, end: last.end }, doubts }
  if (from.year && to.year) return 'no-such-day'
  if (isReversedMonth(from, to)) return 'no-such-day'
  const isEndKnown = to.year !== null || (from.year === null && dated.origin === 'right')
  const earlier = isEndKnown ? daysOf(from, shifted(mark, -1)) : first
  const later = isEndKnown ? last : daysOf(to, shifted(mark, 1))
  if (!earlier || !later || earlier.start > later.end) return 'no-such-day'
  return { window: { start: earlier.start, end: later.end }, doubts: [...doubts, 'crossing'] }
}

/** «20–10 марта» is a slip, not a year. */
function isReversedMonth(from: Unit, to: Unit): boolean {
  return from.shape.from.month === to.shape.to.month && from.size !== 'year'
}

export function shifted(mark: YearMark, years: number): YearMark {
  return { ...mark, year: mark.year + years }
}

function daysOf(unit: Unit, mark: YearMark): Days | null {
  const year: YearMark = unit.isSchool ? { ...mark, kind: 'school' } : mark
  const shape = year.kind === 'school' && unit.schoolShape ? unit.schoolShape : unit.shape
  const start = dayOf(shape.from, year)
  const end = dayOf(shape.to, year)
  if (!start || !end) return null
  if (end.first >= start.first || shape.to.month >= shape.from.month) return { start: start.first, end: end.first }
  const next = dayOf(shape.to, shifted(year, 1))
  return next && { start: start.first, end: next.first }
}

function dayOf(spot: Spot, mark: YearMark): { first: Day } | null {
  if (spot.month < 1 || spot.month > 12) return null
  const year = mark.kind === 'school' && spot.month < 9 ? mark.year + 1 : mark.year
  const length = daysInMonth(year, spot.month)
  if (spot.weekday) return nthWeekday(year, spot.month, spot.weekday)
  const dayOfMonth = spot.day > 0 ? spot.day : length + spot.day
  return dayOfMonth >= 1 && dayOfMonth <= length ? { first: day(year, spot.month, dayOfMonth) } : null
}

function nthWeekday(year: number, month: number, wanted: { day: number; which: number }): { first: Day } | null {
  const length = daysInMonth(year, month)
  if (wanted.which === -1) {
    const last = day(year, month, length)
    return { first: addDays(last, -((weekday(last) - wanted.day + 7) % 7)) }
  }
  const first = day(year, month, 1)
  const dayOfMonth = 1 + ((wanted.day - weekday(first) + 7) % 7) + (wanted.which - 1) * 7
  return dayOfMonth <= length ? { first: day(year, month, dayOfMonth) } : null
}

export function isWholeYear(span: Span): boolean {
  return span.from?.size === 'year' || span.to?.size === 'year'
}
