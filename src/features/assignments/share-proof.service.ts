import { and, eq, isNull } from 'drizzle-orm'
import type { Id } from '../../kernel/id.ts'
import type { OnBehalf } from '../../kernel/on-behalf.ts'
import { refuseUnless } from '../../kernel/refusal.ts'
import type { Work } from '../../server/work.ts'
import { record } from '../audit/service.ts'
import { changedMeanwhile, mayAct } from './acting.service.ts'
import { addToEvent, holdActivities, loadOthers, nameOf, type Spot } from './add-event.service.ts'
import { type Cell, loadCell } from './cell.service.ts'
import type { ProofRow } from './cell-rows.service.ts'
import { loadProof } from './record-proof.service.ts'
import type { OtherCell } from './shared-proof.ts'
import { proofItems } from './tables.ts'
import { isSameWindow, windowOf } from './window.ts'
import './words.ts'

type Sharing = { id: Id<'proofItem'>; rowVersion: number; cells: readonly OtherCell[]; onBehalf: OnBehalf | null }

/** «Это же подтверждает…» of a proof that stands already: recorded for all of these cells, or for none. */
export async function shareProof(work: Work, { id, rowVersion, cells, onBehalf }: Sharing): Promise<Cell> {
  const seen = await loadProof(work, id)
  await holdActivities(work, [seen, ...cells])
  const before = await loadProof(work, id)
  const cell = await loadCell(work, before.activityId, before.organisationId)
  refuseUnless(mayAct(work, cell), 'forbidden', 'assignment.not-yours')
  if (before.rowVersion !== rowVersion) throw changedMeanwhile(before)
  refuseUnless(!before.withdrawnAt, 'conflict', 'assignment.proof-withdrawn')
  const { activityId, organisationId } = before
  const others = await loadOthers(work, { activityId, organisationId, window: windowOf(before), onBehalf }, cells)
  const sharedId = before.sharedId ?? id
  for (const other of others) {
    refuseUnless(!isProved(other, sharedId), 'conflict', 'assignment.proved-already', {
      params: { name: nameOf(other.cell) },
    })
  }

  const [after] = await work.db
    .update(proofItems)
    .set({ sharedId, rowVersion: rowVersion + 1 })
    .where(and(eq(proofItems.id, id), eq(proofItems.rowVersion, rowVersion), isNull(proofItems.withdrawnAt)))
    .returning()
  if (!after) throw changedMeanwhile(await loadProof(work, id))
  await record(work, { action: 'proof.shared', subjectId: id, organisationId, before, after })
  await addToEvent(work, others, { ...saidBy(before), sharedId })
  return cell
}

/** The words, the link and the file of a proof, apart from where and by whom it was recorded. */
function saidBy({ form, url, heldOn, note, tookPart, letter, fileId }: ProofRow) {
  return { form, url, heldOn, note, tookPart, letter, fileId }
}

function isProved({ cell, recording }: Spot, sharedId: Id<'proofItem'>): boolean {
  return cell.proofs.some(
    (one) => one.sharedId === sharedId && !one.withdrawnAt && isSameWindow(windowOf(one), recording.window),
  )
}
