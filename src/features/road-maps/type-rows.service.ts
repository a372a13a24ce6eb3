import { and, eq } from 'drizzle-orm'
import type { Id, RoadMapId } from '../../kernel/id.ts'
import { Refusal, refuseUnless } from '../../kernel/refusal.ts'
import type { Work } from '../../server/work.ts'
import { record } from '../audit/service.ts'
import { listOrganisations } from '../organisations/service.ts'
import { listParticipants } from '../programmes/service.ts'
import { layKept } from '../scans/service.ts'
import type { ImportSummary } from './import-contract.ts'
import { loadCoordinatedImport, type OrderImport, summaryOf } from './import-order.service.ts'
import type { RowBeginning } from './road-map.ts'
import { sectionsOf } from './road-map-rows.ts'
import { listRows, loadRoadMapInForce } from './road-maps.service.ts'
import { orderImports } from './tables.ts'
import { emptyRows, rowsOfEarlier, rowsOfTemplate } from './typed-rows.ts'
import type { Understanding, UnderstoodOrganisation } from './understanding.ts'

type Typing = {
  id: Id<'orderImport'>
  rowVersion: number
  from: RowBeginning
  year: number
  roadMapId?: RoadMapId | undefined
}

/** Opens the rows of a scan for typing; the scan lies beside them as the signed paper. */
export async function typeRows(work: Work, { id, rowVersion, ...beginning }: Typing): Promise<ImportSummary> {
  const { imported, authority } = await loadCoordinatedImport(work, id)
  if (imported.rowVersion !== rowVersion) throw changedMeanwhile(imported)
  const { answer, fileId } = imported
  refuseUnless(imported.status === 'failed' && answer?.isScan && fileId, 'conflict', 'import.not-a-scan')
  const understanding = await beginRows(work, authority, beginning)
  const scanId = imported.scanId ?? (await layKept(work, authority.id, fileId))
  const [begun] = await work.db
    .update(orderImports)
    .set({ status: 'ready', contextYear: beginning.year, scanId, understanding, rowVersion: rowVersion + 1 })
    .where(and(eq(orderImports.id, id), eq(orderImports.rowVersion, rowVersion), eq(orderImports.status, 'failed')))
    .returning()
  if (!begun) throw changedMeanwhile((await loadCoordinatedImport(work, id)).imported)
  await record(work, {
    action: 'import.rows-begun',
    subjectId: id,
    organisationId: authority.id,
    after: { ...beginning, scanId },
  })
  return summaryOf(begun)
}

function changedMeanwhile(imported: OrderImport): Refusal {
  return new Refusal('stale', 'import.changed-meanwhile', { current: summaryOf(imported) })
}

type Authority = Pick<Awaited<ReturnType<typeof loadCoordinatedImport>>['authority'], 'id' | 'fullName' | 'path'>
type Beginning = Pick<Typing, 'from' | 'year' | 'roadMapId'>

async function beginRows(work: Work, authority: Authority, beginning: Beginning): Promise<Understanding> {
  const { from, year, roadMapId } = beginning
  if (from === 'road-map') {
    refuseUnless(roadMapId, 'invalid', 'import.no-earlier')
    return { ...(await earlierRows(work, authority, { roadMapId, year })), authorityName: authority.fullName }
  }
  const understanding = from === 'template' ? rowsOfTemplate(year) : emptyRows(year)
  return { ...understanding, authorityName: authority.fullName, participants: await schoolsOf(work, authority) }
}

async function earlierRows(
  work: Work,
  authority: Authority,
  { roadMapId, year }: { roadMapId: RoadMapId; year: number },
): Promise<Understanding> {
  const { roadMap, programme, revision, owner } = await loadRoadMapInForce(work, roadMapId)
  refuseUnless(owner.id === authority.id, 'missing', 'road-map.missing')
  const sections = sectionsOf(await listRows(work, revision.id))
  const years = programme.isSchoolYear
    ? { year: null, schoolYear: programme.year }
    : { year: programme.year, schoolYear: null }
  const participants = (await listParticipants(work, programme.id)).map(asParticipant)
  return { ...rowsOfEarlier({ title: roadMap.title, years, sections }, year), participants }
}

async function schoolsOf(work: Work, { path }: Authority): Promise<UnderstoodOrganisation[]> {
  const known = await listOrganisations(work)
  return known
    .filter((one) => one.kind === 'school' && one.path.startsWith(path))
    .map(({ id, shortName, fullName }) =>
      asParticipant({ organisationId: id, shortName, fullName, variant: 'undefined' }),
    )
}

type Known = Pick<UnderstoodOrganisation, 'organisationId' | 'shortName' | 'fullName' | 'variant'>

function asParticipant({ organisationId, shortName, fullName, variant }: Known): UnderstoodOrganisation {
  return { text: '', organisationId, shortName, fullName, variant, included: true }
}
