import { and, eq, isNull } from 'drizzle-orm'
import type { Id } from '../../kernel/id.ts'
import type { Window } from '../../kernel/period.ts'
import { Refusal, refuseUnless } from '../../kernel/refusal.ts'
import { visibleTo } from '../../server/visibility.ts'
import type { Work } from '../../server/work.ts'
import { changedMeanwhile, isAskedOf } from './acting.service.ts'
import { holdActivities, nameOf } from './add-event.service.ts'
import { type Cell, loadCell, loadWindow } from './cell.service.ts'
import type { ProofRow } from './cell-rows.service.ts'
import { answersFor, canSubmit, isOpenForWork } from './permission.ts'
import { loadProof } from './record-proof.service.ts'
import { handIn } from './submit.service.ts'
import { proofItems } from './tables.ts'
import { isSameWindow, windowOf } from './window.ts'
import './words.ts'

/**
 * «Сдать во всех»: every row that this event proves and that is still to be handed in, or none of them. What waits for
 * its answer or has it stays as it is; each attempt is answered by itself.
 */
export async function submitShared(work: Work, { id, rowVersion }: { id: Id<'proofItem'>; rowVersion: number }) {
  await holdActivities(work, await listOfEvent(work, await loadProof(work, id)))
  const proof = await loadProof(work, id)
  const cell = await loadCell(work, proof.activityId, proof.organisationId)
  refuseUnless(answersFor(work.actor, cell.place), 'forbidden', 'assignment.not-yours')
  if (proof.rowVersion !== rowVersion) throw changedMeanwhile(proof)
  refuseUnless(!proof.withdrawnAt, 'conflict', 'assignment.proof-withdrawn')

  const ready = []
  for (const one of await listOfEvent(work, proof)) {
    const other = await loadCell(work, one.activityId, one.organisationId)
    if (!takesAnswer(other, windowOf(one))) continue
    const found = loadWindow(other, windowOf(one))
    if (!canSubmit(work.actor, other.place, other.now, found)) {
      throw new Refusal('conflict', 'assignment.not-handed-in', { params: { name: nameOf(other) } })
    }
    ready.push({ cell: other, index: found.index })
  }
  refuseUnless(ready.length > 0, 'conflict', 'assignment.all-handed-in')
  for (const one of ready) await handIn(work, one.cell, { index: one.index, note: '' })
  return cell
}

/** False where the row asks nothing any more, is read by another window now, waits for its answer or has it. */
function takesAnswer(cell: Cell, window: Window): boolean {
  if (!isAskedOf(cell) || cell.isClosed || !isOpenForWork(cell.now)) return false
  const cycle = cell.standing.cycles.find((one) => isSameWindow(one.window, window))
  return cycle !== undefined && cycle.state !== 'waiting' && cycle.state !== 'accepted'
}

/** The rows of the same organisation in which the event stands, one for each window. */
async function listOfEvent(work: Work, proof: ProofRow): Promise<ProofRow[]> {
  if (!proof.sharedId) return [proof]
  const rows = await work.db
    .select()
    .from(proofItems)
    .where(
      and(
        eq(proofItems.sharedId, proof.sharedId),
        eq(proofItems.organisationId, proof.organisationId),
        isNull(proofItems.withdrawnAt),
        visibleTo(work.actor, proofItems),
      ),
    )
  const places = new Map(rows.map((row) => [`${row.activityId}/${row.windowStart}/${row.windowEnd}`, row]))
  return [...places.values()]
}
