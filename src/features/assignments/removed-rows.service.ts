import { type SQL, sql, type Table } from 'drizzle-orm'
import { activityRevisions } from '../road-maps/tables.ts'
import { proofItems, submissions } from './tables.ts'

/** For the revisions in force: what else of their road maps is still to be seen. */
export type InForce = { revisionIds: SQL; visible: (table: Table) => SQL }

/**
 * The ids of rows that a later revision left out while somebody had already done something for them: of each activity
 * its last row. Where no revision was ever superseded, nothing else is looked at.
 */
export function removedRows({ revisionIds, visible }: InForce): SQL {
  return sql`array(
    with superseded as materialized (
      select former.id, former.number, now.id as now_id
      from road_map_revision now
      join road_map_revision former on former.road_map_id = now.road_map_id and former.status = 'superseded'
      where now.id = any(${revisionIds})),
    gone as materialized (
      select distinct on (held.activity_id) held.id, held.activity_id
      from superseded join activity_revision held on held.revision_id = superseded.id
      where not exists (
        select from activity_revision kept
        where kept.revision_id = superseded.now_id and kept.activity_id = held.activity_id)
      order by held.activity_id, superseded.number desc)
    select gone.id from gone
    where exists (select from ${submissions} where ${submissions.activityId} = gone.activity_id and ${visible(submissions)})
      or exists (
        select from ${proofItems}
        where ${proofItems.activityId} = gone.activity_id and ${proofItems.withdrawnAt} is null and ${visible(proofItems)}))`
}

/** The revision in force to whose road map a row belongs. */
export function revisionInForce(revisionIds: SQL): SQL<typeof activityRevisions.$inferSelect.revisionId> {
  return sql`case when ${activityRevisions.revisionId} = any(${revisionIds}) then ${activityRevisions.revisionId} else (
    select now.id from road_map_revision former join road_map_revision now on now.road_map_id = former.road_map_id
    where former.id = ${activityRevisions.revisionId} and now.id = any(${revisionIds})) end`
}

/** The number of the revision that left a row out; null while it is in force. */
export function removedBy(isInForce: SQL): SQL<number | null> {
  return sql`case when ${isInForce} then null else (
    select min(later.number) from road_map_revision former
    join road_map_revision later on later.road_map_id = former.road_map_id
    where former.id = ${activityRevisions.revisionId} and later.number > former.number and later.status <> 'draft') end`
}
