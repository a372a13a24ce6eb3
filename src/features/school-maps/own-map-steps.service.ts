import { and, asc, eq, gte, isNull, type Placeholder, sql } from 'drizzle-orm'
import { holdsSomewhere } from '../../kernel/actor.ts'
import type { Day } from '../../kernel/day.ts'
import { preparedRead, type Reading } from '../../server/prepared-read.ts'
import type { Work } from '../../server/work.ts'
import { organisations } from '../organisations/tables.ts'
import { participants, programmes } from '../programmes/tables.ts'
import { activityRevisions, roadMapRevisions, roadMaps } from '../road-maps/tables.ts'
import { isOfSchool } from './school-map.ts'
import { schoolMaps } from './tables.ts'

export const project = {
  programmeId: programmes.id,
  programmeTitle: programmes.title,
  organisationId: organisations.id,
  school: { path: organisations.path },
}

export const isOfAuthority = and(eq(roadMaps.programmeId, programmes.id), eq(roadMaps.ownerId, programmes.authorityId))
export const isCurrent = and(eq(roadMapRevisions.roadMapId, roadMaps.id), eq(roadMapRevisions.status, 'approved'))

/** Rows of the authority's map that ask the reader's own school for a map which it has not begun. */
export async function listUnbegunMaps(work: Work, since: Day) {
  if (!isOfSomeSchool(work)) return []
  const found = await mapsUnbegun(work, { since })
  return found.filter((one) => isOfSchool(work.actor, one))
}

function unbegun({ db, asked, visible }: Reading<{ since: Day }>) {
  return db
    .select({ ...project, activityId: activityRevisions.activityId })
    .from(participants)
    .innerJoin(programmes, eq(programmes.id, participants.programmeId))
    .innerJoin(organisations, eq(organisations.id, participants.organisationId))
    .innerJoin(roadMaps, isOfAuthority)
    .innerJoin(roadMapRevisions, isCurrent)
    .innerJoin(activityRevisions, eq(activityRevisions.revisionId, roadMapRevisions.id))
    .leftJoin(
      schoolMaps,
      and(eq(schoolMaps.programmeId, programmes.id), eq(schoolMaps.schoolId, participants.organisationId)),
    )
    .where(
      and(
        isNull(schoolMaps.id),
        isNull(participants.leftAt),
        sql`'road-map' = any(${activityRevisions.proof})`,
        isRunning(asked('since')),
        visible(participants),
        visible(activityRevisions),
      ),
    )
    .orderBy(asc(programmes.title), asc(organisations.shortName))
}

type UnbegunMap = Awaited<ReturnType<typeof unbegun>>[number]
const mapsUnbegun = preparedRead<{ since: Day }, UnbegunMap>('maps-unbegun', unbegun)

export function isOfSomeSchool({ actor }: Work): boolean {
  return holdsSomewhere(actor, ['school_head', 'school_team'])
}

export function isRunning(since: Placeholder) {
  return and(gte(programmes.endsOn, since), isNull(programmes.closedAt))
}
