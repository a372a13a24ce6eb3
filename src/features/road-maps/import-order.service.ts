import { and, desc, eq, inArray } from 'drizzle-orm'
import { personIdOf } from '../../kernel/actor.ts'
import { type Id, newId, type OrganisationId, type RoadMapId } from '../../kernel/id.ts'
import { Refusal, refuseUnless } from '../../kernel/refusal.ts'
import type { Received } from '../../server/file-store.ts'
import { visibleTo } from '../../server/visibility.ts'
import type { Work } from '../../server/work.ts'
import { record } from '../audit/service.ts'
import { keepFile } from '../files/service.ts'
import { listOpenOrganisations } from '../organisations/service.ts'
import { organisations } from '../organisations/tables.ts'
import { canCoordinate } from '../programmes/programme.ts'
import { listVariants } from '../programmes/service.ts'
import type { ImportSummary, ImportView } from './import-contract.ts'
import { READ_IMPORT } from './jobs.ts'
import type { ParsedRoadMap } from './order.ts'
import type { ImportStatus } from './road-map.ts'
import { findCurrent, loadRoadMapInForce } from './road-maps.service.ts'
import { roadMapsIn, rowsIn } from './several-maps.ts'
import { orderImports } from './tables.ts'
import { rowsOfTemplate } from './typed-rows.ts'
import { withVariants } from './understand.ts'
import type { Understanding } from './understanding.ts'
import './words.ts'

/** What may still become a road map. */
const unfinished: readonly ImportStatus[] = ['reading', 'choosing', 'ready', 'failed']

export type OrderImport = typeof orderImports.$inferSelect
type ImportId = Id<'orderImport'>
type Beginning = Partial<
  Pick<OrderImport, 'roadMapId' | 'fileId' | 'scanId' | 'contextYear' | 'answer' | 'understanding'>
>

/** Keeps the paper and leaves its reading to a job; progress is the import's status. */
export async function importOrder(
  work: Work,
  input: { name: string; roadMapId?: RoadMapId | undefined; contextYear?: number | undefined },
  received: Received,
): Promise<ImportSummary> {
  const authorityId = input.roadMapId
    ? (await loadCoordinatedRoadMap(work, input.roadMapId)).ownerId
    : (await loadOwnAuthority(work)).id
  const file = await keepFile(work, received, { organisationId: authorityId, name: input.name })
  const started = await begin(work, authorityId, {
    name: file.name,
    status: 'reading',
    fileId: file.id,
    roadMapId: input.roadMapId ?? null,
    contextYear: input.contextYear ?? null,
  })
  await work.enqueue(READ_IMPORT, { importId: started.id })
  return summaryOf(started)
}

/** The same screen without a paper: rows of the built-in template for that year. */
export async function startFromTemplate(work: Work, { year }: { year: number }): Promise<ImportSummary> {
  const understanding = rowsOfTemplate(year)
  const { imported } = await beginRows(work, { name: `Шаблон дорожной карты на ${year} год`, year, understanding })
  return imported
}

/** An import of rows that no paper has; all schools of the authority take part until somebody says otherwise. */
export async function beginRows(
  work: Work,
  { name, year, understanding }: { name: string; year: number; understanding: Understanding },
): Promise<{ imported: ImportSummary; authorityId: OrganisationId }> {
  const known = await listOpenOrganisations(work)
  const authority = await loadOwnAuthority(work)
  const schools = known.filter((one) => one.kind === 'school' && one.path.startsWith(authority.path))
  const participants = schools.map(({ id, shortName, fullName }) => ({
    text: '',
    organisationId: id,
    shortName,
    fullName,
    variant: 'undefined' as const,
    included: true,
  }))
  const started = await begin(work, authority.id, {
    name,
    status: 'ready',
    contextYear: year,
    understanding: { ...understanding, authorityName: authority.fullName, participants },
  })
  return { imported: summaryOf(started), authorityId: authority.id }
}

/** Opens what was understood of the road map in force, to be understood better: the paper stays the same. */
export async function clarifyRoadMap(work: Work, { roadMapId }: { roadMapId: RoadMapId }): Promise<ImportSummary> {
  const roadMap = await loadCoordinatedRoadMap(work, roadMapId)
  const current = await findCurrent(work, roadMapId)
  refuseUnless(current?.understanding, 'missing', 'road-map.missing')
  const started = await begin(work, roadMap.ownerId, {
    name: roadMap.title,
    status: 'ready',
    roadMapId,
    fileId: current.fileId,
    scanId: current.scanId,
    contextYear: current.contextYear,
    answer: current.answer,
    understanding: {
      ...current.understanding,
      participants: withVariants(current.understanding.participants, await listVariants(work, roadMap.programmeId)),
    },
  })
  return summaryOf(started)
}

/** Imports that are not finished, the newest first. */
export async function listImports(work: Work): Promise<{ imports: ImportSummary[] }> {
  const found = await work.db
    .select(summaryColumns)
    .from(orderImports)
    .where(and(visibleTo(work.actor, orderImports), inArray(orderImports.status, [...unfinished])))
    .orderBy(desc(orderImports.createdAt))
  return { imports: found.map(summaryOf) }
}

export async function loadImport(work: Work, { id }: { id: ImportId }): Promise<ImportView> {
  const { imported } = await loadCoordinatedImport(work, id)
  return {
    ...summaryOf(imported),
    fileId: imported.fileId,
    scanId: imported.scanId,
    isScan: imported.answer?.isScan ?? false,
    contextYear: imported.contextYear,
    maps: imported.status === 'choosing' && imported.answer ? roadMapsIn(imported.answer).map(mapOf) : [],
    order: imported.answer?.order ?? null,
    signed: imported.answer?.roadMap ?? null,
    source: imported.answer?.source ?? [],
    // That a scan cannot be read has done its work once its rows are typed.
    findings: (imported.understanding && imported.answer?.isScan ? null : imported.answer?.findings) ?? [],
    understanding: imported.understanding,
  }
}

function mapOf(map: ParsedRoadMap): ImportView['maps'][number] {
  const { title, year, schoolYear } = map
  return { title, year, schoolYear, rows: rowsIn(map) }
}

/** Lets an unfinished import go; what was read stays in the journal of changes. */
export async function abandonImport(
  work: Work,
  { id, rowVersion }: { id: ImportId; rowVersion: number },
): Promise<ImportSummary> {
  const { imported } = await loadCoordinatedImport(work, id)
  refuseUnless(unfinished.includes(imported.status), 'conflict', 'import.not-open')
  const [abandoned] = await work.db
    .update(orderImports)
    .set({ status: 'abandoned', rowVersion: rowVersion + 1 })
    .where(
      and(
        eq(orderImports.id, id),
        eq(orderImports.rowVersion, rowVersion),
        inArray(orderImports.status, [...unfinished]),
      ),
    )
    .returning(summaryColumns)
  if (!abandoned) {
    throw new Refusal('stale', 'import.changed-meanwhile', {
      current: summaryOf((await loadCoordinatedImport(work, id)).imported),
    })
  }
  await record(work, { action: 'import.abandoned', subjectId: id, organisationId: imported.authorityId })
  return summaryOf(abandoned)
}

/** The import with its authority, for whoever coordinates there; others do not learn that it exists. */
export async function loadCoordinatedImport(work: Work, id: ImportId) {
  const [found] = await work.db
    .select({ imported: orderImports, authority: organisations })
    .from(orderImports)
    .innerJoin(organisations, eq(organisations.id, orderImports.authorityId))
    .where(and(eq(orderImports.id, id), visibleTo(work.actor, orderImports)))
  refuseUnless(found, 'missing', 'import.missing')
  refuseUnless(canCoordinate(work.actor, found.authority), 'forbidden', 'import.not-yours')
  return found
}

/** Somebody was quicker: the understanding as it stands now, read again, or the news that there is nothing left to change. */
export function changedMeanwhile({ rowVersion, understanding, status }: OrderImport): Refusal {
  if (status !== 'ready') return new Refusal('conflict', 'import.not-open')
  return new Refusal('stale', 'import.changed-meanwhile', { current: { rowVersion, understanding } })
}

/** A fresh import; the caller has checked that the actor may. */
export async function begin(
  work: Work,
  authorityId: OrganisationId,
  beginning: Beginning & Pick<OrderImport, 'name' | 'status'>,
): Promise<OrderImport> {
  const [started] = await work.db
    .insert(orderImports)
    .values({
      ...beginning,
      id: newId(),
      authorityId,
      startedBy: personIdOf(work.actor),
      createdAt: work.now,
    })
    .returning()
  if (!started) throw new Error('an insert returned no row')
  await record(work, {
    action: 'import.started',
    subjectId: started.id,
    organisationId: authorityId,
    after: { name: started.name, fileId: started.fileId, roadMapId: started.roadMapId },
  })
  return started
}

/** The authority for which the actor coordinates. */
async function loadOwnAuthority(work: Work) {
  const found = (await listOpenOrganisations(work)).find(
    (one) => one.kind === 'authority' && canCoordinate(work.actor, one),
  )
  refuseUnless(found, 'conflict', 'import.no-authority')
  return found
}

async function loadCoordinatedRoadMap(work: Work, id: RoadMapId) {
  const { roadMap, owner } = await loadRoadMapInForce(work, id)
  refuseUnless(canCoordinate(work.actor, owner), 'forbidden', 'road-map.not-yours')
  return roadMap
}

const summaryColumns = {
  id: orderImports.id,
  name: orderImports.name,
  status: orderImports.status,
  roadMapId: orderImports.roadMapId,
  fileId: orderImports.fileId,
  createdAt: orderImports.createdAt,
  rowVersion: orderImports.rowVersion,
}

/** An import as the list shows it. */
export function summaryOf(imported: Pick<OrderImport, keyof typeof summaryColumns>): ImportSummary {
  const { id, name, status, roadMapId, rowVersion } = imported
  return {
    id,
    name,
    status,
    roadMapId,
    rowVersion,
    hasFile: imported.fileId !== null,
    createdAt: imported.createdAt.toISOString(),
  }
}
