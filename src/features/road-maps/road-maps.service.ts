import { and, asc, count, desc, eq, sql } from 'drizzle-orm'
import type { RoadMapId } from '../../kernel/id.ts'
import { refuseUnless } from '../../kernel/refusal.ts'
import { preparedRead, type Reading } from '../../server/prepared-read.ts'
import { visibleTo } from '../../server/visibility.ts'
import type { Work } from '../../server/work.ts'
import { documents } from '../documents/tables.ts'
import { organisations } from '../organisations/tables.ts'
import { listParticipants } from '../programmes/service.ts'
import { programmes } from '../programmes/tables.ts'
import type { RevisionView, RoadMapSummary, RoadMapView } from './contract.ts'
import { planOf, seesWholeRoadMap } from './road-map.ts'
import { sectionsOf } from './road-map-rows.ts'
import { activityRevisions, orderImports, roadMapRevisions, roadMaps } from './tables.ts'

export type ActivityRow = typeof activityRevisions.$inferSelect

/** Road maps in force that the actor may see, the newest year first. */
export async function listRoadMaps(work: Work): Promise<{ roadMaps: RoadMapSummary[] }> {
  const found = await work.db
    .select({ roadMap: roadMaps, programme: programmes, revision: roadMapRevisions })
    .from(roadMaps)
    .innerJoin(programmes, eq(programmes.id, roadMaps.programmeId))
    .innerJoin(roadMapRevisions, isCurrent)
    .where(visibleTo(work.actor, roadMaps))
    .orderBy(desc(programmes.year), asc(roadMaps.title))
  return { roadMaps: found.map(summaryOf) }
}

/** The revision in force: whole to the authority, to a school its own plan. */
export async function loadRoadMap(work: Work, { id }: { id: RoadMapId }): Promise<RoadMapView> {
  const loaded = await loadRoadMapInForce(work, id)
  const rows = await listRows(work, loaded.revision.id)
  const isWhole = seesWholeRoadMap(work.actor, loaded.owner)
  const shown = isWhole ? rows : await ownRows(work, loaded.programme.id, rows)
  return {
    ...summaryOf(loaded),
    isWhole,
    revisionId: loaded.revision.id,
    hasOrder: loaded.order !== null,
    isRead: loaded.revision.importId !== null,
    scanId: loaded.order?.scanId ?? null,
    sections: sectionsOf(shown),
  }
}

export async function listRevisions(work: Work, { id }: { id: RoadMapId }): Promise<{ revisions: RevisionView[] }> {
  await loadRoadMapInForce(work, id)
  const found = await work.db
    .select({ revision: roadMapRevisions, activities: count(activityRevisions.id), scanId: documents.scanId })
    .from(roadMapRevisions)
    .leftJoin(documents, eq(documents.id, roadMapRevisions.documentId))
    .leftJoin(activityRevisions, eq(activityRevisions.revisionId, roadMapRevisions.id))
    .where(and(eq(roadMapRevisions.roadMapId, id), visibleTo(work.actor, roadMapRevisions)))
    .groupBy(roadMapRevisions.id, documents.scanId)
    .orderBy(desc(roadMapRevisions.number))
  const revisions = found.map(({ revision, activities, scanId }) => ({
    ...revision,
    activities,
    scanId,
    approvedAt: revision.approvedAt?.toISOString() ?? null,
  }))
  return { revisions }
}

/** The road map with its owner, its project and the revision in force; one that the actor may not see is missing. */
export async function loadRoadMapInForce(work: Work, id: RoadMapId): Promise<InForce> {
  const [found] = await oneInForce(work, { id })
  refuseUnless(found, 'missing', 'road-map.missing')
  return found
}

function inForce({ db, asked, visible }: Reading<{ id: RoadMapId }>) {
  return db
    .select({
      roadMap: roadMaps,
      programme: programmes,
      revision: roadMapRevisions,
      owner: { id: organisations.id, path: organisations.path },
      order: { id: documents.id, scanId: documents.scanId },
    })
    .from(roadMaps)
    .innerJoin(programmes, eq(programmes.id, roadMaps.programmeId))
    .innerJoin(organisations, eq(organisations.id, roadMaps.ownerId))
    .innerJoin(roadMapRevisions, isCurrent)
    .leftJoin(documents, eq(documents.id, roadMapRevisions.documentId))
    .where(and(eq(roadMaps.id, asked('id')), visible(roadMaps)))
}

type InForce = Awaited<ReturnType<typeof inForce>>[number]
const oneInForce = preparedRead<{ id: RoadMapId }, InForce>('road-map-in-force', inForce)

/** The rows of a revision, in the order of the paper. */
export function listRows(work: Work, revisionId: ActivityRow['revisionId']): Promise<ActivityRow[]> {
  return rowsOfRevision(work, { revisionId })
}

const rowsOfRevision = preparedRead<Pick<ActivityRow, 'revisionId'>, ActivityRow>(
  'revision-rows',
  ({ db, asked, visible }) =>
    db
      .select()
      .from(activityRevisions)
      .where(and(eq(activityRevisions.revisionId, asked('revisionId')), visible(activityRevisions)))
      .orderBy(asc(activityRevisions.position)),
)

/** The revision in force with the reading that it came from; null where nothing is in force. */
export async function findCurrent(work: Work, roadMapId: RoadMapId) {
  const [found] = await work.db
    .select({
      revision: roadMapRevisions,
      answer: orderImports.answer,
      understanding: orderImports.understanding,
      fileId: orderImports.fileId,
      contextYear: orderImports.contextYear,
      scanId: documents.scanId,
    })
    .from(roadMapRevisions)
    .leftJoin(orderImports, eq(orderImports.id, roadMapRevisions.importId))
    .leftJoin(documents, eq(documents.id, roadMapRevisions.documentId))
    .where(
      and(
        eq(roadMapRevisions.roadMapId, roadMapId),
        eq(roadMapRevisions.status, 'approved'),
        visibleTo(work.actor, roadMapRevisions),
      ),
    )
  return found ?? null
}

const isCurrent = sql`${roadMapRevisions.roadMapId} = ${roadMaps.id} and ${roadMapRevisions.status} = 'approved'`

/** What concerns the actor's own schools; several schools of one person see the rows of each. */
export async function ownRows(work: Work, programmeId: Parameters<typeof listParticipants>[1], rows: ActivityRow[]) {
  const schools = await listParticipants(work, programmeId)
  const own = new Set(schools.flatMap(({ variant }) => planOf(rows, variant)))
  return rows.filter((row) => own.has(row))
}

type Loaded = Pick<InForce, 'roadMap' | 'programme' | 'revision'>

function summaryOf({ roadMap, programme, revision }: Loaded): RoadMapSummary {
  return {
    id: roadMap.id,
    programmeId: programme.id,
    ownerId: roadMap.ownerId,
    title: roadMap.title,
    year: programme.year,
    isSchoolYear: programme.isSchoolYear,
    revision: revision.number,
    orderNumber: revision.orderNumber,
    orderDate: revision.orderDate,
  }
}
