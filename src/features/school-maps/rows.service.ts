import { and, asc, eq, max } from 'drizzle-orm'
import { personIdOf } from '../../kernel/actor.ts'
import { type ActivityId, type Id, newId } from '../../kernel/id.ts'
import type { OnBehalf } from '../../kernel/on-behalf.ts'
import type { Period } from '../../kernel/period.ts'
import type { ProofKind } from '../../kernel/proof.ts'
import { refuseUnless } from '../../kernel/refusal.ts'
import { visibleTo } from '../../server/visibility.ts'
import type { Work } from '../../server/work.ts'
import { record } from '../audit/service.ts'
import { createActivity } from '../road-maps/activity.service.ts'
import { understandPeriod } from '../road-maps/period.ts'
import { findInherited } from './inherited.service.ts'
import { changedMeanwhile, holdRevision, type RevisionId, refuseWriter, type Spot } from './load-map.service.ts'
import { isOpenForWriting } from './school-map.ts'
import { schoolMapRows } from './tables.ts'
import type { RowView } from './view.ts'

export type MapRow = typeof schoolMapRows.$inferSelect

/** What is written of a row; what is left out stays as it was. */
export type Writing = {
  cause?: string | undefined
  title?: string | undefined
  indicator?: string | undefined
  responsible?: string | undefined
  periodText?: string | undefined
  expectedResult?: string | undefined
  proof?: ProofKind[] | undefined
  supportsActivityId?: ActivityId | null | undefined
  removed?: boolean | undefined
}

type Adding = { id: RevisionId; change: Writing; onBehalf: OnBehalf | null }
type Changing = { id: Id<'schoolMapRow'>; rowVersion: number; change: Writing; onBehalf: OnBehalf | null }

const emptyRow = { cause: '', title: '', indicator: '', responsible: '', expectedResult: '', period: null, proof: [] }

/** A new row has an activity of its own from the first word: facts will hang on it in every later revision. */
export async function addMapRow(work: Work, { id, change, onBehalf }: Adding): Promise<RowView> {
  const { revision, spot } = await holdRevision(work, id)
  refuseWriter(work, spot, onBehalf)
  refuseUnless(isOpenForWriting(revision.status), 'conflict', 'school-map.not-open')
  const written = await writtenBy(work, spot, change)
  const activityId = await createActivity(work, { ownerId: spot.school.id, roadMapId: null })
  const [last] = await work.db
    .select({ position: max(schoolMapRows.position) })
    .from(schoolMapRows)
    .where(eq(schoolMapRows.revisionId, id))
  const row = {
    ...emptyRow,
    ...written,
    ...{ id: newId<'schoolMapRow'>(), schoolMapId: revision.schoolMapId, revisionId: id, activityId },
    position: (last?.position ?? 0) + 1,
    ...authorship(work, onBehalf),
  }
  const [made] = await work.db.insert(schoolMapRows).values(row).returning()
  refuseUnless(made, 'conflict', 'school-map.not-open')
  const after = viewRow(made)
  const organisationId = spot.school.id
  await record(work, { action: 'school-map.row-added', subjectId: activityId, organisationId, after })
  return after
}

/** Saved as it is typed. «Снять» only marks the row: until the revision is approved, it can be brought back. */
export async function changeMapRow(work: Work, { id, rowVersion, change, onBehalf }: Changing): Promise<RowView> {
  const seen = await loadRow(work, id)
  const { revision, spot } = await holdRevision(work, seen.revisionId)
  const before = await loadRow(work, id)
  refuseWriter(work, spot, onBehalf)
  if (before.rowVersion !== rowVersion) throw changedMeanwhile(viewRow(before))
  refuseUnless(isOpenForWriting(revision.status), 'conflict', 'school-map.not-open')
  const [made] = await work.db
    .update(schoolMapRows)
    .set({ ...(await writtenBy(work, spot, change)), ...authorship(work, onBehalf), rowVersion: rowVersion + 1 })
    .where(and(eq(schoolMapRows.id, id), eq(schoolMapRows.rowVersion, rowVersion)))
    .returning()
  if (!made) throw changedMeanwhile(viewRow(await loadRow(work, id)))
  const after = viewRow(made)
  await record(work, {
    action: 'school-map.row-changed',
    subjectId: made.activityId,
    organisationId: spot.school.id,
    before: viewRow(before),
    after,
  })
  return after
}

/** The rows of one revision, in their order; taken out ones as well. */
export function listMapRows(work: Work, revisionId: RevisionId): Promise<MapRow[]> {
  return work.db
    .select()
    .from(schoolMapRows)
    .where(and(eq(schoolMapRows.revisionId, revisionId), visibleTo(work.actor, schoolMapRows)))
    .orderBy(asc(schoolMapRows.position), asc(schoolMapRows.activityId))
}

/** What a correction began from, without what was taken out before; null for a first writing. */
export async function listFormerRows(work: Work, { baseId }: { baseId: RevisionId | null }): Promise<MapRow[] | null> {
  return baseId && (await listMapRows(work, baseId)).filter((row) => !row.removed)
}

export function viewRow({ schoolMapId: _map, revisionId: _revision, changedBy: _by, ...row }: MapRow): RowView {
  return { ...row, changedAt: row.changedAt.toISOString() }
}

async function loadRow(work: Work, id: MapRow['id']): Promise<MapRow> {
  const [found] = await work.db
    .select()
    .from(schoolMapRows)
    .where(and(eq(schoolMapRows.id, id), visibleTo(work.actor, schoolMapRows)))
  refuseUnless(found, 'missing', 'school-map.row-missing')
  return found
}

/** The term is kept as it was typed, beside what we understand of it in the year of the project. */
async function writtenBy(work: Work, spot: Spot, { periodText, ...change }: Writing) {
  const { supportsActivityId } = change
  if (supportsActivityId) {
    const inherited = await findInherited(work, spot)
    const isKnown = inherited?.rows.some((row) => row.activityId === supportsActivityId)
    refuseUnless(isKnown, 'unprocessable', 'school-map.not-inherited')
  }
  const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined))
  return periodText === undefined ? given : { ...given, period: understood(periodText, spot) }
}

function understood(text: string, { programme }: Spot): Period | null {
  if (text === '') return null
  const { year, isSchoolYear } = programme
  return understandPeriod(text, { contextYear: isSchoolYear ? null : year, schoolYear: isSchoolYear ? year : null })
}

function authorship(work: Work, onBehalf: OnBehalf | null) {
  return { onBehalf, changedAt: work.now, changedBy: personIdOf(work.actor) }
}
