import { addDays, type Day, day, daysBetween, daysInMonth, partsOf, weekday } from '../../kernel/day.ts'
import type { Period, Window } from '../../kernel/period.ts'
import { daysOf, type Frame, paceOf } from './window.ts'

export const scales = ['months', 'weeks'] as const
export type Scale = (typeof scales)[number]

/** One column of the timeline, with its first and last day. */
export type Stretch = { start: Day; end: Day }

/** A window among the columns, counted in columns: 1.5 is the middle of the second. */
export type Bar = {
  from: number
  until: number
  /** The text leaves this end open, or it lies beyond the last column on that side. */
  isOpenBefore: boolean
  isOpenAfter: boolean
}

/** A window of a neighbouring year widens the timeline; what lies farther off is cut. */
const MONTHS_BESIDE = 12

/** Whole months from the first to the last that the project or a window of it touches. */
export function spanOf(frames: readonly Frame[], windows: readonly Window[]): Frame | null {
  const frame = frameOf(frames)
  if (!frame) return null
  const [soonest, farthest] = [monthsFrom(frame.startsOn, -MONTHS_BESIDE), monthsFrom(frame.endsOn, MONTHS_BESIDE)]
  const near = windows.flatMap(({ start, end }) => [start, end]).filter((one) => one !== null)
  const within = near.filter((one) => one >= soonest && one <= farthest)
  return {
    startsOn: firstOfMonth(earliest([frame.startsOn, ...within])),
    endsOn: lastOfMonth(latest([frame.endsOn, ...within])),
  }
}

/** From the first day of them all to the last. */
export function frameOf(frames: readonly Frame[]): Frame | null {
  if (frames.length === 0) return null
  return {
    startsOn: earliest(frames.map((one) => one.startsOn)),
    endsOn: latest(frames.map((one) => one.endsOn)),
  }
}

/** The columns that cover the span: its months, or its weeks from Monday to Sunday. */
export function stretchesOf({ startsOn, endsOn }: Frame, scale: Scale): Stretch[] {
  const stretches: Stretch[] = []
  let start = scale === 'months' ? firstOfMonth(startsOn) : mondayOf(startsOn)
  while (start <= endsOn) {
    const end = scale === 'months' ? lastOfMonth(start) : addDays(start, 6)
    stretches.push({ start, end })
    start = addDays(end, 1)
  }
  return stretches
}

/** Where a window lies among the columns; null where it lies beyond them all. */
export function barOf(window: Window, frame: Frame, stretches: readonly Stretch[]): Bar | null {
  const [first, last] = [stretches[0], stretches.at(-1)]
  const { start, end } = daysOf(window, frame)
  if (!first || !last || start > end || end < first.start || start > last.end) return null
  return {
    from: placeOfDay(start < first.start ? first.start : start, stretches),
    until: placeOfDay(addDays(end, 1), stretches),
    isOpenBefore: window.start === null || start < first.start,
    isOpenAfter: window.end === null || end > last.end,
  }
}

/** Where a day begins among the columns. */
export function placeOfDay(value: Day, stretches: readonly Stretch[]): number {
  const index = stretches.findIndex((one) => one.end >= value)
  const stretch = stretches[index]
  return stretch ? index + daysBetween(stretch.start, value) / daysIn(stretch) : stretches.length
}

/** Bars that overlap lie one under another: the line of each, from 0. */
export function lanesOf(bars: readonly Pick<Bar, 'from' | 'until'>[]): number[] {
  const ends: number[] = []
  return bars.map(({ from, until }) => {
    const free = ends.findIndex((end) => end <= from)
    const lane = free >= 0 ? free : ends.length
    ends[lane] = until
    return lane
  })
}

export function isWithin(stretch: Stretch, value: Day): boolean {
  return stretch.start <= value && value <= stretch.end
}

export function overlaps(stretch: Stretch, window: Window, frame: Frame): boolean {
  const { start, end } = daysOf(window, frame)
  return start <= stretch.end && end >= stretch.start
}

export function firstOfMonth(value: Day): Day {
  const { year, month } = partsOf(value)
  return day(year, month, 1)
}

export function lastOfMonth(value: Day): Day {
  const { year, month } = partsOf(value)
  return day(year, month, daysInMonth(year, month))
}

/** The first day of a month so many months away. */
export function monthsFrom(value: Day, count: number): Day {
  const { year, month } = partsOf(value)
  const months = year * 12 + month - 1 + count
  return day(Math.floor(months / 12), (months % 12) + 1, 1)
}

export function mondayOf(value: Day): Day {
  return addDays(value, 1 - weekday(value))
}

function daysIn({ start, end }: Stretch): number {
  return daysBetween(start, end) + 1
}

function earliest(days: readonly Day[]): Day {
  return days.reduce((one, other) => (one < other ? one : other))
}

function latest(days: readonly Day[]): Day {
  return days.reduce((one, other) => (one > other ? one : other))
}

/** How a bar looks: each way in which time runs has its own. */
export type Run = 'windows' | 'recurring' | 'ongoing' | 'on-schedule' | 'on-demand' | 'no-date'

export function runOf(period: Pick<Period, 'kind' | 'windows' | 'recurrence'> | null): Run {
  const pace = paceOf(period)
  if (!period || pace === 'no-date') return 'no-date'
  if (pace === 'on-demand') return 'on-demand'
  if (period.kind === 'on_schedule') return 'on-schedule'
  if (period.kind === 'recurring' || (period.recurrence !== null && period.recurrence !== 'yearly')) return 'recurring'
  return pace === 'whole-year' ? 'ongoing' : 'windows'
}
