import { and, eq, isNull } from 'drizzle-orm'
import type { Day } from '../../kernel/day.ts'
import { type ActivityId, type FileId, type Id, newId, type OrganisationId } from '../../kernel/id.ts'
import type { OnBehalf } from '../../kernel/on-behalf.ts'
import type { Window } from '../../kernel/period.ts'
import { refuseUnless } from '../../kernel/refusal.ts'
import type { Received } from '../../server/file-store.ts'
import { visibleTo } from '../../server/visibility.ts'
import type { Work } from '../../server/work.ts'
import { record } from '../audit/service.ts'
import { keepFile, shareFiles } from '../files/service.ts'
import { acceptAtOnce } from './accept-at-once.service.ts'
import {
  changedMeanwhile,
  isGuideOnly,
  mayAct,
  personOf,
  refuseUnlessAsked,
  refuseUnlessTold,
} from './acting.service.ts'
import type { ProofForm } from './assignment.ts'
import { type Cell, loadCell, loadWindow } from './cell.service.ts'
import { holdActivity } from './hold-activity.service.ts'
import { canRecord, canWithdraw, isOpenForWork } from './permission.ts'
import { proofItems } from './tables.ts'
import { placeOf, windowOf, windowsOf } from './window.ts'
import './words.ts'

export type GivenProof = {
  form: ProofForm
  url?: string | null
  heldOn?: Day
  note?: string
  tookPart?: string
  letter?: string
  fileId?: FileId
}

export type Recording = {
  activityId: ActivityId
  organisationId: OrganisationId
  window: Window
  onBehalf: OnBehalf | null
}

/** Adds a proof to a window. What the coordinator records is accepted at once. */
export async function recordProof(work: Work, recording: Recording, proof: GivenProof): Promise<void> {
  await holdActivity(work, recording.activityId)
  const cell = await loadCell(work, recording.activityId, recording.organisationId)
  await addProof(work, cell, recording, proof)
}

/** The same for a file, which is kept as the organisation's own and handed to whoever's activity it proves. */
export async function recordProofFile(
  work: Work,
  { received, name, ...proof }: { received: Received; name: string; form: 'file' | 'photo'; note: string },
  recording: Recording,
): Promise<void> {
  await holdActivity(work, recording.activityId)
  const cell = await loadCell(work, recording.activityId, recording.organisationId)
  refuseRecording(work, cell, recording)
  const kept = await keepFile(work, received, { organisationId: recording.organisationId, name })
  await shareFiles(work, [{ fileId: kept.id, organisationId: cell.authority.id }])
  await addProof(work, cell, recording, { ...proof, fileId: kept.id })
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

async function loadProof(work: Work, id: Id<'proofItem'>) {
  const [found] = await work.db
    .select()
    .from(proofItems)
    .where(and(eq(proofItems.id, id), visibleTo(work.actor, proofItems)))
  refuseUnless(found, 'missing', 'assignment.proof-missing')
  return found
}

async function addProof(work: Work, cell: Cell, recording: Recording, proof: GivenProof): Promise<void> {
  const { index, window } = refuseRecording(work, cell, recording)
  const row = {
    ...proof,
    id: newId<'proofItem'>(),
    activityId: recording.activityId,
    organisationId: recording.organisationId,
    windowStart: window.start,
    windowEnd: window.end,
    recordedBy: personOf(work),
    onBehalf: recording.onBehalf,
    recordedAt: work.now,
  }
  await work.db.insert(proofItems).values(row)
  const { organisationId } = recording
  await record(work, { action: 'proof.recorded', subjectId: row.id, organisationId, after: row })
  if (isGuideOnly(work, cell) || recording.onBehalf) await acceptAtOnce(work, cell, index)
}

function refuseRecording(work: Work, cell: Cell, { window, onBehalf }: Recording) {
  refuseUnlessAsked(cell)
  refuseUnless(mayAct(work, cell), 'forbidden', 'assignment.not-yours')
  refuseUnlessTold(work, cell, onBehalf)
  const found = loadWindow(cell, window)
  refuseUnless(isOpenForWork(cell.now), 'conflict', 'assignment.closed')
  refuseUnless(canRecord(work.actor, cell.place, cell.now, found), 'conflict', 'assignment.accepted-already')
  return found
}
