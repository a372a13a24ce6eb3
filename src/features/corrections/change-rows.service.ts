import { and, eq } from 'drizzle-orm'
import { personIdOf } from '../../kernel/actor.ts'
import type { AuditAction } from '../../kernel/audit-action.ts'
import { type ActivityId, type Id, newId } from '../../kernel/id.ts'
import { Refusal, refuseUnless } from '../../kernel/refusal.ts'
import type { Work } from '../../server/work.ts'
import { record } from '../audit/service.ts'
import { namesIn } from '../road-maps/executors.ts'
import { understandPeriod } from '../road-maps/period.ts'
import type { CorrectionRowView, RowChangeInput } from './contract.ts'
import type { MapRow, MapRowChange } from './correction.ts'
import { loadDraft } from './draft-at.service.ts'
import { changeOf, type Loaded, loadWhole, viewOf } from './load-correction.service.ts'
import { correctionRows } from './tables.ts'

type Place = { id: Id<'correction'>; activityId: ActivityId; rowVersion: number }

/** A row below another one, in its section. It has an activity only once the correction is approved. */
export async function addRow(
  work: Work,
  { id, above, number, title }: { id: Id<'correction'>; above: ActivityId; number: string | null; title: string },
): Promise<CorrectionRowView> {
  const loaded = await loadDraft(work, id)
  const neighbour = rowIn(loaded, above)
  refuseUnless(neighbour, 'missing', 'correction.row-missing')
  const { sectionNumber, sectionTitle, audience } = neighbour
  const activityId = newId<'activity'>()
  const after: MapRow = {
    ...{ activityId, sectionNumber, sectionTitle, audience, number, title },
    period: null,
    periodReading: null,
    executors: null,
    expectedResult: null,
    targetGroups: [],
    heldBy: 'us',
    proof: ['file'],
    parts: { authority: 'executes', institute: null, school: 'takes-part' },
  }
  await insert(work, loaded, { kind: 'added', before: null, after, above })
  return told(work, loaded, { activityId, action: 'correction.row-added' })
}

/** Other words for a row; given back to what stands in force, it is no change any more. */
export async function changeRow(work: Work, { change, ...place }: Place & { change: RowChangeInput }) {
  const loaded = await loadRowAt(work, place)
  const kept = loaded.stored.get(place.activityId)
  const now = kept ? changeOf(kept) : null
  refuseUnless(now?.kind !== 'removed', 'conflict', 'correction.row-missing')
  const row = now?.after ?? rowIn(loaded, place.activityId)
  refuseUnless(row, 'missing', 'correction.row-missing')
  const after = changedRow(row, change, yearsOf(loaded))
  if (!now) await insert(work, loaded, { kind: 'changed', before: row, after })
  else await update(work, loaded, place, { ...now, after })
  return told(work, loaded, { activityId: place.activityId, action: 'correction.row-changed' })
}

/** Out of the map once the correction is approved; an added row is only restored away. */
export async function removeRow(work: Work, place: Place): Promise<CorrectionRowView> {
  const loaded = await loadRowAt(work, place)
  const current = loaded.rows.find((row) => row.activityId === place.activityId)
  const kept = loaded.stored.get(place.activityId)
  refuseUnless(current && kept?.kind !== 'removed', 'conflict', 'correction.row-missing')
  const removal: MapRowChange = { kind: 'removed', before: current, after: null }
  if (kept) await update(work, loaded, place, removal)
  else await insert(work, loaded, removal)
  return told(work, loaded, { activityId: place.activityId, action: 'correction.row-removed' })
}

/** As in the map in force again; an added row is gone. */
export async function restoreRow(work: Work, place: Place): Promise<{ restored: true }> {
  const loaded = await loadRowAt(work, place)
  const kept = loaded.stored.get(place.activityId)
  refuseUnless(kept, 'conflict', 'correction.row-unchanged')
  const current = loaded.rows.find((row) => row.activityId === place.activityId)
  if (current) await update(work, loaded, place, { kind: 'changed', before: current, after: current })
  else await forget(work, place)
  await recordRow(work, loaded, { activityId: place.activityId, action: 'correction.row-restored', before: kept })
  return { restored: true }
}

/** Ours stands where the map in force says otherwise: the change is made anew on the row as it is there now. */
export async function keepRow(work: Work, place: Place): Promise<CorrectionRowView> {
  const loaded = await loadRowAt(work, place)
  const conflict = loaded.conflicts.get(place.activityId)
  refuseUnless(conflict, 'conflict', 'correction.row-unchanged')
  const { change, current } = conflict
  const wanted: MapRowChange =
    change.kind === 'removed' && current
      ? { ...change, before: current }
      : change.after && current
        ? { kind: 'changed', before: current, after: change.after }
        : {
            kind: 'added',
            before: null,
            after: change.after ?? change.before,
            above: loaded.rows.at(-1)?.activityId ?? null,
          }
  await update(work, loaded, place, wanted)
  return told(work, loaded, { activityId: place.activityId, action: 'correction.row-kept' })
}

async function loadRowAt(work: Work, { id, activityId, rowVersion }: Place): Promise<Loaded> {
  const loaded = await loadDraft(work, id)
  const view = viewOf(activityId, loaded)
  refuseUnless(view.before ?? view.after, 'missing', 'correction.row-missing')
  refuseUnless(view.rowVersion === rowVersion, 'stale', 'correction.changed-meanwhile', { current: view })
  return loaded
}

async function insert(work: Work, { correction }: Loaded, change: MapRowChange): Promise<void> {
  const activityId = (change.after ?? change.before).activityId
  const [kept] = await work.db
    .insert(correctionRows)
    .values({
      ...{ id: newId<'correctionRow'>(), correctionId: correction.id, ownerId: correction.ownerId, activityId },
      ...{ above: null, ...change, changedBy: personIdOf(work.actor), changedAt: work.now, rowVersion: 2 },
    })
    .onConflictDoNothing()
    .returning({ id: correctionRows.id })
  if (!kept) throw await changedMeanwhile(work, { id: correction.id, activityId, rowVersion: 1 })
}

async function update(work: Work, { stored }: Loaded, place: Place, change: MapRowChange): Promise<void> {
  const kept = stored.get(place.activityId)
  const [changed] = await work.db
    .update(correctionRows)
    .set({ ...change, changedBy: personIdOf(work.actor), changedAt: work.now, rowVersion: place.rowVersion + 1 })
    .where(rowAt(place))
    .returning({ id: correctionRows.id })
  if (!kept || !changed) throw await changedMeanwhile(work, place)
}

async function forget(work: Work, place: Place): Promise<void> {
  const [gone] = await work.db.delete(correctionRows).where(rowAt(place)).returning({ id: correctionRows.id })
  if (!gone) throw await changedMeanwhile(work, place)
}

function rowAt({ id, activityId, rowVersion }: Place) {
  return and(
    eq(correctionRows.correctionId, id),
    eq(correctionRows.activityId, activityId),
    eq(correctionRows.rowVersion, rowVersion),
  )
}

type Trace = { activityId: ActivityId; action: AuditAction }

/** The row as it stands now, with its trace in the audit. */
async function told(work: Work, before: Loaded, trace: Trace): Promise<CorrectionRowView> {
  const loaded = await loadWhole(work, before.correction.id)
  await recordRow(work, loaded, { ...trace, before: before.stored.get(trace.activityId) ?? null })
  return viewOf(trace.activityId, loaded)
}

async function recordRow(work: Work, { correction, stored }: Loaded, trace: Trace & { before: unknown }) {
  const after = trace.action === 'correction.row-restored' ? null : (stored.get(trace.activityId) ?? null)
  await record(work, {
    action: trace.action,
    subjectId: correction.id,
    organisationId: correction.ownerId,
    before: trace.before,
    after,
  })
}

async function changedMeanwhile(work: Work, { id, activityId }: Place): Promise<Refusal> {
  const current = viewOf(activityId, await loadWhole(work, id))
  return new Refusal('stale', 'correction.changed-meanwhile', { current })
}

/** The row as the correction leaves it, or as it stands in force. */
function rowIn({ rows, stored }: Loaded, activityId: ActivityId): MapRow | null {
  const kept = stored.get(activityId)
  return (kept ? changeOf(kept).after : rows.find((row) => row.activityId === activityId)) ?? null
}

type Years = { contextYear: number | null; schoolYear: number | null }

function yearsOf({ inForce: { programme } }: Loaded): Years {
  const { year, isSchoolYear } = programme
  return isSchoolYear ? { contextYear: null, schoolYear: year } : { contextYear: year, schoolYear: null }
}

/** Typed words that mean no period are refused: a guess would be worse than asking. */
function changedRow(row: MapRow, { period, executors, ...rest }: RowChangeInput, years: Years): MapRow {
  const after: MapRow = { ...row, ...defined(rest) }
  if (executors !== undefined) {
    after.executors = executors === '' ? null : { text: executors, names: namesIn(executors, new Map()) }
  }
  if (period === undefined) return after
  const understood = period === '' ? null : understandPeriod(period, years)
  refuseUnless(understood?.kind !== 'unparseable', 'unprocessable', 'correction.period-not-understood', {
    params: { text: period },
    fields: [{ path: 'change.period', message: period }],
  })
  return { ...after, period: understood, periodReading: null }
}

type Plain = Omit<RowChangeInput, 'period' | 'executors'>

/** What was not given changes nothing. */
function defined(change: Plain): Partial<MapRow> {
  return Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined))
}
