import { and, eq } from 'drizzle-orm'
import { newId } from '../../kernel/id.ts'
import { refuseUnless } from '../../kernel/refusal.ts'
import type { Work } from '../../server/work.ts'
import { record } from '../audit/service.ts'
import { personOf } from './acting.service.ts'
import type { Cell } from './cell.service.ts'
import type { AttemptRow } from './cell-rows.service.ts'
import { submissions } from './tables.ts'

/** What the coordinator records herself needs nobody's acceptance but her own: the window is accepted. */
export async function acceptAtOnce(work: Work, cell: Cell, index: number, note = ''): Promise<void> {
  const cycle = cell.standing.cycles[index]
  if (!cycle || cycle.state === 'accepted') return
  const last = cycle.attempts.at(-1)
  if (last?.status === 'waiting') return acceptWaiting(work, last)

  const row = {
    ...attemptAfter(cell, index),
    status: 'accepted' as const,
    submittedBy: personOf(work),
    submittedAt: work.now,
    note,
    decidedBy: personOf(work),
    decidedAt: work.now,
  }
  const [made] = await work.db.insert(submissions).values(row).onConflictDoNothing().returning()
  refuseUnless(made, 'conflict', 'assignment.submission-decided')
  const { organisationId } = row
  await record(work, { action: 'submission.accepted-at-once', subjectId: row.id, organisationId, after: made })
}

async function acceptWaiting(work: Work, before: AttemptRow): Promise<void> {
  const [after] = await work.db
    .update(submissions)
    .set({ status: 'accepted', decidedBy: personOf(work), decidedAt: work.now, rowVersion: before.rowVersion + 1 })
    .where(
      and(
        eq(submissions.id, before.id),
        eq(submissions.status, 'waiting'),
        eq(submissions.rowVersion, before.rowVersion),
      ),
    )
    .returning()
  refuseUnless(after, 'conflict', 'assignment.submission-decided')
  const { organisationId } = before
  await record(work, { action: 'submission.accepted', subjectId: before.id, organisationId, before, after })
}

/** The next attempt of a window; earlier ones stay as they are. */
export function attemptAfter(cell: Cell, index: number) {
  const cycle = cell.standing.cycles[index]
  if (!cycle) throw new RangeError('no such window')
  return {
    id: newId<'submission'>(),
    activityId: cell.activityId,
    organisationId: cell.organisation.id,
    windowStart: cycle.window.start,
    windowEnd: cycle.window.end,
    attempt: Math.max(0, ...cycle.attempts.map((one) => one.attempt)) + 1,
  }
}
