import { and, asc, eq, inArray, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { ActivityId, OrganisationId } from '../../kernel/id.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { visibleTo } from '../../server/visibility.ts'
import type { Work } from '../../server/work.ts'
import { record } from '../audit/service.ts'
import { organisations } from '../organisations/tables.ts'
import { activities } from '../road-maps/tables.ts'
import { personOf } from './acting.service.ts'
import type { LeftReason } from './assignment.ts'
import { holdActivity } from './hold-activity.service.ts'
import { canAccept } from './permission.ts'
import { submissions } from './tables.ts'
import './words.ts'

export type CellId = { activityId: ActivityId; organisationId: OrganisationId }
type Left = CellId & { reason: LeftReason }

/** What the caller chose, and when she looked at it: what was handed in later she has not seen. */
export type Accepting = { cells: CellId[]; seenAt: string }

/**
 * «Принять» over many cells: every window that waits in them is accepted, each guarded by itself; the others are named
 * with what stands in the way. Refused where nothing is left to accept.
 */
export async function acceptMany(
  work: Work,
  { cells, seenAt }: Accepting,
): Promise<{ accepted: CellId[]; left: Left[] }> {
  // In one order for everybody: two who chose the same activities never wait for one another.
  for (const activityId of [...new Set(cells.map((one) => one.activityId))].sort()) await holdActivity(work, activityId)
  const waiting = await listWaiting(work, cells)
  const [ready, left] = [new Map<string, CellId>(), new Map<string, Left>()]
  const accepting: Waiting[] = []
  for (const cell of cells) {
    const own = waiting.filter((one) => keyOf(one.row) === keyOf(cell))
    const reason = reasonToLeave(work, own, seenAt)
    if (reason) left.set(keyOf(cell), { ...cell, reason })
    else ready.set(keyOf(cell), cell)
    if (!reason) accepting.push(...own)
  }
  if (accepting.length === 0) throw new Refusal('conflict', 'assignment.nothing-waits')
  await accept(work, accepting)
  return { accepted: [...ready.values()], left: [...left.values()] }
}

type Waiting = Awaited<ReturnType<typeof listWaiting>>[number]

function reasonToLeave({ actor }: Work, own: readonly Waiting[], seenAt: string): LeftReason | null {
  if (own.length === 0) return 'nothing-waits'
  if (own.some(({ row, ...place }) => !canAccept(actor, place, row.status))) return 'not-yours'
  return own.some(({ row }) => row.submittedAt > new Date(seenAt)) ? 'handed-in-later' : null
}

/** The windows of these cells that wait, with whose they are; one statement for a cell and for two hundred. */
function listWaiting(work: Work, cells: readonly CellId[]) {
  const owners = alias(organisations, 'owner')
  const [activityIds, organisationIds] = [cells.map((one) => one.activityId), cells.map((one) => one.organisationId)]
  return work.db
    .select({
      row: submissions,
      organisation: { path: organisations.path, kind: organisations.kind },
      authority: { path: owners.path },
    })
    .from(submissions)
    .innerJoin(activities, eq(activities.id, submissions.activityId))
    .innerJoin(owners, eq(owners.id, activities.ownerId))
    .innerJoin(organisations, eq(organisations.id, submissions.organisationId))
    .where(
      and(
        eq(submissions.status, 'waiting'),
        sql`(${submissions.activityId}, ${submissions.organisationId}) in (
          select * from unnest(${sql.param(activityIds)}::uuid[], ${sql.param(organisationIds)}::uuid[]))`,
        visibleTo(work.actor, submissions),
      ),
    )
    .orderBy(asc(submissions.submittedAt))
}

async function accept(work: Work, accepting: readonly Waiting[]): Promise<void> {
  const ids = accepting.map(({ row }) => row.id)
  const changed = await work.db
    .update(submissions)
    .set({
      status: 'accepted',
      decidedBy: personOf(work),
      decidedAt: work.now,
      rowVersion: sql`${submissions.rowVersion} + 1`,
    })
    .where(and(inArray(submissions.id, ids), eq(submissions.status, 'waiting')))
    .returning()
  const after = new Map(changed.map((row) => [row.id, row]))
  for (const { row: before } of accepting) {
    const { id, organisationId } = before
    await record(work, {
      action: 'submission.accepted',
      subjectId: id,
      organisationId,
      before,
      after: after.get(id) ?? null,
    })
  }
}

function keyOf({ activityId, organisationId }: CellId): string {
  return `${activityId}.${organisationId}`
}
