import { createHash } from 'node:crypto'
import { and, eq } from 'drizzle-orm'
import type { DocumentId } from '../../kernel/id.ts'
import { refuseUnless } from '../../kernel/refusal.ts'
import { visibleTo } from '../../server/visibility.ts'
import type { Work } from '../../server/work.ts'
import { record } from '../audit/service.ts'
import { isWritten } from '../documents/document.ts'
import { abandonDraft, createDraft } from '../documents/draft.service.ts'
import { documents } from '../documents/tables.ts'
import { loadProgrammeFacts } from '../programmes/programme-facts.service.ts'
import { listParticipants } from '../programmes/service.ts'
import { amendedRows } from '../road-maps/amended-rows.ts'
import { amendingOrder } from '../road-maps/order-paper.ts'
import { applyDifference } from '../road-maps/row-difference.ts'
import type { AmendingOrderView } from './contract.ts'
import { changeDraftOf, loadDraftAt, type Place, refuseConflicts } from './draft-at.service.ts'
import type { Loaded } from './load-correction.service.ts'

/** The amending order as a draft in the journal, in the words of the changes; a former draft of it is put away. */
export async function draftAmendingOrder(work: Work, place: Place): Promise<{ documentId: DocumentId }> {
  const loaded = await loadDraftAt(work, place)
  refuseConflicts(loaded)
  const changes = amendmentsIn(loaded)
  const { correction, inForce, newTitle } = loaded
  refuseUnless(changes.length > 0 || newTitle !== null, 'conflict', 'correction.nothing-to-order')
  const programmeId = inForce.programme.id
  const facts = await loadProgrammeFacts(work, programmeId)
  const participants = await listParticipants(work, programmeId)
  const { orderNumber: number, orderDate: date } = inForce.revision
  const because = [lowered(correction.reason), correction.basis].filter((words) => words !== '').join('; ')
  const order = { number, date, title: inForce.roadMap.title }
  const paper = amendingOrder(facts, { order, changes, newTitle, because })
  const former = await findOrder(work, loaded)
  if (former && isWritten(former.status)) await abandonDraft(work, former)
  const organisationIds = participants.map((one) => one.organisationId)
  const { id: orderId } = await createDraft(work, {
    ...paper,
    ownerId: correction.ownerId,
    programmeId,
    organisationIds,
  })
  await changeDraftOf(work, place, { orderId, orderedChanges: markOf(loaded) })
  await record(work, {
    action: 'correction.order-drafted',
    subjectId: correction.id,
    organisationId: correction.ownerId,
    before: { orderId: correction.orderId },
    after: { orderId },
  })
  return { documentId: orderId }
}

/** How far the amending order has come, and whether it still says what the correction changes. */
export async function viewOrder(work: Work, loaded: Loaded): Promise<AmendingOrderView | null> {
  const found = await findOrder(work, loaded)
  if (!found || found.status === 'abandoned') return null
  const { id, status, number, signedOn } = found
  const isOpen = loaded.correction.status === 'draft'
  return {
    id,
    status,
    number,
    date: signedOn,
    isOutdated: isOpen && loaded.correction.orderedChanges !== markOf(loaded),
  }
}

async function findOrder(work: Work, { correction: { orderId } }: Loaded) {
  if (orderId === null) return null
  const [found] = await work.db
    .select()
    .from(documents)
    .where(and(eq(documents.id, orderId), visibleTo(work.actor, documents)))
  return found ?? null
}

function amendmentsIn({ rows, changes }: Loaded) {
  return amendedRows(rows, applyDifference({ changes, order: null }, rows))
}

/** The same for the same words of the same rows under the same title. */
function markOf(loaded: Loaded): string {
  const rows = amendmentsIn(loaded)
  const said = loaded.newTitle === null ? rows : [loaded.newTitle, ...rows]
  return createHash('sha256').update(JSON.stringify(said)).digest('hex')
}

/** A sentence inside another one; an abbreviation keeps its capitals. */
function lowered(text: string): string {
  const plain = text.replace(/[.\s]+$/, '')
  return /^\p{Lu}\p{Lu}/u.test(plain) ? plain : plain.charAt(0).toLowerCase() + plain.slice(1)
}
