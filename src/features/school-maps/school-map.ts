import { type Actor, holds } from '../../kernel/actor.ts'
import type { ActivityId } from '../../kernel/id.ts'
import type { Period } from '../../kernel/period.ts'
import type { ProofKind } from '../../kernel/proof.ts'

/** A school's map is agreed by the authority and approved by its director's order. */
export const mapStatuses = ['draft', 'submitted', 'returned', 'agreed', 'approved', 'superseded', 'abandoned'] as const
export type MapStatus = (typeof mapStatuses)[number]

/** Of these there is at most one in a map: what is being written, looked at or waits for the director's order. */
export const openStatuses = ['draft', 'submitted', 'returned', 'agreed'] as const satisfies readonly MapStatus[]

/** A row that the school writes itself: the cause that it answers, the measure, and what will show that it helped. */
export type OwnRow = {
  activityId: ActivityId
  position: number
  cause: string
  title: string
  indicator: string
  responsible: string
  period: Period | null
  expectedResult: string
  proof: ProofKind[]
  /** The row of the authority's map that it helps to carry out. */
  supportsActivityId: ActivityId | null
}

/** The school, and the authority whose project the map belongs to. */
export type Place = Record<'school' | 'authority', { path: string }>

/** The director and her team write their school's own map. */
export function isOfSchool(actor: Actor, { school }: Pick<Place, 'school'>): boolean {
  return holds(actor, ['school_head', 'school_team'], school)
}

/**
 * The coordinator, and a curator in her stead, be it of this school alone, look at the map, and write in it what the
 * school has told them. A school that has moved away answers to whoever owns the project.
 */
export function guides(actor: Actor, { school, authority }: Place): boolean {
  const roles = ['municipal_coordinator', 'curator'] as const
  return holds(actor, roles, authority) || (school.path.startsWith(authority.path) && holds(actor, roles, school))
}

export function canWrite(actor: Actor, place: Place): boolean {
  return isOfSchool(actor, place) || guides(actor, place)
}

/** What is written for a school says how the school told it. */
export function needsTeller(actor: Actor, place: Place): boolean {
  return guides(actor, place) && !isOfSchool(actor, place)
}

/** While others look at it, and once it is agreed, nothing in it changes. */
export function isOpenForWriting(status: MapStatus): boolean {
  return status === 'draft' || status === 'returned'
}

/** A correction that is no longer needed is given up while the school has it; the first writing of a map is not. */
export function isAbandonable({ status, baseId }: { status: MapStatus; baseId: unknown }): boolean {
  return isOpenForWriting(status) && baseId !== null
}

/** Agreeing was a mistake as long as no order of the director stands on it. */
export function isReturnable(status: MapStatus): boolean {
  return status === 'submitted' || status === 'agreed'
}

/** The order is the director's; the coordinator writes its number and date down for her. */
export function canApprove(actor: Actor, place: Place): boolean {
  return holds(actor, ['school_head'], place.school) || guides(actor, place)
}

/** What a school says of its own row where the authority's map has changed under it. */
export const consentAnswers = ['keep', 'change', 'remove'] as const
export type ConsentAnswer = (typeof consentAnswers)[number]

/** What keeps a map from being submitted; nothing, where the list is empty. */
export const obstacles = [
  'no-rows',
  'row-without-title',
  'row-without-period',
  'row-without-proof',
  'nothing-changed',
] as const
export type Obstacle = (typeof obstacles)[number]

type Readiness = Pick<OwnRow, 'title' | 'proof'> & { period: Pick<Period, 'kind'> | null }

export function obstaclesOf(rows: readonly Readiness[]): Obstacle[] {
  const checks: [Obstacle, boolean][] = [
    ['no-rows', rows.length === 0],
    ['row-without-title', rows.some((row) => row.title.trim() === '')],
    ['row-without-period', rows.some((row) => row.period === null || row.period.kind === 'unparseable')],
    ['row-without-proof', rows.some((row) => row.proof.length === 0)],
  ]
  return checks.filter(([, stands]) => stands).map(([obstacle]) => obstacle)
}
