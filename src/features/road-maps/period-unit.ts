import type { Edge, Season } from './period-words.ts'

/** A day of some year; a day of zero or less is counted back from the month's last: 0 the last, -6 a week of it. */
export type Spot = { month: number; day: number; weekday?: { day: number; which: number } }

type Shape = { from: Spot; to: Spot }

/** The year an expression names: a calendar one, or a school year by its first calendar year. */
export type YearMark = { kind: 'calendar' | 'school'; year: number }

/** What one noun of a term covers, before its year is known. */
export type Unit = {
  size: 'day' | 'part' | 'month' | 'season' | 'year'
  shape: Shape
  /** What the same words cover in a school year, where that differs: «I полугодие», «год». */
  schoolShape: Shape | null
  /** The text itself says that a school year is meant. */
  isSchool: boolean
  year: YearMark | null
  /** The second year of «сентябрь – май 2023–2024 гг.». */
  until: number | null
  /** «следующего года»: counted from the context's year. */
  later: number
  /** Approximate words were given fixed dates. */
  approximate: boolean
}

function unit(size: Unit['size'], shape: Shape): Unit {
  return { size, shape, schoolShape: null, isSchool: false, year: null, until: null, later: 0, approximate: false }
}

export function monthUnit(month: number): Unit {
  return unit('month', months(month, month))
}

export function dayUnit(month: number, day: number): Unit {
  return unit('day', { from: { month, day }, to: { month, day } })
}

/** Days of one month; the month 0 is still to be told by a neighbour. */
export function partUnit(month: number, from: number, to: number): Unit {
  return unit('part', { from: { month, day: from }, to: { month, day: to } })
}

export function weekdayUnit(month: number, day: number, which: number): Unit {
  const spot = { month, day: 1, weekday: { day, which } }
  return unit('day', { from: spot, to: spot })
}

export function yearUnit(): Unit {
  return { ...unit('year', months(1, 12)), schoolShape: months(9, 8) }
}

export function schoolYearUnit(): Unit {
  return { ...unit('year', months(9, 8)), schoolShape: months(9, 8), isSchool: true }
}

export function quarterUnit(quarter: number): Unit | null {
  return quarter >= 1 && quarter <= 4 ? unit('season', months(quarter * 3 - 2, quarter * 3)) : null
}

export function halfYearUnit(half: number): Unit | null {
  if (half === 1) return { ...unit('season', months(1, 6)), schoolShape: months(9, 12) }
  if (half === 2) return { ...unit('season', months(7, 12)), schoolShape: months(1, 5) }
  return null
}

const terms = [months(9, 10), months(11, 12), months(1, 3), months(4, 5)]
const trimesters = [months(9, 11), months(12, 2), months(3, 5)]

export function termUnit(term: number): Unit | null {
  const shape = terms[term - 1]
  return shape ? { ...unit('season', shape), schoolShape: shape } : null
}

export function trimesterUnit(trimester: number): Unit | null {
  const shape = trimesters[trimester - 1]
  return shape ? unit('season', shape) : null
}

const seasons: Record<Season, Shape> = {
  winter: months(12, 2),
  spring: months(3, 5),
  summer: months(6, 8),
  autumn: months(9, 11),
}

/** From the first season to the last one: «осенне-зимний период». */
export function seasonUnit(first: Season, last: Season): Unit {
  return unit('season', { from: seasons[first].from, to: seasons[last].to })
}

/** Weeks are 1–7, 8–14, 15–21, 22–28 and the days after; the last one is the month's last seven days. */
export function weekUnit(month: number, week: number): Unit | null {
  if (week === -1) return partUnit(month, -6, 0)
  if (week === 5) return partUnit(month, 29, 0)
  return week >= 1 && week <= 4 ? partUnit(month, week * 7 - 6, week * 7) : null
}

export function decadeUnit(month: number, decade: number): Unit | null {
  if (decade === -1 || decade === 3) return partUnit(month, 21, 0)
  return decade === 1 || decade === 2 ? partUnit(month, decade * 10 - 9, decade * 10) : null
}

export function halfMonthUnit(month: number, half: number): Unit | null {
  if (half === 1) return partUnit(month, 1, 15)
  return half === 2 || half === -1 ? partUnit(month, 16, 0) : null
}

/** The beginning, middle or end of a month (1–10, 11–20, 21–end), or of a longer stretch. */
export function edgeUnit(edge: Edge, whole: Unit): Unit {
  const shape = edgeShape(edge, whole.shape)
  const schoolShape = whole.schoolShape && edgeShape(edge, whole.schoolShape)
  const size = whole.size === 'month' ? 'part' : 'season'
  return { ...whole, size, shape, schoolShape }
}

function edgeShape(edge: Edge, shape: Shape): Shape {
  const { from, to } = shape
  const length = ((to.month - from.month + 12) % 12) + 1
  if (length === 1)
    return { start: days(from.month, 1, 10), middle: days(from.month, 11, 20), end: days(from.month, 21, 0) }[edge]
  const isSchoolYear = length === 12 && from.month === 9
  if (edge === 'start') return months(from.month, from.month)
  if (edge === 'end') return isSchoolYear ? months(5, 5) : months(to.month, to.month)
  if (isSchoolYear) return months(1, 1)
  const skipped = Math.floor((length - 1) / 2)
  return months(turn(from.month + skipped), turn(to.month - skipped))
}

function days(month: number, from: number, to: number): Shape {
  return { from: { month, day: from }, to: { month, day: to } }
}

function months(first: number, last: number): Shape {
  return { from: { month: first, day: 1 }, to: { month: last, day: 0 } }
}

function turn(month: number): number {
  return ((month - 1 + 24) % 12) + 1
}

/** The unit's first or last day alone: what «до начала …» and «до конца …» mean. */
export function boundOf(whole: Unit, bound: 'from' | 'to'): Unit {
  const only = (shape: Shape): Shape => ({ from: shape[bound], to: shape[bound] })
  return {
    ...whole,
    size: 'season',
    shape: only(whole.shape),
    schoolShape: whole.schoolShape && only(whole.schoolShape),
  }
}

/** The same part of another month: «10 апреля, июля». */
export function inMonth(part: Unit, month: number): Unit {
  const moved = (spot: Spot): Spot => ({ ...spot, month })
  return { ...part, shape: { from: moved(part.shape.from), to: moved(part.shape.to) } }
}
