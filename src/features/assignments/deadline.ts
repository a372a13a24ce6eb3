import { type Day, dayAt } from '../../kernel/day.ts'
import {
  type DayChanges,
  isWithinWorkingDays,
  workingDayAfter,
  workingDayBefore,
  workingDaysBetween,
} from '../calendar/working-day.ts'
import type { DayOffRule } from '../organisations/organisation.ts'

/** What the clock on the organisation's wall shows: its day, and «16:05». */
export type Clock = { today: Day; time: string }

/** `time` is null for «by the end of the day». An hour that was named is meant on that very day. */
export type Deadline = { end: Day; time: string | null; rule: DayOffRule; dayChanges: DayChanges }

export function clockAt(moment: Date, timeZone: string): Clock {
  return { today: dayAt(moment, timeZone), time: wallClock(timeZone).format(moment) }
}

const wallClocks = new Map<string, Intl.DateTimeFormat>()

/** Made once for each time zone, like the calendars on its walls: making one costs more than a hundred looks at it. */
function wallClock(timeZone: string): Intl.DateTimeFormat {
  const known = wallClocks.get(timeZone)
  if (known) return known
  const made = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
  wallClocks.set(timeZone, made)
  return made
}

/** The day to show: on a day off, the working day that the authority prefers. */
export function dueOn({ end, time, rule, dayChanges }: Deadline): Day {
  if (time !== null || rule === 'same') return end
  return rule === 'before' ? workingDayBefore(end, dayChanges) : workingDayAfter(end, dayChanges)
}

/** Nobody is late before the last day as written has passed, nor before the shown working day has. */
export function isOver(deadline: Deadline, { today, time }: Clock): boolean {
  // The working day before a day off is shown, not enforced: only a day after it gives more time.
  const last = deadline.rule === 'after' ? dueOn(deadline) : deadline.end
  if (today !== last || deadline.time === null) return today > last
  return time >= deadline.time
}

/** «Осталось 3 рабочих дня»: after today, up to the shown day. */
export function workingDaysLeft(deadline: Deadline, { today }: Clock): number {
  return workingDaysBetween(today, dueOn(deadline), deadline.dayChanges)
}

/** At most so many working days are left after today, up to the shown day. */
export function isNear(deadline: Deadline, { today }: Clock, days: number): boolean {
  return isWithinWorkingDays(today, dueOn(deadline), days, deadline.dayChanges)
}

/** The clocks of one moment on many walls; each time zone is looked up once. */
export function clocksAt(moment: Date): (timeZone: string) => Clock {
  const known = new Map<string, Clock>()
  return (timeZone) => {
    const clock = known.get(timeZone) ?? clockAt(moment, timeZone)
    known.set(timeZone, clock)
    return clock
  }
}
