import type { Day } from '../../kernel/day.ts'
import type { Period } from '../../kernel/period.ts'
import { asksSomething, partOf } from '../assignments/party.ts'
import { daysOf, type Frame, paceOf, windowsOf } from '../assignments/window.ts'
import type { OrganisationKind } from '../organisations/organisation.ts'
import type { SupportVariant } from '../programmes/programme.ts'
import type { ParsedActivity } from '../road-maps/order.ts'
import type { UnderstoodActivity, UnderstoodSection } from '../road-maps/understanding.ts'

/** A row before its road map is approved: as an import understands it, or as a revision has it. */
export type PlannedRow = Pick<ParsedActivity, 'number' | 'title' | 'period' | 'executors' | 'proof' | 'source'> &
  Pick<UnderstoodActivity, 'parts'> &
  Pick<UnderstoodSection, 'audience'>

export type PlannedSchool = { shortName: string; variant: SupportVariant }

/** A task outside the map, given already. */
export type StandingTask = { text: string; dueOn: Day; schools: readonly number[] }

/** Days that a deadline had better avoid, beside days off. */
export type SpecialDays = { title: string; start: Day; end: Day }

/** Schools and rows are named by their places in these lists. */
export type Plan = {
  rows: readonly PlannedRow[]
  schools: readonly PlannedSchool[]
  tasks: readonly StandingTask[]
  frame: Frame
  specialDays: readonly SpecialDays[]
}

export type Span = { start: Day; end: Day }

/** The days of a row's windows; none where it runs through the year, on request or at an unknown time. */
export function spansOf({ period }: { period: Period | null }, frame: Frame): Span[] {
  if (paceOf(period) !== 'windows') return []
  return windowsOf(period).map((window) => daysOf(window, frame))
}

export function runsAllYear({ period }: PlannedRow): boolean {
  return paceOf(period) === 'whole-year'
}

export function asksOf(row: PlannedRow, party: { kind: OrganisationKind; variant: SupportVariant | null }): boolean {
  return asksSomething(partOf(row, party))
}

export function asksSchool(row: PlannedRow, { variant }: PlannedSchool): boolean {
  return asksOf(row, { kind: 'school', variant })
}
