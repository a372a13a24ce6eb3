import * as z from 'zod'
import { onceFor } from './once-for.ts'

/** A calendar day of an organisation's own calendar: `2024-02-29`. Never a moment. */
export type Day = string & { readonly kind: 'Day' }

const DAY = /^\d{4}-\d{2}-\d{2}$/

export type DayParts = { year: number; month: number; day: number }

export function isDay(text: string): text is Day {
  return DAY.test(text) && isInCalendar(partsIn(text))
}

function isInCalendar({ year, month, day }: DayParts): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month)
}

/** A slip like 0204 or 20244 is asked about, before somebody counts the working days up to it. */
function isDayOfOurTime(text: string): boolean {
  return isDay(text) && text >= '1900-01-01' && text <= '2199-12-31'
}

/** The wire shape of a day. */
export const DaySchema = z.string().refine(isDayOfOurTime, 'day').meta({ format: 'date' }) as unknown as z.ZodType<
  Day,
  string
> // refine keeps the brand out

/** Throws a RangeError on a day that no calendar has: callers hold checked numbers. */
export function day(year: number, month: number, dayOfMonth: number): Day {
  const text = `${String(year).padStart(4, '0')}-${twoDigits(month)}-${twoDigits(dayOfMonth)}`
  if (!isDay(text)) throw new RangeError(`no such day: ${text}`)
  return text
}

export function partsOf(value: Day): DayParts {
  return partsIn(value)
}

function partsIn(text: string): DayParts {
  return { year: digitsAt(text, 0) * 100 + digitsAt(text, 2), month: digitsAt(text, 5), day: digitsAt(text, 8) }
}

/** Two of them as a number: days are taken apart by the thousand, and pieces of text would have to be swept up. */
function digitsAt(text: string, place: number): number {
  return text.charCodeAt(place) * 10 + text.charCodeAt(place + 1) - 11 * ZERO
}

const ZERO = 48

function twoDigits(value: number): string {
  return value < 10 ? `0${value}` : String(value)
}

/** «14.02.2024», as papers and screens write a day in figures. */
export function dotted(value: Day): string {
  const { year, month, day: dayOfMonth } = partsOf(value)
  return `${String(dayOfMonth).padStart(2, '0')}.${String(month).padStart(2, '0')}.${year}`
}

export function daysInMonth(year: number, month: number): number {
  if (month === FEBRUARY) return isLeapYear(year) ? 29 : SHORTEST_MONTH
  return SHORT_MONTHS.has(month) ? 30 : 31
}

const FEBRUARY = 2
const SHORTEST_MONTH = 28
const SHORT_MONTHS: ReadonlySet<number> = new Set([4, 6, 9, 11])

function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
}

export function isLastOfMonth(value: Day): boolean {
  const { year, month, day: dayOfMonth } = partsOf(value)
  return dayOfMonth === daysInMonth(year, month)
}

export function addDays(value: Day, count: number): Day {
  const { year, month, day: dayOfMonth } = partsOf(value)
  const moved = dayOfMonth + count
  // A day that every month has: most steps stay in theirs.
  if (moved >= 1 && moved <= SHORTEST_MONTH) return day(year, month, moved)
  return fromUtc(new Date(Date.UTC(year, month - 1, moved)))
}

/** 1 is Monday, 7 is Sunday. */
export function weekday(value: Day): number {
  return modulo(toUtc(value) / DAY_MS + THURSDAY - 1, 7) + 1
}

const DAY_MS = 86_400_000
/** The day from which moments are counted. */
const THURSDAY = 4

function modulo(value: number, by: number): number {
  return ((value % by) + by) % by
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((toUtc(to) - toUtc(from)) / DAY_MS)
}

/** The day that a calendar on the wall of this time zone shows at this moment. */
export function dayAt(moment: Date, timeZone: string): Day {
  const quarter = Math.floor(moment.getTime() / QUARTER_MS)
  const known = onceFor(wallDays, timeZone, () => new Map<number, Day>())
  if (known.size > MOST_QUARTERS) known.clear()
  return onceFor(known, quarter, () => readDay(moment, timeZone))
}

// Zones lie at most 14 hours from UTC; a quarter of an hour is the finest step that any of them has.
const QUARTER_MS = 900_000
const FURTHEST_QUARTERS = 14 * 4

/** Reading a day off the wall takes longer than all else that is asked of a cell, and most moments come again. */
const wallDays = new Map<string, Map<number, Day>>()
const MOST_QUARTERS = 10_000

function readDay(moment: Date, timeZone: string): Day {
  const text = wallCalendar(timeZone).format(moment)
  if (!isDay(text)) throw new RangeError(`no day in ${timeZone}: ${text}`)
  return text
}

/** The moment at which this day begins on the wall of this time zone. */
export function startOf(value: Day, timeZone: string): Date {
  const midnight = toUtc(value)
  for (let shift = -FURTHEST_QUARTERS; shift <= FURTHEST_QUARTERS; shift++) {
    const moment = new Date(midnight + shift * QUARTER_MS)
    if (dayAt(moment, timeZone) === value) return moment
  }
  throw new RangeError(`no such day in ${timeZone}: ${value}`)
}

const wallCalendars = new Map<string, Intl.DateTimeFormat>()

/** Made once for each time zone: making one costs as much as a hundred days written with it. */
function wallCalendar(timeZone: string): Intl.DateTimeFormat {
  return onceFor(
    wallCalendars,
    timeZone,
    () => new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }),
  )
}

function toUtc(value: Day): number {
  const { year, month, day: dayOfMonth } = partsOf(value)
  return Date.UTC(year, month - 1, dayOfMonth)
}

function fromUtc(date: Date): Day {
  return day(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate())
}
