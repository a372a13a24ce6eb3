import { and, asc, countDistinct, eq, isNull, type SQL, sql } from 'drizzle-orm'
import type { OutputOf, ParsedInputOf } from '../../kernel/contract.ts'
import type { ActivityId, OrganisationId, ProgrammeId } from '../../kernel/id.ts'
import { visibleTo } from '../../server/visibility.ts'
import type { Work } from '../../server/work.ts'
import { dayChanges } from '../calendar/day-changes.service.ts'
import { organisations } from '../organisations/tables.ts'
import { participants, programmes } from '../programmes/tables.ts'
import { schoolMapRevisions, schoolMapRows, schoolMaps } from '../school-maps/tables.ts'
import { placeInRevision } from './own-rows.service.ts'
import type { ownRowsEndpoints } from './own-rows-contract.ts'
import { dueSoonDays } from './threshold.service.ts'

export type Asking = ParsedInputOf<typeof ownRowsEndpoints.listSchoolsOwnRows>
type Shown = Pick<Asking, 'page' | 'state' | 'timing'>
export type Whose = Pick<Asking, 'year' | 'programmeId'> & Partial<Pick<Asking, 'authorityId'>>

export async function countSchoolsOwnRows(
  work: Work,
  asking: Whose,
): Promise<OutputOf<typeof ownRowsEndpoints.countSchoolsOwnRows>> {
  const [found] = await work.db
    .select({ schools: countDistinct(schoolMaps.id), rows: sql<number>`count(*)::int` })
    .from(schoolMapRows)
    .innerJoin(schoolMapRevisions, eq(schoolMapRevisions.id, schoolMapRows.revisionId))
    .innerJoin(schoolMaps, eq(schoolMaps.id, schoolMapRows.schoolMapId))
    .innerJoin(programmes, eq(programmes.id, schoolMaps.programmeId))
    .innerJoin(participants, takesPart)
    .where(and(inForce(work), ofProjects(work, asking)))
  return found ?? { schools: 0, rows: 0 }
}

export type Project = Awaited<ReturnType<typeof selectProjects>>[number]

export async function listProjects(work: Work, asking: Whose): Promise<Map<ProgrammeId, Project>> {
  return new Map((await selectProjects(work, asking)).map((one) => [one.programme.id, one]))
}

/** What is equal for all rows of a project comes once. */
function selectProjects(work: Work, asking: Whose) {
  const { path, shortName, dayOffRule } = organisations
  return work.db
    .select({
      programme: { id: programmes.id, startsOn: programmes.startsOn, endsOn: programmes.endsOn },
      authority: { shortName, dayOffRule },
      dayChanges: dayChanges((table) => visibleTo(work.actor, table), path),
      dueSoonDays: dueSoonDays(work.now),
    })
    .from(programmes)
    .innerJoin(organisations, eq(organisations.id, programmes.authorityId))
    .where(ofProjects(work, asking))
}

type PlacedRow = [place: number, OrganisationId, ActivityId]
/** Rows of one period in one project, on walls of one time: of each the place of its school in the list, the school and the activity. */
export type AlikeRows = Awaited<ReturnType<typeof listRowsInForce>>[number]

/**
 * All rows in force, without their words: of thousands a page shows a few hundred. Many schools begin with the same
 * template, so each period comes once with all its rows.
 */
export function listRowsInForce(work: Work, { organisationId, variant, ...asking }: Omit<Asking, keyof Shown>) {
  const { id, shortName, timeZone } = organisations
  const school = work.db
    .select({
      mapId: schoolMaps.id,
      programmeId: schoolMaps.programmeId,
      schoolId: schoolMaps.schoolId,
      timeZone,
      place: sql<number>`row_number() over (order by ${shortName}, ${schoolMaps.id})`.as('place'),
    })
    .from(schoolMaps)
    .innerJoin(programmes, eq(programmes.id, schoolMaps.programmeId))
    .innerJoin(participants, takesPart)
    .innerJoin(organisations, eq(organisations.id, schoolMaps.schoolId))
    .where(
      and(
        ofProjects(work, asking),
        organisationId ? eq(id, organisationId) : undefined,
        variant ? eq(participants.variant, variant) : undefined,
        visibleTo(work.actor, organisations),
      ),
    )
    .as('school')
  const { period, activityId } = schoolMapRows
  return work.db
    .select({
      programmeId: school.programmeId,
      timeZone: school.timeZone,
      period,
      rows: sql<PlacedRow[]>`json_agg(json_build_array(${school.place}, ${school.schoolId}, ${activityId}))`,
    })
    .from(schoolMapRows)
    .innerJoin(schoolMapRevisions, eq(schoolMapRevisions.id, schoolMapRows.revisionId))
    .innerJoin(school, eq(school.mapId, schoolMapRows.schoolMapId))
    .where(inForce(work))
    .groupBy(school.programmeId, school.timeZone, period)
}

/** The rows in force of some schools with their words, school by school. */
export function listRowsOfSchools(work: Work, asking: Whose, schoolIds: OrganisationId[]) {
  const { shortName, fullName } = organisations
  return work.db
    .select({
      activityId: schoolMapRows.activityId,
      place: placeInRevision,
      title: schoolMapRows.title,
      period: schoolMapRows.period,
      responsible: schoolMapRows.responsible,
      programmeId: schoolMaps.programmeId,
      organisationId: schoolMaps.schoolId,
      ...{ shortName, fullName },
    })
    .from(schoolMapRows)
    .innerJoin(schoolMapRevisions, eq(schoolMapRevisions.id, schoolMapRows.revisionId))
    .innerJoin(schoolMaps, eq(schoolMaps.id, schoolMapRows.schoolMapId))
    .innerJoin(programmes, eq(programmes.id, schoolMaps.programmeId))
    .innerJoin(organisations, eq(organisations.id, schoolMaps.schoolId))
    .where(
      and(
        inForce(work),
        ofProjects(work, asking),
        sql`${schoolMaps.schoolId} = any(${sql.param(schoolIds)}::uuid[])`,
        visibleTo(work.actor, organisations),
      ),
    )
    .orderBy(asc(shortName), asc(schoolMaps.id), asc(schoolMapRows.position), asc(schoolMapRows.activityId))
}

/** A school that has left the project is not in its matrix either. */
const takesPart = and(
  eq(participants.programmeId, schoolMaps.programmeId),
  eq(participants.organisationId, schoolMaps.schoolId),
  isNull(participants.leftAt),
)

function inForce({ actor }: Work): SQL | undefined {
  return and(
    eq(schoolMapRevisions.status, 'approved'),
    eq(schoolMapRows.removed, false),
    visibleTo(actor, schoolMapRows),
  )
}

function ofProjects({ actor }: Work, { year, programmeId, authorityId }: Whose): SQL | undefined {
  return and(
    eq(programmes.year, year),
    programmeId ? eq(programmes.id, programmeId) : undefined,
    authorityId ? eq(programmes.authorityId, authorityId) : undefined,
    visibleTo(actor, programmes),
  )
}
