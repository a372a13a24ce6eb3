import { and, eq, inArray, max, sql } from 'drizzle-orm'
import { personIdOf } from '../../kernel/actor.ts'
import type { AuditAction } from '../../kernel/audit-action.ts'
import { type Day, dayAt, dotted } from '../../kernel/day.ts'
import { newId } from '../../kernel/id.ts'
import type { OnBehalf } from '../../kernel/on-behalf.ts'
import { refuseUnless } from '../../kernel/refusal.ts'
import { visibleTo } from '../../server/visibility.ts'
import type { Work } from '../../server/work.ts'
import { record } from '../audit/service.ts'
import type { Grounds } from '../corrections/grounds.ts'
import { findInherited } from './inherited.service.ts'
import {
  changedMeanwhile,
  findStanding,
  type InProject,
  loadRevision,
  loadSpot,
  loadSpotOfMap,
  type MapId,
  type RevisionId,
  type RevisionRow,
  refuseTeller,
  refuseWriter,
  type Spot,
} from './load-map.service.ts'
import { obstaclesIn } from './obstacles.ts'
import { listFormerRows, listMapRows } from './rows.service.ts'
import { canApprove, guides, isAbandonable, isOpenForWriting, isReturnable, type MapStatus } from './school-map.ts'
import { schoolMapRevisions, schoolMapRows, schoolMaps } from './tables.ts'
import type { RevisionView } from './view.ts'
import { obstacleWords } from './words.ts'

type Step = { id: RevisionId; rowVersion: number }
type Told = { onBehalf: OnBehalf | null }

/** The first revision of a school's map; a map is begun once. */
export async function startSchoolMap(work: Work, { onBehalf, ...where }: InProject & Told): Promise<RevisionView> {
  const spot = await loadSpot(work, where)
  refuseWriter(work, spot, onBehalf)
  const id = newId<'schoolMap'>()
  const map = { id, programmeId: spot.programme.id, schoolId: spot.school.id, createdAt: work.now }
  const [begun] = await work.db.insert(schoolMaps).values(map).onConflictDoNothing().returning()
  refuseUnless(begun, 'conflict', 'school-map.started-already')
  return beginRevision(work, spot, { schoolMapId: id, number: 1, onBehalf }, 'school-map.started')
}

type Correcting = { id: MapId; rowVersion: number } & Grounds & Told

/** A copy of the approved revision to be changed; the approved one stays as it is, and in force. */
export async function correctSchoolMap(work: Work, { id, rowVersion, onBehalf, ...why }: Correcting) {
  const spot = await loadSpotOfMap(work, id)
  refuseWriter(work, spot, onBehalf)
  if (spot.map?.rowVersion !== rowVersion) throw changedMeanwhile(spot.map ?? { rowVersion: 0 })
  await holdMap(work, { id, rowVersion })
  const { open, approved } = await findStanding(work, id)
  refuseUnless(approved && !open, 'conflict', 'school-map.nothing-to-correct')
  const revision = { schoolMapId: id, number: (await lastNumber(work, id)) + 1, baseId: approved.id, onBehalf, ...why }
  const made = await beginRevision(work, spot, revision, 'school-map.correction-started')
  const standing = (await listMapRows(work, approved.id)).filter((row) => !row.removed)
  const copies = standing.map((row) => ({ ...row, id: newId<'schoolMapRow'>(), revisionId: made.id, rowVersion: 1 }))
  if (copies.length > 0) await work.db.insert(schoolMapRows).values(copies)
  return made
}

/** The correction stays to be read; what is in force was never touched by it. */
export async function abandonMapCorrection(work: Work, { id, rowVersion, onBehalf }: Step & Told) {
  const { revision, spot } = await loadRevision(work, id)
  refuseWriter(work, spot, onBehalf)
  refuseStale(revision, rowVersion)
  refuseUnless(isAbandonable(revision), 'conflict', 'school-map.nothing-to-abandon')
  const moved = await move(work, { id, rowVersion }, ['draft', 'returned'], { status: 'abandoned', onBehalf })
  return told(work, spot, moved, 'school-map.correction-abandoned')
}

/** From here on the authority looks at it, and nothing in it changes. */
export async function submitSchoolMap(work: Work, { id, rowVersion, onBehalf }: Step & Told): Promise<RevisionView> {
  const { revision, spot } = await loadRevision(work, id)
  refuseWriter(work, spot, onBehalf)
  refuseStale(revision, rowVersion)
  refuseUnless(isOpenForWriting(revision.status), 'conflict', 'school-map.not-open')
  const moved = await move(work, { id, rowVersion }, ['draft', 'returned'], {
    ...{ status: 'submitted', onBehalf },
    ...{ submittedAt: work.now, submittedBy: personIdOf(work.actor) },
  })
  const standing = (await listMapRows(work, id)).filter((row) => !row.removed)
  const found = obstaclesIn(standing, await listFormerRows(work, revision))
  const list = found.map((one) => obstacleWords[work.language][one]).join(', ')
  refuseUnless(found.length === 0, 'unprocessable', 'school-map.not-ready', { params: { list } })
  return told(work, spot, moved, 'school-map.submitted')
}

export async function agreeSchoolMap(work: Work, { id, rowVersion }: Step): Promise<RevisionView> {
  const { revision, spot } = await loadToDecide(work, { id, rowVersion })
  refuseUnless(revision.status === 'submitted', 'conflict', 'school-map.not-submitted')
  const moved = await move(work, { id, rowVersion }, ['submitted'], { ...decision(work), status: 'agreed' })
  return told(work, spot, moved, 'school-map.agreed')
}

/** With a reason; also what was agreed by mistake, while the director has not approved it. */
export async function returnSchoolMap(work: Work, { id, rowVersion, reason }: Step & { reason: string }) {
  const { revision, spot } = await loadToDecide(work, { id, rowVersion })
  refuseUnless(isReturnable(revision.status), 'conflict', 'school-map.not-submitted')
  const moved = await move(work, { id, rowVersion }, ['submitted', 'agreed'], {
    ...decision(work),
    ...{ status: 'returned', returnReason: reason },
  })
  return told(work, spot, moved, 'school-map.returned')
}

type Approving = Step & Told & { orderNumber: string; orderDate: Day }

/** The director's order takes the place of the one before, and locks the revision for good. */
export async function approveSchoolMap(work: Work, { id, rowVersion, onBehalf, ...order }: Approving) {
  const { revision, spot } = await loadRevision(work, id)
  refuseUnless(canApprove(work.actor, spot.place), 'forbidden', 'school-map.not-director')
  refuseUnless(!spot.hasLeft, 'conflict', 'school-map.left-project')
  refuseTeller(work, spot.place, onBehalf)
  refuseStale(revision, rowVersion)
  refuseUnless(revision.status === 'agreed', 'conflict', 'school-map.not-agreed')
  const today = dayAt(work.now, spot.school.timeZone)
  refuseUnless(order.orderDate <= today, 'unprocessable', 'school-map.order-in-future')
  await refuseEarly(work, { revision, spot }, order.orderDate)
  const inherited = await findInherited(work, spot)
  await work.db
    .update(schoolMapRevisions)
    .set({ status: 'superseded' })
    .where(and(eq(schoolMapRevisions.schoolMapId, revision.schoolMapId), eq(schoolMapRevisions.status, 'approved')))
  const moved = await move(work, { id, rowVersion }, ['agreed'], {
    ...{ status: 'approved', onBehalf, ...order, inheritedId: inherited?.revision.id ?? null },
    ...{ approvedAt: work.now, approvedBy: personIdOf(work.actor) },
  })
  return told(work, spot, moved, 'school-map.approved')
}

export function viewRevision(revision: RevisionRow): RevisionView {
  const { schoolMapId: _map, baseId: _base, inheritedId: _inherited, ...shown } = revision
  const { createdBy: _created, submittedBy: _submitted, decidedBy: _decided, approvedBy: _approved, ...rest } = shown
  return {
    ...rest,
    createdAt: rest.createdAt.toISOString(),
    submittedAt: rest.submittedAt?.toISOString() ?? null,
    decidedAt: rest.decidedAt?.toISOString() ?? null,
    approvedAt: rest.approvedAt?.toISOString() ?? null,
  }
}

type Beginning = Pick<typeof schoolMapRevisions.$inferInsert, 'schoolMapId' | 'number' | 'baseId'> & Partial<Grounds>

async function beginRevision(work: Work, spot: Spot, wanted: Beginning & Told, action: AuditAction) {
  const born = { createdAt: work.now, createdBy: personIdOf(work.actor) }
  const [made] = await work.db
    .insert(schoolMapRevisions)
    .values({ ...wanted, ...born, id: newId(), status: 'draft' })
    .onConflictDoNothing()
    .returning()
  refuseUnless(made, 'conflict', 'school-map.nothing-to-correct')
  return told(work, spot, made, action)
}

/** Two corrections of one map are two transactions: only one of them begins. */
async function holdMap(work: Work, { id, rowVersion }: { id: MapId; rowVersion: number }): Promise<void> {
  const [held] = await work.db
    .update(schoolMaps)
    .set({ rowVersion: sql`${schoolMaps.rowVersion} + 1` })
    .where(and(eq(schoolMaps.id, id), eq(schoolMaps.rowVersion, rowVersion)))
    .returning()
  if (held) return
  throw changedMeanwhile((await loadSpotOfMap(work, id)).map ?? { rowVersion: 0 })
}

/** Of every revision of the map, the abandoned ones too. */
async function lastNumber(work: Work, id: MapId): Promise<number> {
  const [found] = await work.db
    .select({ number: max(schoolMapRevisions.number) })
    .from(schoolMapRevisions)
    .where(and(eq(schoolMapRevisions.schoolMapId, id), visibleTo(work.actor, schoolMapRevisions)))
  return found?.number ?? 0
}

async function loadToDecide(work: Work, { id, rowVersion }: Step) {
  const found = await loadRevision(work, id)
  refuseUnless(guides(work.actor, found.spot.place), 'forbidden', 'school-map.not-decider')
  refuseStale(found.revision, rowVersion)
  return found
}

function decision(work: Work) {
  return { decidedAt: work.now, decidedBy: personIdOf(work.actor) }
}

/** A mistyped year would stand for good: an order follows the one that it amends, and the project that it belongs to. */
async function refuseEarly(work: Work, { revision, spot }: { revision: RevisionRow; spot: Spot }, orderDate: Day) {
  const year = String(spot.programme.year - 1)
  refuseUnless(orderDate.slice(0, 4) >= year, 'unprocessable', 'school-map.order-before-project', { params: { year } })
  const former = revision.baseId && (await loadRevision(work, revision.baseId)).revision.orderDate
  if (!former) return
  const details = { params: { date: dotted(former) } }
  refuseUnless(orderDate >= former, 'unprocessable', 'school-map.order-too-early', details)
}

function refuseStale(revision: RevisionRow, rowVersion: number): void {
  if (revision.rowVersion !== rowVersion) throw changedMeanwhile(viewRevision(revision))
}

/** The guard stands in the write itself: of two who press at once, one moves it. */
async function move(
  work: Work,
  { id, rowVersion }: Step,
  from: readonly MapStatus[],
  change: Partial<typeof schoolMapRevisions.$inferInsert>,
): Promise<RevisionRow> {
  const [moved] = await work.db
    .update(schoolMapRevisions)
    .set({ ...change, rowVersion: rowVersion + 1 })
    .where(
      and(
        eq(schoolMapRevisions.id, id),
        eq(schoolMapRevisions.rowVersion, rowVersion),
        inArray(schoolMapRevisions.status, [...from]),
      ),
    )
    .returning()
  if (moved) return moved
  throw changedMeanwhile(viewRevision((await loadRevision(work, id)).revision))
}

async function told(work: Work, { school }: Spot, revision: RevisionRow, action: AuditAction): Promise<RevisionView> {
  const after = viewRevision(revision)
  await record(work, { action, subjectId: revision.schoolMapId, organisationId: school.id, after })
  return after
}
