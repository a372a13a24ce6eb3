import type { Day } from '../../kernel/day.ts'
import type { Period } from '../../kernel/period.ts'
import { asksSomething, partOf } from '../assignments/party.ts'
import { daysOf, type Frame, paceOf, windowsOf } from '../assignments/window.ts'
import type { PlaceCalendar } from '../calendar/place-calendar.ts'
import type { OrganisationKind } from '../organisations/organisation.ts'
import type { SupportVariant } from '../programmes/programme.ts'
import type { ParsedActivity } from '../road-maps/order.ts'
import type { UnderstoodActivity, UnderstoodSection } from '../road-maps/understanding.ts'

/** A row before its road map is approved: as an import understands it, or as a revision has it. */
export type PlannedRow = Pick<ParsedActivity, 'number' | 'title' | 'period' | 'executors' | 'proof' | 'source'> &
  Pick<UnderstoodActivity, 'key' | 'parts'> &
  Pick<UnderstoodSection, 'audience'>

export type PlannedSchool = { shortName: string; variant: SupportVariant }

/** A task outside the map, given already. */
export type StandingTask = { text: string; dueOn: Day; schools: readonly number[] }

/** What counts as a short event, and how many make a crowd: numbers that a person may change. */
export type Limits = { shortDays: number; crowd: number }

/** Schools and rows are named by their places in these lists. */
export type Plan = {
  rows: readonly PlannedRow[]
  schools: readonly PlannedSchool[]
  tasks: readonly StandingTask[]
  frame: Frame
  /** The authority's days off, holidays and weeks of exams. */
  calendar: PlaceCalendar
  limits: Limits
}

export type Span = { start: Day; end: Day }

/** The days of a row's windows; none where it runs through the year, on request or at an unknown time. */
export function spansOf(row: { period: Period | null }, frame: Frame): Span[] {
  return windowDaysOf(row, frame).filter((span) => !isWholeYear(span, frame))
}

/** «В течение года», whether it is understood as a pace or as one window over the whole project. */
export function runsAllYear({ period }: PlannedRow, frame: Frame): boolean {
  return paceOf(period) === 'whole-year' || windowDaysOf({ period }, frame).some((span) => isWholeYear(span, frame))
}

function windowDaysOf({ period }: { period: Period | null }, frame: Frame): Span[] {
  return paceOf(period) === 'windows' ? windowsOf(period).map((window) => daysOf(window, frame)) : []
}

function isWholeYear({ start, end }: Span, { startsOn, endsOn }: Frame): boolean {
  return start <= startsOn && end >= endsOn
}

export function asksOf(row: PlannedRow, party: { kind: OrganisationKind; variant: SupportVariant | null }): boolean {
  return asksSomething(partOf(row, party))
}

export function asksSchool(row: PlannedRow, { variant }: PlannedSchool): boolean {
  return asksOf(row, { kind: 'school', variant })
}
