import { and, eq, isNull } from 'drizzle-orm'
import { organisations } from '../../features/organisations/tables.ts'
import type { SupportVariant } from '../../features/programmes/programme.ts'
import { participants } from '../../features/programmes/tables.ts'
import { planOf } from '../../features/road-maps/road-map.ts'
import { listRows } from '../../features/road-maps/road-maps.service.ts'
import { dispatches, roadMapRevisions, roadMaps } from '../../features/road-maps/tables.ts'
import { type InheritedChange, inheritedChanges } from '../../features/school-maps/cascade.ts'
import { schoolMapRevisions, schoolMapRows, schoolMaps } from '../../features/school-maps/tables.ts'
import type { Id, RoadMapId } from '../../kernel/id.ts'
import { onceFor } from '../../kernel/once-for.ts'
import type { Work } from '../../server/work.ts'
import { type Entry, type Found, ofSchool, place } from './news.ts'

/** A new revision of the authority's road map: the schools whose own plan it changes, and those whose own rows lean on what changed. */
export async function newsOfRevisions(work: Work, entries: readonly Entry[]): Promise<Found[]> {
  const found: Found[] = []
  for (const entry of entries) {
    if (entry.action !== 'road-map.approved') continue
    const roadMapId = entry.subjectId as RoadMapId // its own entry says so
    const pair = await findPair(work, roadMapId, entry.at)
    if (pair) found.push(...(await ofRevision(work, { entry, roadMapId, ...pair })))
  }
  return found
}

type Pair = { before: Id<'revision'>; after: Id<'revision'> }

/** The revision that was approved then, and the one whose place it took; the first takes nobody's. */
async function findPair(work: Work, roadMapId: RoadMapId, approvedAt: Date): Promise<Pair | null> {
  const { id, number, approvedAt: at } = roadMapRevisions
  const rows = await work.db
    .select({ id, number, at })
    .from(roadMapRevisions)
    .where(eq(roadMapRevisions.roadMapId, roadMapId))
  const after = rows.find((one) => one.at?.getTime() === approvedAt.getTime())
  const before = rows.find((one) => after && one.number === after.number - 1)
  return before && after ? { before: before.id, after: after.id } : null
}

type Revised = Pair & { entry: Entry; roadMapId: RoadMapId }

async function ofRevision(work: Work, { entry, roadMapId, before, after }: Revised): Promise<Found[]> {
  const [was, is] = [await listRows(work, before), await listRows(work, after)]
  const byVariant = new Map<SupportVariant, InheritedChange[]>()
  const changesFor = (variant: SupportVariant) =>
    onceFor(byVariant, variant, () => inheritedChanges(planOf(was, variant), planOf(is, variant)))
  const schools = await listSent(work, roadMapId)
  const asked = await listOwnRowsOn(work, roadMapId)
  return schools.flatMap(({ variant, organisation }) => {
    const [changes, to] = [changesFor(variant), ofSchool(organisation)]
    const changed = changes.map(({ number, title }): Found => {
      return { entry, event: 'plan-changed', subject: { kind: 'row', roadMapId, number, title }, organisation, to }
    })
    const moved = new Set(changes.filter((one) => one.kind !== 'added').map((one) => one.activityId))
    const own = asked.filter((one) => one.schoolId === organisation.id && one.supports && moved.has(one.supports))
    const questions = own.map(({ mapId }): Found => {
      const subject = { kind: 'school-map' as const, mapId, comment: '', remarks: 0 }
      return { entry, event: 'consent-asked', subject, organisation, to }
    })
    return [...changed, ...questions]
  })
}

/** A school that was never sent its plan learns of it when it is. */
function listSent(work: Work, roadMapId: RoadMapId) {
  return work.db
    .select({ variant: participants.variant, organisation: place })
    .from(dispatches)
    .innerJoin(roadMaps, eq(roadMaps.id, dispatches.roadMapId))
    .innerJoin(
      participants,
      and(
        eq(participants.programmeId, roadMaps.programmeId),
        eq(participants.organisationId, dispatches.organisationId),
        isNull(participants.leftAt),
      ),
    )
    .innerJoin(organisations, eq(organisations.id, dispatches.organisationId))
    .where(eq(dispatches.roadMapId, roadMapId))
}

/** Rows of schools' own maps in force, with what each helps to carry out. */
function listOwnRowsOn(work: Work, roadMapId: RoadMapId) {
  return work.db
    .select({ mapId: schoolMaps.id, schoolId: schoolMaps.schoolId, supports: schoolMapRows.supportsActivityId })
    .from(schoolMapRows)
    .innerJoin(schoolMapRevisions, eq(schoolMapRevisions.id, schoolMapRows.revisionId))
    .innerJoin(schoolMaps, eq(schoolMaps.id, schoolMapRows.schoolMapId))
    .innerJoin(roadMaps, eq(roadMaps.programmeId, schoolMaps.programmeId))
    .where(and(eq(roadMaps.id, roadMapId), eq(schoolMapRevisions.status, 'approved'), eq(schoolMapRows.removed, false)))
}
