import { type Actor, holds } from '../../kernel/actor.ts'

export type BackupStatus = 'waiting' | 'running' | 'done' | 'failed' | 'interrupted'

/** Why a copy was not made, as the screen says it. */
export const backupFaultKinds = [
  'busy',
  'no-room',
  'folder-closed',
  'database-unavailable',
  'damaged',
  'broken',
] as const
export type BackupFaultKind = (typeof backupFaultKinds)[number]

export type BackupWarning = 'none' | 'old' | 'failed'

const MINUTE_MS = 60_000
const DAY_MS = 24 * 60 * MINUTE_MS
const OLD_AFTER_DAYS = 3

/** Nobody was seen at a copy for so long: whoever made it was killed. */
export const ABANDONED_AFTER_MS = 3 * MINUTE_MS

/** A copy holds everything of everybody, so only an administrator above all of it has it in hand. */
export function canKeepBackups(actor: Actor, place: { path: string }): boolean {
  return holds(actor, ['administrator'], place)
}

/** What is said aloud to whoever looks after the installation: the last try failed, or the last good copy is old. */
export function warningOf(now: Date, known: { goodAt: Date | null; lastFailed: boolean; since: Date }): BackupWarning {
  if (known.lastFailed) return 'failed'
  const last = known.goodAt ?? known.since
  return now.getTime() - last.getTime() > OLD_AFTER_DAYS * DAY_MS ? 'old' : 'none'
}

/** The latest moment, not after now, at which the clock on the wall there showed this time. */
export function lastMomentOf(time: string, timeZone: string, now: Date): Date {
  const today = momentOn(now, time, timeZone)
  return today.getTime() <= now.getTime() ? today : momentOn(new Date(now.getTime() - DAY_MS), time, timeZone)
}

/** The first moment after now at which it will show it. */
export function nextMomentOf(time: string, timeZone: string, now: Date): Date {
  const today = momentOn(now, time, timeZone)
  return today.getTime() > now.getTime() ? today : momentOn(new Date(now.getTime() + DAY_MS), time, timeZone)
}

/** A copy is due when none was asked for since its time; one missed while the computer was off is due at once. */
export function isDue(planned: Date, lastAskedAt: Date | null): boolean {
  return lastAskedAt === null || lastAskedAt.getTime() < planned.getTime()
}

/** That time of the local day in which the moment lies. */
function momentOn(moment: Date, time: string, timeZone: string): Date {
  const local = wallClock(moment, timeZone)
  const ahead = local.getTime() - Math.floor(moment.getTime() / MINUTE_MS) * MINUTE_MS
  return new Date(Date.parse(`${local.toISOString().slice(0, 10)}T${time}:00Z`) - ahead)
}

/** What the clock on the wall shows, written as if it were UTC. */
function wallClock(moment: Date, timeZone: string): Date {
  const format = new Intl.DateTimeFormat('en-CA', {
    ...{ timeZone, year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' },
    hourCycle: 'h23',
  })
  const parts = Object.fromEntries(format.formatToParts(moment).map(({ type, value }) => [type, value]))
  return new Date(`${parts.year}-${parts.month}-${parts.day}T${parts.hour}:${parts.minute}:00Z`)
}
