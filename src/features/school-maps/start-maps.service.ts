import { personIdOf } from '../../kernel/actor.ts'
import type { OutputOf } from '../../kernel/contract.ts'
import { newId, type OrganisationId, type ProgrammeId } from '../../kernel/id.ts'
import type { OnBehalf } from '../../kernel/on-behalf.ts'
import { refuseUnless } from '../../kernel/refusal.ts'
import type { Work } from '../../server/work.ts'
import { recordAll } from '../audit/service.ts'
import type { schoolMapsContract } from './contract.ts'
import { listSpots, refuseWriter } from './load-map.service.ts'
import { viewRevision } from './steps.service.ts'
import { schoolMapRevisions, schoolMaps } from './tables.ts'

type Starting = { programmeId: ProgrammeId; organisationIds: OrganisationId[]; onBehalf: OnBehalf | null }

/**
 * «Начать карты»: begun for all of these schools that have none, or for nobody; a map that was begun before stays as it
 * is. Refused where nothing is left to begin.
 */
export async function startSchoolMaps(
  work: Work,
  { programmeId, organisationIds, onBehalf }: Starting,
): Promise<OutputOf<typeof schoolMapsContract.startSchoolMaps>> {
  const asked = [...new Set(organisationIds)]
  const spots = await listSpots(work, programmeId, asked)
  refuseUnless(spots.length === asked.length, 'missing', 'school-map.missing')
  for (const spot of spots) refuseWriter(work, spot, onBehalf)
  const without = spots.filter((spot) => spot.map === null)
  refuseUnless(without.length > 0, 'conflict', 'school-map.all-started')

  const wanted = without.map(({ school }) => ({
    ...{ id: newId<'schoolMap'>(), programmeId, schoolId: school.id, createdAt: work.now },
  }))
  const begun = await work.db.insert(schoolMaps).values(wanted).onConflictDoNothing().returning()
  refuseUnless(begun.length > 0, 'conflict', 'school-map.all-started')
  await beginFirstRevisions(work, begun, onBehalf)
  const started = begun.map((map) => map.schoolId)
  return { started, had: asked.filter((id) => !started.includes(id)) }
}

async function beginFirstRevisions(work: Work, begun: (typeof schoolMaps.$inferSelect)[], onBehalf: OnBehalf | null) {
  const born = { number: 1, status: 'draft' as const, createdAt: work.now, createdBy: personIdOf(work.actor), onBehalf }
  const revisions = await work.db
    .insert(schoolMapRevisions)
    .values(begun.map(({ id }) => ({ ...born, id: newId<'schoolMapRevision'>(), schoolMapId: id })))
    .returning()
  const schoolOf = new Map(begun.map((map) => [map.id, map.schoolId]))
  await recordAll(
    work,
    revisions.map((revision) => ({
      action: 'school-map.started',
      subjectId: revision.schoolMapId,
      organisationId: schoolOf.get(revision.schoolMapId) ?? null,
      after: viewRevision(revision),
    })),
  )
}
