import { and, asc, desc, eq, isNull, sql } from 'drizzle-orm'
import type { OutputOf } from '../../kernel/contract.ts'
import { dayAt } from '../../kernel/day.ts'
import { isoMoment } from '../../server/columns.ts'
import { visibleTo } from '../../server/visibility.ts'
import type { Work } from '../../server/work.ts'
import { DEFAULT_TIME_ZONE } from '../organisations/organisation.ts'
import { organisations } from '../organisations/tables.ts'
import { participants, programmes } from '../programmes/tables.ts'
import { dispatches, roadMaps } from '../road-maps/tables.ts'
import { countAskedRows } from './asked-maps.service.ts'
import type { schoolMapsContract } from './contract.ts'
import { schoolMapComments, schoolMapRevisions, schoolMapRows, schoolMaps } from './tables.ts'

/** Every school that takes part, with where its map stands and what it owes: in two statements, however many there are. */
export async function listSchoolMaps(work: Work): Promise<OutputOf<typeof schoolMapsContract.listSchoolMaps>> {
  const v = schoolMapRevisions
  const asked = await countAskedRows(work, dayAt(work.now, DEFAULT_TIME_ZONE))
  const found = await work.db
    .select({
      mapId: schoolMaps.id,
      programmeId: programmes.id,
      programmeTitle: programmes.title,
      year: programmes.year,
      organisationId: organisations.id,
      shortName: organisations.shortName,
      fullName: organisations.fullName,
      status: v.status,
      revision: v.number,
      rows: sql<number>`(select count(*)::int from ${schoolMapRows} r where r.revision_id = ${v.id} and not r.removed)`,
      openComments: sql<number>`(select count(*)::int from ${schoolMapComments} c
        where c.revision_id = ${v.id} and c.resolved_at is null)`,
      since: sql<string | null>`case ${v.status} when 'draft' then ${isoMoment(v.createdAt)}
        when 'submitted' then ${isoMoment(v.submittedAt)} when 'approved' then ${isoMoment(v.approvedAt)}
        else ${isoMoment(v.decidedAt)} end`,
      isInForce: sql<boolean>`exists (select from school_map_revision a
        where a.school_map_id = ${schoolMaps.id} and a.status = 'approved')`,
      isUnread: sql<boolean>`exists (select from ${dispatches} join ${roadMaps} on ${roadMaps.id} = ${dispatches.roadMapId}
        where ${roadMaps.programmeId} = ${programmes.id} and ${roadMaps.ownerId} = ${programmes.authorityId}
          and ${dispatches.organisationId} = ${organisations.id} and ${dispatches.acknowledgedAt} is null
          and ${programmes.closedAt} is null and ${visibleTo(work.actor, dispatches)})`,
    })
    .from(participants)
    .innerJoin(programmes, eq(programmes.id, participants.programmeId))
    .innerJoin(organisations, eq(organisations.id, participants.organisationId))
    .leftJoin(
      schoolMaps,
      and(
        eq(schoolMaps.programmeId, programmes.id),
        eq(schoolMaps.schoolId, organisations.id),
        visibleTo(work.actor, schoolMaps),
      ),
    )
    .leftJoin(v, and(eq(v.schoolMapId, schoolMaps.id), isWorkedOn))
    .where(and(isNull(participants.leftAt), visibleTo(work.actor, participants), visibleTo(work.actor, organisations)))
    .orderBy(desc(programmes.year), asc(organisations.shortName), asc(organisations.id))
  return { maps: found.map(({ mapId, ...one }) => ({ ...one, asked: mapId ? (asked.get(mapId) ?? 0) : 0 })) }
}

/** The newest that is not history: what is being written, or else what is in force. */
const isWorkedOn = sql`${schoolMapRevisions.number} = (select max(n.number) from school_map_revision n
  where n.school_map_id = ${schoolMaps.id} and n.status <> 'abandoned')`
