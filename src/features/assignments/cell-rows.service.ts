import { and, asc, type Column, desc, eq, type SQL, sql } from 'drizzle-orm'
import type { ActivityId, FileId, OrganisationId } from '../../kernel/id.ts'
import { preparedRead } from '../../server/prepared-read.ts'
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

const attemptsOf = preparedRead<OfCell, typeof submissions.$inferSelect>('cell-attempts', ({ db, asked, visible }) =>
  db
    .select()
    .from(submissions)
    .where(
      and(
        eq(submissions.activityId, asked('activityId')),
        eq(submissions.organisationId, asked('organisationId')),
        visible(submissions),
      ),
    )
    .orderBy(asc(submissions.submittedAt), asc(submissions.attempt)),
)

export async function listAttempts(work: Work, cell: OfCell): Promise<AttemptRow[]> {
  const rows = await attemptsOf(work, cell)
  return rows.map((row) => ({ ...row, window: windowOf(row) }))
}

const proofsOf = preparedRead<OfCell, { proof: ProofRow; file: ProofInCell['file'] }>(
  'cell-proofs',
  ({ db, asked, visible }) =>
    db
      .select({ proof: proofItems, file: { id: files.id, name: files.name, type: files.type, size: files.size } })
      .from(proofItems)
      .leftJoin(files, eq(files.id, proofItems.fileId))
      .where(
        and(
          eq(proofItems.activityId, asked('activityId')),
          eq(proofItems.organisationId, asked('organisationId')),
          visible(proofItems),
        ),
      )
      .orderBy(asc(proofItems.recordedAt)),
)

export async function listProofs(work: Work, cell: OfCell): Promise<ProofInCell[]> {
  const rows = await proofsOf(work, cell)
  return rows.map(({ proof, file }) => ({ ...proof, file }))
}

export const listReleases = preparedRead<OfCell, ReleaseRow>('cell-releases', ({ db, asked, visible }) =>
  db
    .select()
    .from(controlReleases)
    .where(
      and(
        eq(controlReleases.activityId, asked('activityId')),
        eq(controlReleases.organisationId, asked('organisationId')),
        visible(controlReleases),
      ),
    )
    .orderBy(desc(controlReleases.releasedAt)),
)

export const listExemptions = preparedRead<OfCell, ExemptionRow>('cell-exemptions', ({ db, asked, visible }) =>
  db
    .select()
    .from(exemptions)
    .where(
      and(
        eq(exemptions.activityId, asked('activityId')),
        eq(exemptions.organisationId, asked('organisationId')),
        visible(exemptions),
      ),
    )
    .orderBy(desc(exemptions.madeAt)),
)

/** Every request for a later day, the newest first. */
export const listMoves = preparedRead<OfCell, MoveRow>('cell-moves', ({ db, asked, visible }) =>
  db
    .select()
    .from(deadlineMoves)
    .where(
      and(
        eq(deadlineMoves.activityId, asked('activityId')),
        eq(deadlineMoves.organisationId, asked('organisationId')),
        visible(deadlineMoves),
      ),
    )
    .orderBy(desc(deadlineMoves.askedAt), desc(deadlineMoves.id)),
)

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
