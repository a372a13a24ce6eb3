import { and, asc, eq, isNull, type SQL, sql } from 'drizzle-orm'
import type { Day } from '../../kernel/day.ts'
import type { ActivityId, OrganisationId } from '../../kernel/id.ts'
import type { Window } from '../../kernel/period.ts'
import { visibleTo } from '../../server/visibility.ts'
import type { Work } from '../../server/work.ts'
import type { Attempt } from './standing.ts'
import { controlReleases, exemptions, submissions } from './tables.ts'

export type SubmissionRow = typeof submissions.$inferSelect
export type AttemptInCell = Attempt & Pick<SubmissionRow, 'id' | 'rowVersion'>

/** What is known of one cell beside its proofs. */
export type CellFacts = { attempts: AttemptInCell[]; isReleased: boolean; isExempt: boolean }

export type FactsOfCells = { of(activityId: ActivityId, organisationId: OrganisationId): CellFacts }

const nothing: CellFacts = { attempts: [], isReleased: false, isExempt: false }

/** Submissions, releases and exemptions of these activities, in two statements. */
export async function listFacts(work: Work, activityIds: readonly ActivityId[]): Promise<FactsOfCells> {
  const cells = new Map<string, CellFacts>()
  if (activityIds.length === 0) return { of: () => nothing }
  const ids = sql`any(${sql.param([...activityIds])}::uuid[])`
  const cellOf = (row: { activityId: ActivityId; organisationId: OrganisationId }) => {
    const key = `${row.activityId}/${row.organisationId}`
    const cell = cells.get(key) ?? { attempts: [], isReleased: false, isExempt: false }
    cells.set(key, cell)
    return cell
  }

  const attempts = await work.db
    .select(attemptColumns)
    .from(submissions)
    .where(and(eq(submissions.activityId, ids), visibleTo(work.actor, submissions)))
    .orderBy(asc(submissions.submittedAt), asc(submissions.attempt))
  for (const row of attempts) cellOf(row).attempts.push({ ...row, window: windowOf(row) })

  for (const row of await listDecisions(work, ids)) {
    if (row.decision === 'released') cellOf(row).isReleased = true
    else cellOf(row).isExempt = true
  }

  return { of: (activityId, organisationId) => cells.get(`${activityId}/${organisationId}`) ?? nothing }
}

const attemptColumns = {
  id: submissions.id,
  activityId: submissions.activityId,
  organisationId: submissions.organisationId,
  windowStart: submissions.windowStart,
  windowEnd: submissions.windowEnd,
  attempt: submissions.attempt,
  status: submissions.status,
  submittedAt: submissions.submittedAt,
  rowVersion: submissions.rowVersion,
}

/** What took cells off control or out of the demand, and stands. */
function listDecisions(work: Work, ids: SQL) {
  const released = work.db
    .select({
      decision: sql<'released' | 'exempt'>`'released'`,
      activityId: controlReleases.activityId,
      organisationId: controlReleases.organisationId,
    })
    .from(controlReleases)
    .where(
      and(
        eq(controlReleases.activityId, ids),
        isNull(controlReleases.revokedAt),
        visibleTo(work.actor, controlReleases),
      ),
    )
  const exempt = work.db
    .select({
      decision: sql<'released' | 'exempt'>`'exempt'`,
      activityId: exemptions.activityId,
      organisationId: exemptions.organisationId,
    })
    .from(exemptions)
    .where(and(eq(exemptions.activityId, ids), isNull(exemptions.revokedAt), visibleTo(work.actor, exemptions)))
  return released.unionAll(exempt)
}

export function windowOf(row: { windowStart: Day | null; windowEnd: Day | null }): Window {
  return { start: row.windowStart, end: row.windowEnd }
}
