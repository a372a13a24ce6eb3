import { and, eq, sql } from 'drizzle-orm'
import type { Day } from '../../kernel/day.ts'
import {
  type DocumentId,
  type Id,
  newId,
  type OrganisationId,
  type ProgrammeId,
  type RoadMapId,
} from '../../kernel/id.ts'
import { refuseUnless } from '../../kernel/refusal.ts'
import type { Work } from '../../server/work.ts'
import { record } from '../audit/service.ts'
import { laySigned, registerDocument } from '../documents/service.ts'
import type { Organisation } from '../organisations/service.ts'
import { findProgramme, foundProgramme, setParticipants } from '../programmes/found-programme.service.ts'
import { comparableRows, type WantedRow } from './comparable-rows.ts'
import { compareWith, findTarget, projectOf } from './compare-import.service.ts'
import { type Comparison, compareRevisions, type Outcome } from './compare-revisions.ts'
import { changedMeanwhile, loadCoordinatedImport, type OrderImport } from './import-order.service.ts'
import { makeInstitutes } from './institutes-of-order.service.ts'
import { type NewRevision, reviseRoadMap } from './revise-road-map.service.ts'
import type { ActivityRow } from './road-maps.service.ts'
import { makeSchools, nameAuthority } from './schools-of-order.service.ts'
import { shareOrders } from './share-orders.service.ts'
import { orderImports, roadMaps } from './tables.ts'
import { obstaclesOf, type Understanding } from './understanding.ts'
import { obstacleWords } from './words.ts'

type Confirmation = {
  id: Id<'orderImport'>
  rowVersion: number
  orderNumber: string
  orderDate: Day
  reason?: string | undefined
}

type Confirmed = { roadMapId: RoadMapId; programmeId: ProgrammeId; outcome: Outcome | 'created'; revision: number }
type Matched = Comparison<ActivityRow, WantedRow>

/** Makes the road map from what was understood, approves and locks it; either all of it stands afterwards or nothing. */
export async function confirmUnderstanding(work: Work, confirmation: Confirmation): Promise<Confirmed> {
  const { id, orderNumber, orderDate } = confirmation
  const { imported, authority } = await loadCoordinatedImport(work, id)
  refuseUnless(imported.status === 'ready' && imported.understanding, 'conflict', 'import.not-open')
  const understood = { ...imported.understanding, orderNumber, orderDate }
  refuseObstacles(work, understood)
  await claim(work, confirmation)

  const schools = await makeSchools(work, authority, understood.participants)
  const understanding = { ...understood, participants: schools }
  await makeInstitutes(work, authority, understanding)
  await nameAuthority(work, authority, understanding.authorityName)
  const target = await findTarget(work, imported, understanding)
  const compared =
    target && (await compareWith(work, target, { understanding, answer: imported.answer, order: confirmation }))
  const programmeId = target?.programmeId ?? (await findOrFoundProgramme(work, authority, understanding))
  const outcome: Confirmed['outcome'] = compared ? compared.outcome : 'created'
  const reason = reasonOf(outcome, confirmation)
  await setParticipants(work, programmeId, participantsOf(understanding, reason))

  const next = (compared?.current.revision.number ?? 0) + 1
  const answer = { programmeId, outcome }
  if (target && compared && (outcome === 'identical' || outcome === 'participants')) {
    await keepOutcome(work, id, { understanding, roadMapId: target.id })
    await layToOrder(work, compared.current.revision.documentId, { imported, roadMapId: target.id })
    await record(work, { action: `import.${outcome}`, subjectId: id, organisationId: authority.id })
    return { ...answer, roadMapId: target.id, revision: next - 1 }
  }

  const { title } = understanding
  const roadMapId = target
    ? await hold(work, target)
    : await foundRoadMap(work, { programmeId, ownerId: authority.id, title })
  const documentId =
    compared && outcome === 'understanding'
      ? compared.current.revision.documentId
      : await registerOrder(work, { authority, imported, understanding })
  const rows: Matched[] = compared?.rows ?? compareRevisions<ActivityRow, WantedRow>([], comparableRows(understanding))
  await layToOrder(work, documentId, { imported, roadMapId: null })
  await reviseRoadMap(work, {
    ...{ roadMapId, ownerId: authority.id, number: next, reason, title, orderNumber, orderDate, documentId },
    importId: id,
    rows: standingRows(rows),
  })
  await keepOutcome(work, id, { understanding, roadMapId })
  return { ...answer, roadMapId, revision: next }
}

type ToLay = { imported: OrderImport; roadMapId: RoadMapId | null }

/** The scan that lay beside the import belongs to its order, where that has none of its own. */
async function layToOrder(work: Work, documentId: DocumentId | null, { imported, roadMapId }: ToLay): Promise<void> {
  if (!documentId || !imported.scanId) return
  if ((await laySigned(work, documentId, imported.scanId)) && roadMapId) await shareOrders(work, roadMapId)
}

/** The import remembers what it became: its schools by their ids, and its road map. */
async function keepOutcome(
  work: Work,
  id: Confirmation['id'],
  outcome: Pick<OrderImport, 'understanding' | 'roadMapId'>,
) {
  await work.db.update(orderImports).set(outcome).where(eq(orderImports.id, id))
}

/** Two clicks are two transactions: only one of them turns a ready import into a confirmed one. */
async function claim(work: Work, { id, rowVersion }: Confirmation): Promise<void> {
  const [claimed] = await work.db
    .update(orderImports)
    .set({ status: 'confirmed', rowVersion: rowVersion + 1 })
    .where(and(eq(orderImports.id, id), eq(orderImports.rowVersion, rowVersion), eq(orderImports.status, 'ready')))
    .returning({ id: orderImports.id })
  if (!claimed) throw changedMeanwhile((await loadCoordinatedImport(work, id)).imported)
}

/** Rows that go on keep their activity; what nobody knew is born. */
function standingRows(rows: readonly Matched[]): NewRevision['rows'] {
  return rows.flatMap(({ before, after }) =>
    after ? [{ ...rowOf(after), activityId: before?.activityId ?? newId<'activity'>(), isNew: before === null }] : [],
  )
}

function rowOf({ row, section }: WantedRow) {
  const { number, title, period, periodReading, executors, expectedResult, targetGroups, heldBy, proof, parts } = row
  return {
    ...{ number, title, period, periodReading, executors, expectedResult, targetGroups, heldBy, proof, parts },
    sectionNumber: section.number,
    sectionTitle: section.title,
    audience: section.audience,
  }
}

async function findOrFoundProgramme(work: Work, authority: Organisation, understanding: Understanding) {
  const project = projectOf(authority.id, understanding)
  const { controllerText } = understanding
  const { id } = (await findProgramme(work, project)) ?? (await foundProgramme(work, { ...project, controllerText }))
  return id
}

async function foundRoadMap(
  work: Work,
  wanted: { programmeId: ProgrammeId; ownerId: OrganisationId; title: string },
): Promise<RoadMapId> {
  const id = newId<'roadMap'>()
  await work.db.insert(roadMaps).values({ ...wanted, id, createdAt: work.now })
  return id
}

/** Two confirmations of one map are two transactions: the second finds another version. */
async function hold(work: Work, target: { id: RoadMapId; rowVersion: number }): Promise<RoadMapId> {
  const [held] = await work.db
    .update(roadMaps)
    .set({ rowVersion: sql`${roadMaps.rowVersion} + 1` })
    .where(and(eq(roadMaps.id, target.id), eq(roadMaps.rowVersion, target.rowVersion)))
    .returning({ id: roadMaps.id })
  refuseUnless(held, 'conflict', 'import.already-revised')
  return held.id
}

type Ordered = { authority: Organisation; imported: OrderImport; understanding: Understanding }

async function registerOrder(work: Work, { authority, imported, understanding }: Ordered): Promise<DocumentId> {
  const { id } = await registerDocument(work, {
    organisationId: authority.id,
    kind: 'order',
    number: understanding.orderNumber,
    signedOn: understanding.orderDate,
    title: imported.answer?.order?.title ?? understanding.title,
    fileId: imported.fileId,
  })
  return id
}

function refuseObstacles(work: Work, understanding: Understanding): void {
  const found = obstaclesOf(understanding)
  const list = found.map((one) => obstacleWords[work.language][one]).join(', ')
  refuseUnless(found.length === 0, 'unprocessable', 'import.obstacles', { params: { list } })
}

function reasonOf(outcome: Outcome | 'created', { reason, orderNumber }: Confirmation): string {
  if (outcome === 'created') return reason ?? ''
  return reason || (outcome === 'text' ? `приказ № ${orderNumber}` : 'уточнено понимание')
}

function participantsOf({ participants, orderNumber }: Understanding, reason: string) {
  return {
    take: participants.flatMap(({ included, organisationId, variant }) =>
      included && organisationId ? [{ organisationId, variant }] : [],
    ),
    leave: participants.flatMap(({ included, organisationId }) =>
      !included && organisationId ? [organisationId] : [],
    ),
    reason: reason || `приказ № ${orderNumber}`,
  }
}
