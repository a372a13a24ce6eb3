import type { DocumentId } from '../../kernel/id.ts'
import { refuseUnless } from '../../kernel/refusal.ts'
import type { Work } from '../../server/work.ts'
import { record } from '../audit/service.ts'
import { isWritten } from '../documents/document.ts'
import { abandonDraft, createDraft } from '../documents/draft.service.ts'
import { loadProgrammeFacts } from '../programmes/programme-facts.service.ts'
import { listParticipants } from '../programmes/service.ts'
import { amendingOrder } from '../road-maps/order-paper.ts'
import {
  amendmentsIn,
  type CorrectionOrder,
  listOrders,
  noteOrder,
  refuseSecondOrder,
  registeredAmong,
} from './correction-orders.service.ts'
import { changeDraftOf, loadDraftAt, type Place, refuseConflicts } from './draft-at.service.ts'

/**
 * The amending order as a draft in the journal, in the words of the changes; a former draft of it is put away. Where a
 * registered one says something else by now, the draft takes its place and repeals it.
 */
export async function draftAmendingOrder(work: Work, place: Place): Promise<{ documentId: DocumentId }> {
  const loaded = await loadDraftAt(work, place)
  refuseConflicts(loaded)
  const orders = await listOrders(work, loaded)
  refuseSecondOrder(orders, loaded)
  const changes = amendmentsIn(loaded)
  const { correction, inForce, newTitle } = loaded
  refuseUnless(changes.length > 0 || newTitle !== null, 'conflict', 'correction.nothing-to-order')
  const programmeId = inForce.programme.id
  const facts = await loadProgrammeFacts(work, programmeId)
  const participants = await listParticipants(work, programmeId)
  const { orderNumber: number, orderDate: date } = inForce.revision
  const because = [lowered(correction.reason), correction.basis].filter((words) => words !== '').join('; ')
  const order = { number, date, title: inForce.roadMap.title }
  const repeals = registeredAmong(orders)
  const paper = amendingOrder(facts, { order, changes, newTitle, because, repeals })
  await putDraftsAway(work, orders)
  const { id: documentId } = await createDraft(work, {
    ...paper,
    ownerId: correction.ownerId,
    programmeId,
    organisationIds: participants.map((one) => one.organisationId),
  })
  await noteOrder(work, loaded, documentId)
  await changeDraftOf(work, place, {})
  await record(work, {
    action: 'correction.order-drafted',
    subjectId: correction.id,
    organisationId: correction.ownerId,
    before: { orderId: orders[0]?.id ?? null },
    after: { orderId: documentId, repeals: repeals?.id ?? null },
  })
  return { documentId }
}

/** A draft beside another order would wait for a number that it must not get. */
export async function putDraftsAway(work: Work, orders: readonly CorrectionOrder[]): Promise<void> {
  for (const one of orders) if (isWritten(one.status)) await abandonDraft(work, one)
}

/** A sentence inside another one; an abbreviation keeps its capitals. */
function lowered(text: string): string {
  const plain = text.replace(/[.\s]+$/, '')
  return /^\p{Lu}\p{Lu}/u.test(plain) ? plain : plain.charAt(0).toLowerCase() + plain.slice(1)
}
