import { addDays, type Day, daysBetween } from '../../kernel/day.ts'
import type { Period, Window } from '../../kernel/period.ts'
import type { CalendarPeriod } from '../calendar/calendar.ts'
import { type Obstruction, obstructionsOf, type PlaceCalendar } from '../calendar/place-calendar.ts'
import { type ProjectYear, periodOf } from './relative-term.ts'

/** One window's last day put elsewhere: rows and windows by their places. */
export type Move = { row: number; window: number; end: Day }

/** What a window of a row falls on. */
export type Fallen = {
  /** Of its last day, and of the first one of a short event. */
  on: Obstruction[]
  /** Stretches of the school year that a longer window runs through. */
  through: CalendarPeriod[]
}

type Frame = { startsOn: Day; endsOn: Day }

/** The days that a window really has: what is left open is the project's. */
export function daysOfWindow({ start, end }: Window, frame: Frame): { start: Day; end: Day } {
  return { start: start ?? frame.startsOn, end: end ?? frame.endsOn }
}

/** A whole year ends when it ends: nobody made an appointment for its last day. */
export function isAllYear({ start, end }: Window, { startsOn, endsOn }: Frame): boolean {
  return (start === null || start <= startsOn) && (end === null || end >= endsOn)
}

export function fallenOf(
  window: Window,
  { calendar, frame, shortDays }: { calendar: PlaceCalendar; frame: Frame; shortDays: number },
): Fallen {
  if (isAllYear(window, frame)) return { on: [], through: [] }
  const { start, end } = daysOfWindow(window, frame)
  const last = obstructionsOf(end, calendar)
  const isShort = isShortWindow(window, shortDays)
  const first = isShort && start !== end ? obstructionsOf(start, calendar) : []
  const on = [...last, ...first.filter((one) => !last.some((other) => isSame(one, other)))]
  const through = calendar.periods.filter(
    (one) =>
      !isShort &&
      one.startsOn <= end &&
      one.endsOn >= start &&
      !on.some(({ during }) => during?.title === one.title && during.startsOn === one.startsOn),
  )
  return { on, through }
}

/** A short event is moved whole, of a longer window only the last day; nothing begins after its end. */
export function movedWindow(window: Window, to: Day, shortDays: number): Window {
  const { start, end } = window
  if (start === null || end === null) return { start: start !== null && start > to ? to : start, end: to }
  const moved = isShortWindow(window, shortDays) ? addDays(start, daysBetween(end, to)) : start
  return { start: moved > to ? to : moved, end: to }
}

/** Each of them names a window that is there. */
export function areMovesKnown(rows: readonly { period: Period | null }[], moves: readonly Move[]): boolean {
  return moves.every(({ row, window }) => rows[row]?.period?.windows[window] !== undefined)
}

/** The periods of the rows with these windows moved; a period that nothing moves keeps its words. */
export function withMoves<Row extends { period: Period | null }>(
  rows: readonly Row[],
  moves: readonly Move[],
  { years, shortDays }: { years: ProjectYear; shortDays: number },
): Row[] {
  return rows.map((row, place) => {
    const own = moves.filter((one) => one.row === place)
    if (!row.period || own.length === 0) return row
    const windows = row.period.windows.map((window, index) => {
      const to = own.find((one) => one.window === index)?.end
      return to ? movedWindow(window, to, shortDays) : window
    })
    return { ...row, period: periodOf({ ...row.period, windows }, '', years) }
  })
}

function isShortWindow({ start, end }: Window, shortDays: number): boolean {
  return start !== null && end !== null && daysBetween(start, end) < shortDays
}

function isSame(one: Obstruction, other: Obstruction): boolean {
  return one.kind === other.kind && one.during?.title === other.during?.title
}
