import { and, asc, type Column, desc, eq, type SQL, sql } from 'drizzle-orm'
import type { ActivityId, FileId, OrganisationId } from '../../kernel/id.ts'
import { visibleTo } from '../../server/visibility.ts'
import type { Work } from '../../server/work.ts'
import { memberships, people, sessions } from '../access/tables.ts'
import { files } from '../files/tables.ts'
import type { Attempt } from './standing.ts'
import { controlReleases, deadlineMoves, exemptions, proofItems, submissions } from './tables.ts'
import { windowOf } from './window.ts'

export type ProofRow = typeof proofItems.$inferSelect
export type ProofInCell = ProofRow & { file: { id: FileId; name: string; type: string; size: number } | null }
export type AttemptRow = Attempt & typeof submissions.$inferSelect
export type ReleaseRow = typeof controlReleases.$inferSelect
export type ExemptionRow = typeof exemptions.$inferSelect
export type MoveRow = typeof deadlineMoves.$inferSelect

export type OfCell = { activityId: ActivityId; organisationId: OrganisationId }

export async function listAttempts(work: Work, { activityId, organisationId }: OfCell): Promise<AttemptRow[]> {
  const rows = await work.db
    .select()
    .from(submissions)
    .where(
      and(
        eq(submissions.activityId, activityId),
        eq(submissions.organisationId, organisationId),
        visibleTo(work.actor, submissions),
      ),
    )
    .orderBy(asc(submissions.submittedAt), asc(submissions.attempt))
  return rows.map((row) => ({ ...row, window: windowOf(row) }))
}

export async function listProofs(work: Work, { activityId, organisationId }: OfCell): Promise<ProofInCell[]> {
  const rows = await work.db
    .select({ proof: proofItems, file: { id: files.id, name: files.name, type: files.type, size: files.size } })
    .from(proofItems)
    .leftJoin(files, eq(files.id, proofItems.fileId))
    .where(
      and(
        eq(proofItems.activityId, activityId),
        eq(proofItems.organisationId, organisationId),
        visibleTo(work.actor, proofItems),
      ),
    )
    .orderBy(asc(proofItems.recordedAt))
  return rows.map(({ proof, file }) => ({ ...proof, file }))
}

export function listReleases(work: Work, { activityId, organisationId }: OfCell) {
  return work.db
    .select()
    .from(controlReleases)
    .where(
      and(
        eq(controlReleases.activityId, activityId),
        eq(controlReleases.organisationId, organisationId),
        visibleTo(work.actor, controlReleases),
      ),
    )
    .orderBy(desc(controlReleases.releasedAt))
}

export function listExemptions(work: Work, { activityId, organisationId }: OfCell) {
  return work.db
    .select()
    .from(exemptions)
    .where(
      and(
        eq(exemptions.activityId, activityId),
        eq(exemptions.organisationId, organisationId),
        visibleTo(work.actor, exemptions),
      ),
    )
    .orderBy(desc(exemptions.madeAt))
}

/** Every request for a later day, the newest first. */
export function listMoves(work: Work, { activityId, organisationId }: OfCell) {
  return work.db
    .select()
    .from(deadlineMoves)
    .where(
      and(
        eq(deadlineMoves.activityId, activityId),
        eq(deadlineMoves.organisationId, organisationId),
        visibleTo(work.actor, deadlineMoves),
      ),
    )
    .orderBy(desc(deadlineMoves.askedAt), desc(deadlineMoves.id))
}

/**
 * Whether the head of the authority can sign in: she has a login, or has been here. Tells nothing about her but that.
 * A column for a statement that reads something else.
 */
export function controllerHasAccount(authorityId: Column | SQL): SQL<boolean> {
  return sql<boolean>`exists (select from ${memberships} m join ${people} p on p.id = m.person_id
    where m.organisation_id = ${authorityId} and m.role = 'authority_head' and m.ended_at is null
      and p.disabled_at is null
      and (p.login is not null or exists (select from ${sessions} s where s.person_id = p.id)))`
}
