import { and, asc, desc, eq, isNull } from 'drizzle-orm'
import type { ActivityId, FileId, OrganisationId } from '../../kernel/id.ts'
import { visibleTo } from '../../server/visibility.ts'
import type { Work } from '../../server/work.ts'
import { memberships, people, sessions } from '../access/tables.ts'
import { files } from '../files/tables.ts'
import { type AttemptInCell, windowOf } from './facts.service.ts'
import { controlReleases, exemptions, proofItems, submissions } from './tables.ts'

export type ProofRow = typeof proofItems.$inferSelect
export type ProofInCell = ProofRow & { file: { id: FileId; name: string; type: string; size: number } | null }
export type AttemptRow = AttemptInCell & typeof submissions.$inferSelect
export type ReleaseRow = typeof controlReleases.$inferSelect
export type ExemptionRow = typeof exemptions.$inferSelect

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

/** The head of the authority can sign in: she has a login, or has been here. Tells nothing about her but that. */
export async function controllerHasAccount(work: Work, authorityId: OrganisationId): Promise<boolean> {
  const [found] = await work.db
    .select({ login: people.login, session: sessions.id })
    .from(memberships)
    .innerJoin(people, eq(people.id, memberships.personId))
    .leftJoin(sessions, eq(sessions.personId, people.id))
    .where(
      and(
        eq(memberships.organisationId, authorityId),
        eq(memberships.role, 'authority_head'),
        isNull(memberships.endedAt),
        isNull(people.disabledAt),
      ),
    )
    .orderBy(asc(people.login), asc(sessions.id))
    .limit(1)
  return found !== undefined && (found.login !== null || found.session !== null)
}
