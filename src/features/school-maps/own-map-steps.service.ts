import { and, asc, eq, exists, gte, isNull, type Placeholder, sql } from 'drizzle-orm'
import { holdsSomewhere } from '../../kernel/actor.ts'
import type { Day } from '../../kernel/day.ts'
import type { Db } from '../../server/database.ts'
import { preparedRead, type Reading } from '../../server/prepared-read.ts'
import type { Work } from '../../server/work.ts'
import { organisations } from '../organisations/tables.ts'
import { participants, programmes } from '../programmes/tables.ts'
import { activityRevisions, roadMapRevisions, roadMaps } from '../road-maps/tables.ts'
import { loadSchoolMap } from './read-map.service.ts'
import { isOfSchool } from './school-map.ts'
import { schoolMapRevisions, schoolMapRows, schoolMaps } from './tables.ts'

const project = {
  programmeId: programmes.id,
  programmeTitle: programmes.title,
  organisationId: organisations.id,
  school: { path: organisations.path },
}

const isOfAuthority = and(eq(roadMaps.programmeId, programmes.id), eq(roadMaps.ownerId, programmes.authorityId))
const isCurrent = and(eq(roadMapRevisions.roadMapId, roadMaps.id), eq(roadMapRevisions.status, 'approved'))

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

/** Maps of the reader's own school of whose rows something is asked: the authority changed what they help with. */
export async function listAskedMaps(work: Work, since: Day) {
  if (!isOfSomeSchool(work)) return []
  const found = await mapsAsked(work, { since })
  const asked = []
  // Few get so far: those whose rows help with something that is another one now.
  for (const one of found.filter((map) => isOfSchool(work.actor, map))) {
    if ((await loadSchoolMap(work, one)).questions.length > 0) asked.push(one)
  }
  return asked
}

function askedOf({ db, asked, visible }: Reading<{ since: Day }>) {
  return db
    .select(project)
    .from(schoolMapRevisions)
    .innerJoin(schoolMaps, eq(schoolMaps.id, schoolMapRevisions.schoolMapId))
    .innerJoin(programmes, eq(programmes.id, schoolMaps.programmeId))
    .innerJoin(organisations, eq(organisations.id, schoolMaps.schoolId))
    .innerJoin(roadMaps, isOfAuthority)
    .innerJoin(roadMapRevisions, isCurrent)
    .where(
      and(
        eq(schoolMapRevisions.status, 'approved'),
        sql`${schoolMapRevisions.inheritedId} <> ${roadMapRevisions.id}`,
        exists(rowsAsked(db)),
        isRunning(asked('since')),
        visible(schoolMapRevisions),
        visible(roadMapRevisions),
      ),
    )
    .orderBy(asc(programmes.title), asc(organisations.shortName))
}

type AskedMap = Awaited<ReturnType<typeof askedOf>>[number]
const mapsAsked = preparedRead<{ since: Day }, AskedMap>('maps-asked', askedOf)

/** Own rows without an answer whose activity stands otherwise in the map in force, or no longer. */
function rowsAsked(db: Db) {
  return db
    .select({ id: schoolMapRows.id })
    .from(schoolMapRows)
    .where(
      and(
        eq(schoolMapRows.revisionId, schoolMapRevisions.id),
        eq(schoolMapRows.removed, false),
        sql`exists (select from activity_revision was
          left join activity_revision now on now.activity_id = was.activity_id
            and now.revision_id = ${roadMapRevisions.id}
          where was.revision_id = ${schoolMapRevisions.inheritedId}
            and was.activity_id = ${schoolMapRows.supportsActivityId}
            and (to_jsonb(was) - 'id' - 'revision_id' - 'position')
              is distinct from (to_jsonb(now) - 'id' - 'revision_id' - 'position'))`,
        sql`not exists (select from school_map_consent c where c.school_map_id = ${schoolMaps.id}
          and c.activity_id = ${schoolMapRows.activityId} and c.inherited_id = ${roadMapRevisions.id})`,
      ),
    )
}

function isOfSomeSchool({ actor }: Work): boolean {
  return holdsSomewhere(actor, ['school_head', 'school_team'])
}

function isRunning(since: Placeholder) {
  return and(gte(programmes.endsOn, since), isNull(programmes.closedAt))
}
