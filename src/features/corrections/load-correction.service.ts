import { and, asc, desc, eq } from 'drizzle-orm'
import type { ActivityId, Id, RoadMapId } from '../../kernel/id.ts'
import { refuseUnless } from '../../kernel/refusal.ts'
import { visibleTo } from '../../server/visibility.ts'
import type { Work } from '../../server/work.ts'
import { people } from '../access/tables.ts'
import { listParticipants } from '../programmes/service.ts'
import { changesOf } from '../road-maps/compare-revisions.ts'
import { planOf } from '../road-maps/road-map.ts'
import { sectionedOf } from '../road-maps/road-map-rows.ts'
import { listRows, loadRoadMapInForce } from '../road-maps/road-maps.service.ts'
import { bringOnto, type Conflict, isConflict } from '../road-maps/row-difference.ts'
import type { CorrectionRowView, CorrectionSummary } from './contract.ts'
import { canCorrect, type MapRow, type MapRowChange } from './correction.ts'
import { correctionRows, corrections } from './tables.ts'

export type Correction = typeof corrections.$inferSelect
export type CorrectionRow = typeof correctionRows.$inferSelect
type Stored = CorrectionRow & { changedByName: string | null }

/** A correction with the map in force, and each of its changes brought onto that map. */
export type Loaded = Awaited<ReturnType<typeof loadWhole>>

/** The corrections of a road map, the newest first. */
export async function listCorrections(
  work: Work,
  { roadMapId }: { roadMapId: RoadMapId },
): Promise<{ corrections: CorrectionSummary[] }> {
  await loadCorrectable(work, roadMapId)
  const found = await work.db
    .select()
    .from(corrections)
    .where(and(eq(corrections.roadMapId, roadMapId), visibleTo(work.actor, corrections)))
    .orderBy(desc(corrections.startedAt))
  return { corrections: found.map(summaryOf) }
}

/** The road map in force, if the actor corrects it; a foreign one is missing. */
export async function loadCorrectable(work: Work, roadMapId: RoadMapId) {
  const inForce = await loadRoadMapInForce(work, roadMapId)
  refuseUnless(canCorrect(work.actor, inForce.owner), 'forbidden', 'correction.not-yours')
  return inForce
}

export async function loadWhole(work: Work, id: Id<'correction'>) {
  const [correction] = await work.db
    .select()
    .from(corrections)
    .where(and(eq(corrections.id, id), visibleTo(work.actor, corrections)))
  refuseUnless(correction, 'missing', 'correction.missing')
  const inForce = await loadCorrectable(work, correction.roadMapId)
  const rows = (await listRows(work, inForce.revision.id)).map(sectionedOf)
  const stored = await listStored(work, id)
  const current = new Map(rows.map((row) => [row.activityId, row]))
  const brought = stored.flatMap((one): [ActivityId, MapRowChange | Conflict<MapRow>][] => {
    // What became of an approved correction is history: nothing is brought onto anything.
    const met = correction.status === 'draft' ? bringOnto(changeOf(one), current.get(one.activityId) ?? null) : null
    return met ? [[one.activityId, met]] : []
  })
  return {
    correction,
    inForce,
    newTitle: newTitleOf(correction, inForce.roadMap),
    rows,
    stored: new Map(stored.map((one) => [one.activityId, one])),
    changes: brought.flatMap(([, met]) => (isConflict(met) ? [] : [met])),
    conflicts: new Map(brought.flatMap(([activityId, met]) => (isConflict(met) ? [[activityId, met] as const] : []))),
  }
}

/** What the map is to be called, where that is not what it is called in force. */
function newTitleOf({ status, newTitle }: Correction, { title }: { title: string }): string | null {
  return status === 'draft' && newTitle !== title ? newTitle : null
}

async function listStored(work: Work, id: Id<'correction'>): Promise<Stored[]> {
  const found = await work.db
    .select({ row: correctionRows, changedByName: people.name })
    .from(correctionRows)
    .leftJoin(people, eq(people.id, correctionRows.changedBy))
    .where(and(eq(correctionRows.correctionId, id), visibleTo(work.actor, correctionRows)))
    .orderBy(asc(correctionRows.id))
  return found.map(({ row, changedByName }) => ({ ...row, changedByName }))
}

/** The stored row as a change; the database holds that each kind has its states. */
export function changeOf({ kind, before, after, above }: CorrectionRow): MapRowChange {
  if (kind === 'added' && after) return { kind, before: null, after, above }
  if (kind === 'removed' && before) return { kind, before, after: null }
  if (before && after) return { kind: 'changed', before, after }
  throw new Error('a change of a row has no row')
}

/** One row as the screen shows it: as it stands in force, and what becomes of it. */
export function viewOf(activityId: ActivityId, { rows, stored, changes, conflicts }: Loaded): CorrectionRowView {
  const kept = stored.get(activityId)
  const current = rows.find((row) => row.activityId === activityId) ?? null
  const change = changes.find((one) => (one.after ?? one.before).activityId === activityId)
  const conflict = conflicts.get(activityId)
  const [before, after] = conflict
    ? [conflict.change.before, conflict.change.after]
    : change
      ? [change.before, change.after]
      : [current, current]
  return {
    activityId,
    rowVersion: kept?.rowVersion ?? 1,
    kind: conflict?.change.kind ?? change?.kind ?? 'same',
    before,
    after,
    changes: before && after ? changesOf(before, after) : [],
    conflict: conflict
      ? {
          current: conflict.current,
          fields:
            conflict.current && conflict.change.before
              ? changesOf(conflict.change.before, conflict.current).map((one) => one.field)
              : [],
        }
      : null,
    changedBy: kept?.changedByName ?? null,
    changedAt: kept?.changedAt.toISOString() ?? null,
  }
}

export function summaryOf(correction: Correction): CorrectionSummary {
  const { id, roadMapId, status, reason, basisKind, basis, newTitle, orderNumber, orderDate, rowVersion } = correction
  return {
    ...{ id, roadMapId, status, reason, basisKind, basis, newTitle, orderNumber, orderDate, rowVersion },
    startedAt: correction.startedAt.toISOString(),
    decidedAt: correction.decidedAt?.toISOString() ?? null,
  }
}

/** The schools whose own plan is another one afterwards. */
export async function schoolsConcerned(work: Work, { inForce, changes }: Pick<Loaded, 'inForce' | 'changes'>) {
  if (changes.length === 0) return []
  const schools = await listParticipants(work, inForce.programme.id)
  const rows = changes.flatMap(({ before, after }) => [before ?? [], after ?? []].flat())
  return schools.filter((one) => planOf(rows, one.variant).length > 0).map((one) => one.shortName)
}
