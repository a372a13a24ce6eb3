import { and, eq, sql } from 'drizzle-orm'
import type { ActivityId, OrganisationId } from '../../kernel/id.ts'
import { refuseUnless } from '../../kernel/refusal.ts'
import { visibleTo } from '../../server/visibility.ts'
import type { Work } from '../../server/work.ts'
import type { DayChanges } from '../calendar/working-day.ts'
import type { DayOffRule } from '../organisations/organisation.ts'
import { programmes } from '../programmes/tables.ts'
import { activities } from '../road-maps/tables.ts'
import { schoolMapRevisions, schoolMapRows, schoolMaps } from '../school-maps/tables.ts'
import { numberOfOwnRow } from './own-rows.service.ts'
import './words.ts'

export type OwnMapRow = Pick<
  typeof schoolMapRows.$inferSelect,
  'title' | 'period' | 'responsible' | 'expectedResult' | 'proof'
> & { number: string }

/** The authority to whom a school answers for a row of its own map; null for every other activity. */
export const ownMapAuthority = sql`(select p.authority_id from school_map_row r
  join school_map m on m.id = r.school_map_id join programme p on p.id = m.programme_id
  where r.activity_id = ${activities.id} limit 1)`

type Spot = {
  activityId: ActivityId
  organisation: { id: OrganisationId }
  authority: { dayOffRule: DayOffRule }
  dayChanges: DayChanges
}

/** A row in force, or one that was taken out of the map with what was done for it: it asks nothing any more. */
export async function loadOwnRow(work: Work, { activityId, organisation, authority, dayChanges }: Spot) {
  const [found] = await work.db
    .select({
      row: schoolMapRows,
      programme: programmes,
      isInForce: sql<boolean>`(${schoolMapRevisions.status} = 'approved')`,
      place: sql<number>`(select count(*)::int from school_map_row o where o.revision_id = ${schoolMapRows.revisionId}
        and not o.removed and (o.position, o.activity_id) <= (${schoolMapRows.position}, ${schoolMapRows.activityId}))`,
    })
    .from(schoolMapRows)
    .innerJoin(schoolMapRevisions, eq(schoolMapRevisions.id, schoolMapRows.revisionId))
    .innerJoin(schoolMaps, eq(schoolMaps.id, schoolMapRows.schoolMapId))
    .innerJoin(programmes, eq(programmes.id, schoolMaps.programmeId))
    .where(
      and(
        eq(schoolMapRows.activityId, activityId),
        eq(schoolMaps.schoolId, organisation.id),
        eq(schoolMapRows.removed, false),
        sql`${schoolMapRevisions.status} in ('approved', 'superseded')`,
        visibleTo(work.actor, schoolMapRows),
      ),
    )
    .orderBy(sql`${schoolMapRevisions.number} desc`)
    .limit(1)
  refuseUnless(found, 'missing', 'assignment.missing')
  const { row, programme, isInForce, place } = found
  const { title, period, responsible, expectedResult, proof } = row
  return {
    asked: {
      kind: 'own-row' as const,
      row: { title, period, responsible, expectedResult, proof, number: numberOfOwnRow(place) },
      programmeId: programme.id,
    },
    demand: { period, frame: programme, dayOffRule: authority.dayOffRule, dayChanges, dueTime: null },
    part: isInForce ? ('executes' as const) : null,
    isOutsideVariant: !isInForce,
    removedBy: null,
    isClosed: programme.closedAt !== null,
  }
}
