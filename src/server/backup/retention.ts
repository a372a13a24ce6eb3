const DAYS = 7
const WEEKS = 4
const MONTHS = 12
const DAY_MS = 24 * 3600 * 1000

/** Which copies are kept: the newest of each of the last 7 days, 4 weeks and 12 months that have one. */
export function copiesToKeep(moments: readonly Date[]): Date[] {
  const newestFirst = [...moments].sort((one, other) => other.getTime() - one.getTime())
  const kept = new Set([
    ...newestOfEach(newestFirst, dayOf).slice(0, DAYS),
    ...newestOfEach(newestFirst, weekOf).slice(0, WEEKS),
    ...newestOfEach(newestFirst, monthOf).slice(0, MONTHS),
  ])
  return newestFirst.filter((moment) => kept.has(moment))
}

function newestOfEach(newestFirst: readonly Date[], spanOf: (moment: Date) => string): Date[] {
  const spans = new Map<string, Date>()
  for (const moment of newestFirst) if (!spans.has(spanOf(moment))) spans.set(spanOf(moment), moment)
  return [...spans.values()]
}

function dayOf(moment: Date): string {
  return moment.toISOString().slice(0, 10)
}

/** Weeks begin on Monday: the first of January 1970 was a Thursday. */
function weekOf(moment: Date): string {
  return String(Math.floor((Math.floor(moment.getTime() / DAY_MS) + 3) / 7))
}

function monthOf(moment: Date): string {
  return moment.toISOString().slice(0, 7)
}
