import { and, eq, inArray } from 'drizzle-orm'
import { personIdOf } from '../../kernel/actor.ts'
import { type Day, dotted } from '../../kernel/day.ts'
import { type DocumentId, type Id, newId, type RoadMapId } from '../../kernel/id.ts'
import { Refusal, refuseUnless } from '../../kernel/refusal.ts'
import { writeDocx } from '../../paper/write-docx.ts'
import { visibleTo } from '../../server/visibility.ts'
import type { Download, Work } from '../../server/work.ts'
import { record } from '../audit/service.ts'
import { registerDocument } from '../documents/service.ts'
import { reviseRoadMap } from '../road-maps/revise-road-map.service.ts'
import { applyDifference, bringOnto } from '../road-maps/row-difference.ts'
import { activities } from '../road-maps/tables.ts'
import { loadDraft } from './change-rows.service.ts'
import type { CorrectionSummary } from './contract.ts'
import { type BasisKind, changesText } from './correction.ts'
import {
  changeOf,
  type Loaded,
  loadCorrectable,
  loadWhole,
  schoolsConcerned,
  summaryOf,
} from './load-correction.service.ts'
import { amendingOrder } from './paper.ts'
import { corrections } from './tables.ts'
import { paperNames } from './words.ts'

type Head = { reason: string; basisKind: BasisKind; basis: string }
type Place = { id: Id<'correction'>; rowVersion: number }

/** One at a time: whoever comes second goes on with the one that stands. */
export async function startCorrection(
  work: Work,
  { roadMapId, ...head }: Head & { roadMapId: RoadMapId },
): Promise<CorrectionSummary> {
  const { owner } = await loadCorrectable(work, roadMapId)
  const [started] = await work.db
    .insert(corrections)
    .values({
      ...{ id: newId<'correction'>(), roadMapId, ownerId: owner.id, status: 'draft', ...head },
      ...{ startedBy: personIdOf(work.actor), startedAt: work.now },
    })
    .onConflictDoNothing()
    .returning()
  refuseUnless(started, 'conflict', 'correction.already-open')
  await record(work, {
    action: 'correction.started',
    subjectId: started.id,
    organisationId: owner.id,
    after: { roadMapId, ...head },
  })
  return summaryOf(started)
}

export async function describeCorrection(work: Work, { id, rowVersion, ...head }: Place & Head) {
  const { correction: before } = await loadDraftAt(work, { id, rowVersion })
  const after = await change(work, { id, rowVersion }, head)
  await record(work, { action: 'correction.described', subjectId: id, organisationId: before.ownerId, before, after })
  return summaryOf(after)
}

export async function abandonCorrection(work: Work, place: Place): Promise<CorrectionSummary> {
  await loadDraftAt(work, place)
  const after = await change(work, place, { status: 'abandoned', ...decided(work) })
  await record(work, { action: 'correction.abandoned', subjectId: place.id, organisationId: after.ownerId, after })
  return summaryOf(after)
}

type Approval = Place & { orderNumber: string | null; orderDate: Day | null }

/** The map with everything changed becomes its next revision; the one before stays to be read. */
export async function approveCorrection(work: Work, { orderNumber, orderDate, ...place }: Approval) {
  const loaded = await loadDraftAt(work, place)
  const { correction, inForce, changes, conflicts, rows } = loaded
  const list = [...conflicts.values()]
    .map(({ change }) => (change.after ?? change.before).number ?? (change.after ?? change.before).title)
    .join(', ')
  refuseUnless(conflicts.size === 0, 'conflict', 'correction.conflicts', { params: { list } })
  refuseUnless(changes.length > 0, 'conflict', 'correction.nothing-changed')
  const ordered = orderNumber && orderDate ? { orderNumber, orderDate } : null
  refuseUnless(ordered || !changesText(changes), 'unprocessable', 'correction.needs-order', {
    fields: [{ path: 'orderNumber', message: '' }],
  })
  const { revision } = inForce
  const order = ordered
    ? { ...ordered, documentId: await registerAmendment(work, loaded, ordered) }
    : { orderNumber: revision.orderNumber, orderDate: revision.orderDate, documentId: revision.documentId }
  const standing = applyDifference({ changes, order: null }, rows)
  const known = await knownAmong(
    work,
    standing.map((row) => row.activityId),
  )
  const number = revision.number + 1
  const revisionId = await reviseRoadMap(work, {
    ...{ roadMapId: correction.roadMapId, ownerId: correction.ownerId, number, ...order, importId: null },
    reason: correction.reason,
    rows: standing.map((row) => ({ ...row, isNew: !known.has(row.activityId) })),
  })
  const after = await change(work, place, { status: 'approved', ...order, revisionId, ...decided(work) })
  await record(work, {
    action: 'correction.approved',
    subjectId: correction.id,
    organisationId: correction.ownerId,
    after: { ...summaryOf(after), revision: number },
  })
  return { revision: number, schools: await schoolsConcerned(work, loaded) }
}

/** The draft «приказ о внесении изменений», as far as the changes are known now. */
export async function printAmendingOrder(work: Work, { id }: { id: Id<'correction'> }): Promise<Download> {
  const { correction, inForce, changes, stored } = await loadWhole(work, id)
  const blocks = amendingOrder({
    title: inForce.roadMap.title,
    order: { number: inForce.revision.orderNumber, date: inForce.revision.orderDate },
    correction,
    changes: correction.status === 'draft' ? changes : storedChanges(stored),
  })
  return {
    name: paperNames[work.language]['paper.amending-order'],
    type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    bytes: writeDocx(blocks),
  }
}

/** What an approved correction changed; a row that was given back is none. */
function storedChanges(stored: Loaded['stored']) {
  return [...stored.values()].map(changeOf).filter((one) => bringOnto(one, one.before) !== null)
}

async function loadDraftAt(work: Work, { id, rowVersion }: Place): Promise<Loaded> {
  const loaded = await loadDraft(work, id)
  if (loaded.correction.rowVersion !== rowVersion) throw changedMeanwhile(loaded)
  return loaded
}

async function change(work: Work, { id, rowVersion }: Place, values: Partial<typeof corrections.$inferInsert>) {
  const [after] = await work.db
    .update(corrections)
    .set({ ...values, rowVersion: rowVersion + 1 })
    .where(and(eq(corrections.id, id), eq(corrections.rowVersion, rowVersion), eq(corrections.status, 'draft')))
    .returning()
  if (!after) throw changedMeanwhile(await loadWhole(work, id))
  return after
}

function changedMeanwhile({ correction }: Loaded): Refusal {
  return new Refusal('stale', 'correction.changed-meanwhile', { current: summaryOf(correction) })
}

function decided(work: Work) {
  return { decidedBy: personIdOf(work.actor), decidedAt: work.now }
}

function registerAmendment(
  work: Work,
  { inForce, correction }: Loaded,
  { orderNumber, orderDate }: { orderNumber: string; orderDate: Day },
): Promise<DocumentId> {
  const { orderNumber: number, orderDate: date } = inForce.revision
  const amended = `${date ? ` от ${dotted(date)}` : ''}${number ? ` № ${number}` : ''}`
  return registerDocument(work, {
    organisationId: correction.ownerId,
    kind: 'order',
    number: orderNumber,
    signedOn: orderDate,
    title: `О внесении изменений в приказ${amended}`,
  }).then(({ id }) => id)
}

/** Rows that were in the map once keep their activity, and with it their facts. */
async function knownAmong(work: Work, ids: (typeof activities.$inferSelect)['id'][]) {
  const found = await work.db
    .select({ id: activities.id })
    .from(activities)
    .where(and(inArray(activities.id, ids), visibleTo(work.actor, activities)))
  return new Set(found.map((one) => one.id))
}
