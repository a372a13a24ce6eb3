import { and, asc, eq, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Day } from '../../kernel/day.ts'
import { preparedRead, type Reading } from '../../server/prepared-read.ts'
import type { Work } from '../../server/work.ts'
import { organisations } from '../organisations/tables.ts'
import { participants, programmes } from '../programmes/tables.ts'
import { planOf } from '../road-maps/road-map.ts'
import { activityRevisions, roadMapRevisions, roadMaps } from '../road-maps/tables.ts'
import { inheritedChanges } from './cascade.ts'
import { isCurrent, isOfAuthority, isOfSomeSchool, isRunning, project } from './own-map-steps.service.ts'
import { isOfSchool } from './school-map.ts'
import { schoolMapRevisions, schoolMapRows, schoolMaps } from './tables.ts'

const now = alias(activityRevisions, 'now_in_force')

/** Maps of the reader's own school of whose rows something is asked: the authority changed what they help with. */
export async function listAskedMaps(work: Work, since: Day) {
  if (!isOfSomeSchool(work)) return []
  const found = await listAskedRows(work, since)
  const asked = found.filter((map) => isOfSchool(work.actor, map))
  return [...new Map(asked.map((one) => [one.mapId, one])).values()]
}

/** How many rows of each map that the reader sees wait for their school's consent; a map that owes none is not there. */
export async function countAskedRows(work: Work, since: Day): Promise<Map<AskedMap['mapId'], number>> {
  const counted = new Map<AskedMap['mapId'], number>()
  for (const { mapId } of await listAskedRows(work, since)) counted.set(mapId, (counted.get(mapId) ?? 0) + 1)
  return counted
}

/** One statement for all maps: each own row without an answer, beside what it helps with as it was and as it is. */
async function listAskedRows(work: Work, since: Day): Promise<AskedMap[]> {
  const found = await mapsAsked(work, { since })
  return found.filter(({ was, is, variant }) =>
    inheritedChanges(planOf([was], variant), planOf(is ? [is] : [], variant)).some((one) => one.kind !== 'added'),
  )
}

function askedOf({ db, asked, visible }: Reading<{ since: Day }>) {
  return db
    .select({ ...project, mapId: schoolMaps.id, variant: participants.variant, was: activityRevisions, is: now })
    .from(schoolMapRevisions)
    .innerJoin(schoolMaps, eq(schoolMaps.id, schoolMapRevisions.schoolMapId))
    .innerJoin(programmes, eq(programmes.id, schoolMaps.programmeId))
    .innerJoin(organisations, eq(organisations.id, schoolMaps.schoolId))
    .innerJoin(
      participants,
      and(eq(participants.programmeId, programmes.id), eq(participants.organisationId, schoolMaps.schoolId)),
    )
    .innerJoin(roadMaps, isOfAuthority)
    .innerJoin(roadMapRevisions, isCurrent)
    .innerJoin(
      schoolMapRows,
      and(eq(schoolMapRows.revisionId, schoolMapRevisions.id), eq(schoolMapRows.removed, false)),
    )
    .innerJoin(
      activityRevisions,
      and(
        eq(activityRevisions.revisionId, schoolMapRevisions.inheritedId),
        eq(activityRevisions.activityId, schoolMapRows.supportsActivityId),
      ),
    )
    .leftJoin(now, and(eq(now.revisionId, roadMapRevisions.id), eq(now.activityId, activityRevisions.activityId)))
    .where(
      and(
        eq(schoolMapRevisions.status, 'approved'),
        sql`${schoolMapRevisions.inheritedId} <> ${roadMapRevisions.id}`,
        isUnanswered,
        isRunning(asked('since')),
        visible(schoolMapRevisions),
        visible(roadMapRevisions),
      ),
    )
    .orderBy(asc(programmes.title), asc(organisations.shortName))
}

type AskedMap = Awaited<ReturnType<typeof askedOf>>[number]
const mapsAsked = preparedRead<{ since: Day }, AskedMap>('maps-asked', askedOf)

/** Nobody has answered for the row under the map in force, nor taken it out of what is being written now. */
const isUnanswered = sql`not exists (select from school_map_consent c where c.school_map_id = ${schoolMaps.id}
    and c.activity_id = ${schoolMapRows.activityId} and c.inherited_id = ${roadMapRevisions.id})
  and not exists (select from school_map_row o join school_map_revision v on v.id = o.revision_id
    where v.school_map_id = ${schoolMaps.id} and o.activity_id = ${schoolMapRows.activityId} and o.removed
      and v.status in ('draft', 'submitted', 'returned', 'agreed'))`
