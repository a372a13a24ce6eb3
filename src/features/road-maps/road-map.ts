import { type Actor, holds, reaches } from '../../kernel/actor.ts'
import type { Parts } from '../../kernel/part.ts'
import type { Audience } from '../../kernel/proof.ts'
import { canCoordinate, isForVariant, type SupportVariant } from '../programmes/programme.ts'

export const revisionStatuses = ['draft', 'approved', 'superseded'] as const
export type RevisionStatus = (typeof revisionStatuses)[number]

export const importStatuses = ['reading', 'choosing', 'ready', 'failed', 'confirmed', 'abandoned'] as const
export type ImportStatus = (typeof importStatuses)[number]

/** What rows that cannot be read begin with: the built-in template, an empty table, an earlier road map. */
export const rowBeginnings = ['template', 'nothing', 'road-map'] as const
export type RowBeginning = (typeof rowBeginnings)[number]

/** What the coordinator decides about a finding: leave as is, understand as, or put into an amending order. */
export const findingDecisions = ['keep', 'understand-as', 'amend'] as const
export type FindingDecision = (typeof findingDecisions)[number]

/** The authority and everything above it read the whole road map; a school reads its own plan. */
export function seesWholeRoadMap(actor: Actor, owner: { path: string }): boolean {
  return reaches(actor, owner)
}

/** «Ознакомлен» is said by the school, or by the coordinator for it. */
export function canAcknowledge(actor: Actor, { owner, school }: Record<'owner' | 'school', { path: string }>): boolean {
  return canCoordinate(actor, owner) || holds(actor, ['school_head', 'school_team'], school)
}

type Row = { audience: Audience; parts: Pick<Parts, 'school'> }

/** The rows that are a school's own plan: of its variant, and in which schools have a part. */
export function planOf<R extends Row>(rows: readonly R[], variant: SupportVariant): R[] {
  return rows.filter((row) => isForVariant(row.audience, variant) && row.parts.school !== null)
}
