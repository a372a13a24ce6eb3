import { and, eq } from 'drizzle-orm'
import type { ActivityId, Id, OrganisationId } from '../../kernel/id.ts'
import type { Window } from '../../kernel/period.ts'
import { refuseUnless } from '../../kernel/refusal.ts'
import { visibleTo } from '../../server/visibility.ts'
import type { Work } from '../../server/work.ts'
import { record } from '../audit/service.ts'
import { acceptAtOnce, attemptAfter } from './accept-at-once.service.ts'
import { changedMeanwhile, mayAct, personOf, refuseUnlessAsked } from './acting.service.ts'
import { type Cell, loadCell, loadWindow } from './cell.service.ts'
import { holdActivity } from './hold-activity.service.ts'
import { answersFor, canAccept, canReturn, canSubmit, guides, isOpenForWork } from './permission.ts'
import { submissions } from './tables.ts'
import './words.ts'

type Submitting = { activityId: ActivityId; organisationId: OrganisationId; window: Window; note: string }
type Deciding = { id: Id<'submission'>; rowVersion: number; comment: string }

/** «Сдать»: the window then waits for the coordinator; what she hands in herself is accepted at once. */
export async function submitWindow(work: Work, { activityId, organisationId, window, note }: Submitting) {
  await holdActivity(work, activityId)
  const cell = await loadCell(work, activityId, organisationId)
  refuseUnlessAsked(cell)
  refuseUnless(mayAct(work, cell), 'forbidden', 'assignment.not-yours')
  const found = loadWindow(cell, window)
  refuseUnless(isOpenForWork(cell.now), 'conflict', 'assignment.closed')
  refuseUnless(found.state !== 'accepted', 'conflict', 'assignment.accepted-already')
  refuseUnless(found.state !== 'waiting', 'conflict', 'assignment.waiting-already')
  const isReady = canSubmit(work.actor, cell.place, cell.now, found)
  refuseUnless(isReady, 'unprocessable', 'assignment.nothing-proves-it')
  if (!answersFor(work.actor, cell.place)) return acceptAtOnce(work, cell, found.index, note)

  await handIn(work, cell, { index: found.index, note })
}

/** The window waits from here on; whoever asks has looked at whether it may. */
export async function handIn(work: Work, cell: Cell, { index, note }: { index: number; note: string }): Promise<void> {
  const row = {
    ...attemptAfter(cell, index),
    status: 'waiting' as const,
    submittedBy: personOf(work),
    submittedAt: work.now,
    note,
  }
  const { organisationId } = row
  const [made] = await work.db.insert(submissions).values(row).onConflictDoNothing().returning()
  refuseUnless(made, 'conflict', 'assignment.waiting-already')
  await record(work, { action: 'submission.made', subjectId: row.id, organisationId, after: made })
}

export async function acceptSubmission(work: Work, { id, rowVersion, comment }: Deciding): Promise<Cell> {
  const { before, cell } = await loadToDecide(work, id, rowVersion)
  const isWaiting = canAccept(work.actor, cell.place, before.status)
  refuseUnless(isWaiting, 'conflict', 'assignment.submission-decided')
  await decide(work, before, { status: 'accepted', comment })
  return cell
}

/** The attempt stays with its comment; the school's next one is a new row. */
export async function returnSubmission(work: Work, { id, rowVersion, comment }: Deciding): Promise<Cell> {
  const { before, cell } = await loadToDecide(work, id, rowVersion)
  refuseUnless(cell.removedBy === null, 'conflict', 'assignment.nothing-asked')
  refuseUnless(!cell.now.isReleased, 'conflict', 'assignment.closed')
  const mayReturn = canReturn(work.actor, cell.place, cell.now, before.status)
  refuseUnless(mayReturn, 'conflict', 'assignment.submission-decided')
  await decide(work, before, { status: 'returned', comment })
  return cell
}

type Row = typeof submissions.$inferSelect

async function loadToDecide(work: Work, id: Row['id'], rowVersion: number): Promise<{ before: Row; cell: Cell }> {
  const before = await loadSubmission(work, id)
  await holdActivity(work, before.activityId)
  const cell = await loadCell(work, before.activityId, before.organisationId)
  refuseUnless(guides(work.actor, cell.place), 'forbidden', 'assignment.not-yours')
  if (before.rowVersion !== rowVersion) throw changedMeanwhile(before)
  return { before, cell }
}

async function loadSubmission(work: Work, id: Row['id']): Promise<Row> {
  const [found] = await work.db
    .select()
    .from(submissions)
    .where(and(eq(submissions.id, id), visibleTo(work.actor, submissions)))
  refuseUnless(found, 'missing', 'assignment.submission-missing')
  return found
}

async function decide(work: Work, before: Row, answer: { status: 'accepted' | 'returned'; comment: string }) {
  const [after] = await work.db
    .update(submissions)
    .set({ ...answer, decidedBy: personOf(work), decidedAt: work.now, rowVersion: before.rowVersion + 1 })
    .where(
      and(
        eq(submissions.id, before.id),
        eq(submissions.status, before.status),
        eq(submissions.rowVersion, before.rowVersion),
      ),
    )
    .returning()
  if (!after) throw changedMeanwhile(await loadSubmission(work, before.id))
  const { id, organisationId } = before
  await record(work, { action: `submission.${answer.status}`, subjectId: id, organisationId, before, after })
}
