import { and, eq, isNull } from 'drizzle-orm'
import type { Id } from '../../kernel/id.ts'
import { refuseUnless } from '../../kernel/refusal.ts'
import type { Received } from '../../server/file-store.ts'
import { visibleTo } from '../../server/visibility.ts'
import type { Work } from '../../server/work.ts'
import { record } from '../audit/service.ts'
import { keepFile } from '../files/service.ts'
import { changedMeanwhile, mayAct } from './acting.service.ts'
import {
  addEvent,
  type GivenProof,
  holdActivities,
  loadOthers,
  type Recording,
  refuseRecording,
} from './add-event.service.ts'
import { type Cell, loadCell } from './cell.service.ts'
import { holdActivity } from './hold-activity.service.ts'
import { canWithdraw, isOpenForWork } from './permission.ts'
import type { OtherCell } from './shared-proof.ts'
import { proofItems } from './tables.ts'
import { placeOf, windowOf, windowsOf } from './window.ts'
import './words.ts'

type GivenFile = {
  received: Received
  name: string
  form: 'file' | 'photo'
  note: string
  also: readonly OtherCell[]
}

/** Adds a proof to a window, and to what else it proves. What the coordinator records is accepted at once. */
export async function recordProof(
  work: Work,
  recording: Recording,
  { also = [], ...proof }: GivenProof & { also?: readonly OtherCell[] },
): Promise<void> {
  await holdActivities(work, [recording, ...also])
  const cell = await loadCell(work, recording.activityId, recording.organisationId)
  await addEvent(work, [{ cell, recording }, ...(await loadOthers(work, recording, also))], proof)
}

/** The same for a file, which is kept once, as the organisation's own. */
export async function recordProofFile(
  work: Work,
  { received, name, also, ...proof }: GivenFile,
  recording: Recording,
): Promise<void> {
  await holdActivities(work, [recording, ...also])
  const cell = await loadCell(work, recording.activityId, recording.organisationId)
  refuseRecording(work, cell, recording)
  const others = await loadOthers(work, recording, also)
  const kept = await keepFile(work, received, { organisationId: recording.organisationId, name })
  await addEvent(work, [{ cell, recording }, ...others], { ...proof, fileId: kept.id })
}

/** The proof stays, marked as withdrawn. */
export async function withdrawProof(
  work: Work,
  { id, rowVersion }: { id: Id<'proofItem'>; rowVersion: number },
): Promise<Cell> {
  const before = await loadProof(work, id)
  await holdActivity(work, before.activityId)
  const cell = await loadCell(work, before.activityId, before.organisationId)
  refuseUnless(mayAct(work, cell), 'forbidden', 'assignment.not-yours')
  if (before.rowVersion !== rowVersion) throw changedMeanwhile(before)
  refuseUnless(!before.withdrawnAt, 'conflict', 'assignment.proof-withdrawn')
  refuseUnless(isOpenForWork(cell.now), 'conflict', 'assignment.closed')
  const index = placeOf(windowOf(before), windowsOf(cell.demand.period), cell.demand.frame)
  const state = index === null ? 'ahead' : (cell.standing.cycles[index]?.state ?? 'ahead')
  const mayWithdraw = canWithdraw(work.actor, cell.place, cell.now, { state, hasProof: true })
  refuseUnless(
    mayWithdraw,
    'conflict',
    state === 'waiting' ? 'assignment.waiting-already' : 'assignment.accepted-already',
  )

  const [withdrawn] = await work.db
    .update(proofItems)
    .set({ withdrawnAt: work.now, rowVersion: rowVersion + 1 })
    .where(and(eq(proofItems.id, id), eq(proofItems.rowVersion, rowVersion), isNull(proofItems.withdrawnAt)))
    .returning()
  if (!withdrawn) throw changedMeanwhile(await loadProof(work, id))
  const { organisationId } = before
  await record(work, { action: 'proof.withdrawn', subjectId: id, organisationId, before, after: withdrawn })
  return cell
}

export async function loadProof(work: Work, id: Id<'proofItem'>) {
  const [found] = await work.db
    .select()
    .from(proofItems)
    .where(and(eq(proofItems.id, id), visibleTo(work.actor, proofItems)))
  refuseUnless(found, 'missing', 'assignment.proof-missing')
  return found
}
