import { listCorrections, loadWhole } from '../../features/corrections/load-correction.service.ts'
import { loadMapOf, loadRowChanges } from '../../features/road-maps/map-paper.service.ts'
import type { AmendedOrder } from '../../features/road-maps/order-paper.ts'
import { type RowChange, rowChangeOf } from '../../features/road-maps/row-change.ts'
import { holdsSomewhere } from '../../kernel/actor.ts'
import type { ProgrammeId } from '../../kernel/id.ts'
import { refuseUnless } from '../../kernel/refusal.ts'
import type { Work } from '../../server/work.ts'

/** What an amending order must say: the open correction of the road map, or else what its newest revision changed. */
export async function loadAmendments(
  work: Work,
  programmeId: ProgrammeId,
): Promise<{ order: AmendedOrder; changes: RowChange[] }> {
  const { id: roadMapId, title } = await loadMapOf(work, programmeId)
  // Only the coordinator corrects the map; whoever else drafts the order speaks of what is approved.
  const { corrections } = holdsSomewhere(work.actor, ['municipal_coordinator'])
    ? await listCorrections(work, { roadMapId })
    : { corrections: [] }
  const open = corrections.find(({ status }) => status === 'draft')
  if (!open) return loadRowChanges(work, programmeId)
  const { changes: corrected, inForce } = await loadWhole(work, open.id)
  const changes = corrected.flatMap(({ before, after }) => rowChangeOf(before, after) ?? [])
  refuseUnless(changes.length > 0, 'unprocessable', 'road-map.nothing-to-amend')
  const { orderNumber, orderDate } = inForce.revision
  return { order: { number: orderNumber, date: orderDate, title }, changes }
}
