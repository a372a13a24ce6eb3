import type { Day } from '../../kernel/day.ts'

/** What holds from a day on; null: from the beginning. */
export type Dated = { validFrom: Day | null }

/** Of all that was ever said, what holds on this day: the latest that has begun. */
export function inForceOn<T extends Dated>(entries: readonly T[], on: Day): T | null {
  return entries.reduce<T | null>((latest, one) => {
    if (one.validFrom !== null && one.validFrom > on) return latest
    return latest === null || (one.validFrom ?? '') >= (latest.validFrom ?? '') ? one : latest
  }, null)
}

/** Oldest first: as a history is told. */
export function inOrderOfTime<T extends Dated>(entries: readonly T[]): T[] {
  return entries.toSorted((one, other) => (one.validFrom ?? '').localeCompare(other.validFrom ?? ''))
}
