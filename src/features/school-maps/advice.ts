import { type Day, isLastOfMonth } from '../../kernel/day.ts'
import type { ActivityId } from '../../kernel/id.ts'
import type { Period } from '../../kernel/period.ts'
import { type DayChanges, isWorkingDay, NO_CHANGES } from '../calendar/working-day.ts'
import { likeness } from '../road-maps/match-rows.ts'
import type { OwnRow } from './school-map.ts'

export const adviceKinds = ['repeats-last-year', 'no-indicator', 'no-proof', 'day-off', 'outside-year'] as const
export type AdviceKind = (typeof adviceKinds)[number]

/** A hint to whoever writes the map; nobody else ever reads it. `words`: the row or the day that it is about. */
export type Advice = { activityId: ActivityId; kind: AdviceKind; words: string }

/** Hardly reworded, endings aside: the measure that a revision would take for the same row. */
const REPEATED = 0.7

/** The authority's own days, and from when to when the project of the map goes; what is not said is not judged. */
type Surroundings = { dayChanges?: DayChanges; frame?: { startsOn: Day; endsOn: Day } | null }

type Advised = Pick<OwnRow, 'activityId' | 'title' | 'indicator' | 'proof' | 'period'>

/**
 * What an author would rather hear before she submits: the same as last year, nothing to measure, nothing to show, a day
 * on which her authority does not work, or one before or after the year of the map.
 */
export function adviceOn(
  rows: readonly Advised[],
  lastYear: readonly { title: string }[],
  { dayChanges = NO_CHANGES, frame = null }: Surroundings = {},
): Advice[] {
  return rows.flatMap((row) => {
    const repeated = row.title.trim() === '' ? undefined : lastYear.find((old) => isRepeated(row, old))
    const dayOff = row.period ? dayOffIn(row.period, dayChanges) : null
    const found: [AdviceKind, string | null][] = [
      ['repeats-last-year', repeated?.title ?? null],
      ['no-indicator', row.indicator.trim() === '' ? '' : null],
      ['no-proof', row.proof.length === 0 ? '' : null],
      ['day-off', dayOff],
      ['outside-year', row.period && frame ? dayOutside(row.period, frame) : null],
    ]
    return found.flatMap(([kind, words]) => (words === null ? [] : [{ activityId: row.activityId, kind, words }]))
  })
}

function isRepeated({ title }: { title: string }, old: { title: string }): boolean {
  return likeness(title, old.title) >= REPEATED
}

/** A named day on which nobody works; the ends of whole months are nobody's appointments. */
function dayOffIn({ windows }: Pick<Period, 'windows'>, dayChanges: DayChanges): Day | null {
  const named = windows.flatMap(({ start, end }) => {
    if (end === null) return []
    if (start === end) return [end]
    return isLastOfMonth(end) ? [] : [end]
  })
  return named.find((one) => !isWorkingDay(one, dayChanges)) ?? null
}

/** The first day of a period that its year does not hold: the end that runs over, or the beginning before it. */
function dayOutside(
  { windows }: Pick<Period, 'windows'>,
  { startsOn, endsOn }: { startsOn: Day; endsOn: Day },
): Day | null {
  const days = windows.flatMap(({ start, end }) => [end, start]).flatMap((one) => one ?? [])
  return days.find((one) => one < startsOn || one > endsOn) ?? null
}
