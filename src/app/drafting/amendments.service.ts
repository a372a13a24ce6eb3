import { draftAmendingOrder } from '../../features/corrections/amending-order.service.ts'
import { listCorrections } from '../../features/corrections/load-correction.service.ts'
import { loadMapOf } from '../../features/road-maps/map-paper.service.ts'
import { holdsSomewhere } from '../../kernel/actor.ts'
import type { DocumentId, ProgrammeId } from '../../kernel/id.ts'
import type { Work } from '../../server/work.ts'

/** The amending order of the correction that is open; null where none is, or where the caller corrects no road map. */
export async function draftOfCorrection(work: Work, programmeId: ProgrammeId): Promise<DocumentId | null> {
  if (!holdsSomewhere(work.actor, ['municipal_coordinator'])) return null
  const { id: roadMapId } = await loadMapOf(work, programmeId)
  const { corrections } = await listCorrections(work, { roadMapId })
  const open = corrections.find(({ status }) => status === 'draft')
  return open ? (await draftAmendingOrder(work, open)).documentId : null
}
