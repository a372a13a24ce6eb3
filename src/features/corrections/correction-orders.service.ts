import { createHash } from 'node:crypto'
import { and, desc, eq, ne } from 'drizzle-orm'
import { dotted } from '../../kernel/day.ts'
import type { DocumentId } from '../../kernel/id.ts'
import { refuseUnless } from '../../kernel/refusal.ts'
import { visibleTo } from '../../server/visibility.ts'
import type { Work } from '../../server/work.ts'
import { isWritten } from '../documents/document.ts'
import { documents } from '../documents/tables.ts'
import { amendedRows } from '../road-maps/amended-rows.ts'
import { applyDifference } from '../road-maps/row-difference.ts'
import type { AmendingOrderView } from './contract.ts'
import type { Ordered } from './correction.ts'
import type { Loaded } from './load-correction.service.ts'
import { correctionOrders } from './tables.ts'

/** An order about a correction, with the mark of the changes that it was written of. */
export type CorrectionOrder = Awaited<ReturnType<typeof listOrders>>[number]

/** Every order about a correction that was not put away, the newest first. */
export async function listOrders(work: Work, { correction }: Pick<Loaded, 'correction'>) {
  const { id, rowVersion, status, number, signedOn, title } = documents
  return work.db
    .select({ id, rowVersion, status, number, date: signedOn, title, changes: correctionOrders.changes })
    .from(correctionOrders)
    .innerJoin(documents, eq(documents.id, correctionOrders.documentId))
    .where(
      and(
        eq(correctionOrders.correctionId, correction.id),
        ne(documents.status, 'abandoned'),
        visibleTo(work.actor, correctionOrders),
      ),
    )
    .orderBy(desc(correctionOrders.writtenAt), desc(documents.id))
}

/**
 * The order that has its number: a fact that binds. Another one is registered only in its place, and repeals it; so the
 * newest is the one that stands.
 */
export function registeredAmong(orders: readonly CorrectionOrder[]): CorrectionOrder | null {
  return orders.find((one) => !isWritten(one.status)) ?? null
}

/** A second order of the same words would amend twice: whoever drafts is led to the one that has its number. */
export function refuseSecondOrder(orders: readonly CorrectionOrder[], loaded: Loaded): void {
  const registered = registeredAmong(orders)
  if (registered?.changes !== markOf(loaded)) return
  refuseUnless(false, 'conflict', 'correction.order-registered', {
    params: wordsOf(registered),
    current: { documentId: registered.id },
  })
}

/**
 * A correction of which an order is registered here is put in force by that order alone, and only while the order says
 * what the correction does. Where it says something else, the rows go back, or an order in its place is registered.
 */
export function refuseOtherOrder(orders: readonly CorrectionOrder[], loaded: Loaded, ordered: Ordered | null): void {
  const registered = registeredAmong(orders)
  if (!registered) return
  const details = { params: wordsOf(registered), current: { documentId: registered.id } }
  refuseUnless(registered.changes === markOf(loaded), 'conflict', 'correction.order-outdated', details)
  const isThis = ordered?.orderNumber === registered.number && ordered.orderDate === registered.date
  refuseUnless(isThis, 'conflict', 'correction.other-order', details)
}

/** How far the amending order has come, and whether it still says what the correction changes. */
export async function viewOrder(work: Work, loaded: Loaded): Promise<AmendingOrderView | null> {
  const orders = await listOrders(work, loaded)
  const { status: state, orderId } = loaded.correction
  const isOpen = state === 'draft'
  const mark = markOf(loaded)
  const wanted = orders.find((one) => (isOpen ? one.changes === mark : one.id === orderId))
  const shown = wanted ?? orders[0]
  if (!shown) return null
  const { id, status, number, date } = shown
  const registered = registeredAmong(orders)
  const former = registered && isWritten(status) ? registered : null
  return {
    ...{ id, status, number, date },
    isOutdated: isOpen && shown.changes !== mark,
    repeals: former && { id: former.id, number: former.number, date: former.date },
  }
}

/** Remembers which order is about a correction, and of which changes it was written. */
export async function noteOrder(work: Work, loaded: Loaded, documentId: DocumentId): Promise<void> {
  const { id: correctionId, ownerId } = loaded.correction
  await work.db
    .insert(correctionOrders)
    .values({ documentId, correctionId, ownerId, changes: markOf(loaded), writtenAt: work.now })
}

/** What the order says of the rows: changes of our understanding are none of it. */
export function amendmentsIn({ rows, changes }: Loaded) {
  return amendedRows(rows, applyDifference({ changes, order: null }, rows))
}

/** The same for the same words of the same rows under the same title. */
function markOf(loaded: Loaded): string {
  const rows = amendmentsIn(loaded)
  const said = loaded.newTitle === null ? rows : [loaded.newTitle, ...rows]
  return createHash('sha256').update(JSON.stringify(said)).digest('hex')
}

function wordsOf({ number, date }: CorrectionOrder) {
  return { number: number ?? '', date: date === null ? '' : dotted(date) }
}
