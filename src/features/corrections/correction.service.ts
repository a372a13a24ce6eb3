import { and, inArray } from 'drizzle-orm'
import { personIdOf } from '../../kernel/actor.ts'
import { type Day, dayAt, dotted } from '../../kernel/day.ts'
import { type DocumentId, newId, type RoadMapId } from '../../kernel/id.ts'
import { refuseUnless } from '../../kernel/refusal.ts'
import { visibleTo } from '../../server/visibility.ts'
import type { Work } from '../../server/work.ts'
import { record } from '../audit/service.ts'
import { registerDocument } from '../documents/service.ts'
import { loadOrganisation } from '../organisations/service.ts'
import { reviseRoadMap } from '../road-maps/revise-road-map.service.ts'
import { applyDifference } from '../road-maps/row-difference.ts'
import { activities } from '../road-maps/tables.ts'
import { putDraftsAway } from './amending-order.service.ts'
import type { CorrectionSummary } from './contract.ts'
import { changesText, type Ordered } from './correction.ts'
import { listOrders, noteOrder, refuseOtherOrder, registeredAmong } from './correction-orders.service.ts'
import { changeDraftOf, loadDraftAt, type Place, refuseConflicts } from './draft-at.service.ts'
import { type Grounds, groundsOf } from './grounds.ts'
import { type Loaded, loadCorrectable, schoolsConcerned, summaryOf } from './load-correction.service.ts'
import { corrections } from './tables.ts'

/** One at a time: whoever comes second goes on with the one that stands. */
export async function startCorrection(
  work: Work,
  { roadMapId, ...grounds }: Grounds & { roadMapId: RoadMapId },
): Promise<CorrectionSummary> {
  const { owner } = await loadCorrectable(work, roadMapId)
  const [started] = await work.db
    .insert(corrections)
    .values({
      ...{ id: newId<'correction'>(), roadMapId, ownerId: owner.id, status: 'draft', ...grounds },
      ...{ startedBy: personIdOf(work.actor), startedAt: work.now },
    })
    .onConflictDoNothing()
    .returning()
  refuseUnless(started, 'conflict', 'correction.already-open')
  await record(work, {
    action: 'correction.started',
    subjectId: started.id,
    organisationId: owner.id,
    after: { roadMapId, ...grounds },
  })
  return summaryOf(started)
}

export async function describeCorrection(work: Work, { id, rowVersion, ...grounds }: Place & Grounds) {
  const { correction: before } = await loadDraftAt(work, { id, rowVersion })
  const after = await changeDraftOf(work, { id, rowVersion }, grounds)
  await record(work, { action: 'correction.described', subjectId: id, organisationId: before.ownerId, before, after })
  return summaryOf(after)
}

/** What the map is to be called; named as it is in force, nothing changes. */
export async function nameMap(work: Work, { title, ...place }: Place & { title: string }): Promise<CorrectionSummary> {
  const { correction: before, inForce } = await loadDraftAt(work, place)
  const newTitle = title === inForce.roadMap.title ? null : title
  const after = await changeDraftOf(work, place, { newTitle })
  await record(work, {
    action: 'correction.map-named',
    subjectId: place.id,
    organisationId: before.ownerId,
    before: { title: before.newTitle ?? inForce.roadMap.title },
    after: { title },
  })
  return summaryOf(after)
}

export async function abandonCorrection(work: Work, place: Place): Promise<CorrectionSummary> {
  await loadDraftAt(work, place)
  const after = await changeDraftOf(work, place, { status: 'abandoned', ...decided(work) })
  await record(work, { action: 'correction.abandoned', subjectId: place.id, organisationId: after.ownerId, after })
  return summaryOf(after)
}

type Approval = Place & { orderNumber: string | null; orderDate: Day | null }

/** The map with everything changed becomes its next revision; the one before stays to be read. */
export async function approveCorrection(work: Work, { orderNumber, orderDate, ...place }: Approval) {
  const loaded = await loadDraftAt(work, place)
  const { correction, inForce, changes, newTitle, rows } = loaded
  refuseConflicts(loaded)
  refuseUnless(changes.length > 0 || newTitle !== null, 'conflict', 'correction.nothing-changed')
  const ordered = orderNumber && orderDate ? { orderNumber, orderDate } : null
  refuseUnless(ordered || !changesText(loaded), 'unprocessable', 'correction.needs-order', {
    fields: [{ path: 'orderNumber', message: '' }],
  })
  const orders = await listOrders(work, loaded)
  refuseOtherOrder(orders, loaded, ordered)
  if (ordered && !registeredAmong(orders)) {
    const { timeZone } = await loadOrganisation(work, correction.ownerId)
    const hasCome = ordered.orderDate <= dayAt(work.now, timeZone)
    refuseUnless(hasCome, 'unprocessable', 'correction.order-in-future')
    refuseEarly(ordered, inForce.revision.orderDate)
  }
  await putDraftsAway(work, orders)
  const { revision } = inForce
  const order = ordered
    ? { ...ordered, documentId: registeredAmong(orders)?.id ?? (await noteElsewhere(work, loaded, ordered)) }
    : { orderNumber: revision.orderNumber, orderDate: revision.orderDate, documentId: revision.documentId }
  const standing = applyDifference({ changes, order: null }, rows)
  const known = await knownAmong(
    work,
    standing.map((row) => row.activityId),
  )
  const number = revision.number + 1
  const revisionId = await reviseRoadMap(work, {
    ...{ roadMapId: correction.roadMapId, ownerId: correction.ownerId, number, ...order, importId: null },
    ...{ reason: groundsOf(correction), title: newTitle ?? inForce.roadMap.title },
    rows: standing.map((row) => ({ ...row, isNew: !known.has(row.activityId) })),
  })
  const { documentId: orderId, ...approved } = order
  const after = await changeDraftOf(work, place, {
    status: 'approved',
    ...approved,
    ...(ordered && { orderId }),
    revisionId,
    ...decided(work),
  })
  await record(work, {
    action: 'correction.approved',
    subjectId: correction.id,
    organisationId: correction.ownerId,
    after: { ...summaryOf(after), revision: number },
  })
  return { revision: number, schools: await schoolsConcerned(work, loaded) }
}

/** A mistyped year would stand for good. An order that is registered here is a fact, and binds as it is. */
function refuseEarly({ orderDate }: Ordered, former: Day | null): void {
  if (!former) return
  const details = { params: { date: dotted(former) } }
  refuseUnless(orderDate >= former, 'unprocessable', 'correction.order-too-early', details)
}

function decided(work: Work) {
  return { decidedBy: personIdOf(work.actor), decidedAt: work.now }
}

/** An order that was issued outside of Opora stands in the journal as well. */
async function noteElsewhere(work: Work, loaded: Loaded, { orderNumber, orderDate }: Ordered): Promise<DocumentId> {
  const { inForce, correction } = loaded
  const { orderNumber: number, orderDate: date } = inForce.revision
  const amended = `${date ? ` от ${dotted(date)}` : ''}${number ? ` № ${number}` : ''}`
  const { id } = await registerDocument(work, {
    organisationId: correction.ownerId,
    kind: 'order',
    number: orderNumber,
    signedOn: orderDate,
    title: `О внесении изменений в приказ${amended}`,
  })
  await noteOrder(work, loaded, id)
  return id
}

/** Rows that were in the map once keep their activity, and with it their facts. */
async function knownAmong(work: Work, ids: (typeof activities.$inferSelect)['id'][]) {
  const found = await work.db
    .select({ id: activities.id })
    .from(activities)
    .where(and(inArray(activities.id, ids), visibleTo(work.actor, activities)))
  return new Set(found.map((one) => one.id))
}
