import { addDays, type Day, day, daysInMonth, partsOf } from '../../kernel/day.ts'
import { firstOfMonth, lastOfMonth, mondayOf } from './timeline.ts'
import type { Frame } from './window.ts'

/** The weeks of a month from Monday to Sunday; null for the days that are not its own. */
export function weeksOfMonth(month: Day): (Day | null)[][] {
  const [first, last] = [firstOfMonth(month), lastOfMonth(month)]
  const weeks: (Day | null)[][] = []
  for (let monday = mondayOf(first); monday <= last; monday = addDays(monday, 7)) {
    const days = Array.from({ length: 7 }, (_, index) => addDays(monday, index))
    weeks.push(days.map((one) => (one < first || one > last ? null : one)))
  }
  return weeks
}

/** «2024-03» as an address has it; null for what is no month of our time. */
export function readMonth(text: string | undefined): Day | null {
  const found = /^(19|20|21)(\d\d)-(0[1-9]|1[0-2])$/.exec(text ?? '')
  return found ? day(Number(`${found[1]}${found[2]}`), Number(found[3]), 1) : null
}

export function monthParam(value: Day): string {
  return value.slice(0, 7)
}

/** Where a calendar opens: today's month, or the nearest one of the project. */
export function monthToOpen(today: Day, frame: Frame | null): Day {
  if (frame && today < frame.startsOn) return firstOfMonth(frame.startsOn)
  if (frame && today > frame.endsOn) return firstOfMonth(frame.endsOn)
  return firstOfMonth(today)
}

/** Where a key leads in a calendar, also into the next month; null for keys that lead nowhere. */
export function dayStep(key: string, at: Day): Day | null {
  const monday = mondayOf(at)
  const steps: Record<string, Day> = {
    ArrowLeft: addDays(at, -1),
    ArrowRight: addDays(at, 1),
    ArrowUp: addDays(at, -7),
    ArrowDown: addDays(at, 7),
    Home: monday,
    End: addDays(monday, 6),
    PageUp: inMonth(addDays(firstOfMonth(at), -1), at),
    PageDown: inMonth(addDays(lastOfMonth(at), 1), at),
  }
  return steps[key] ?? null
}

/** The same number in another month, or the last day of that month. */
function inMonth(month: Day, at: Day): Day {
  const { year, month: number } = partsOf(month)
  return day(year, number, Math.min(partsOf(at).day, daysInMonth(year, number)))
}
