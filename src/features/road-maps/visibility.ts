import { type Column, sql } from 'drizzle-orm'
import type { Visibility } from '../../server/visibility.ts'
import { sharedDown, subtreeOf } from '../organisations/visibility.ts'

/** That a plan was sent to an organisation is read by itself, by whoever is above it, and by whose plan it is. */
export function sentBy(roadMapId: Column, organisationId: Column): Visibility {
  return {
    kind: 'own subtree',
    where: (actor) => sql`(${organisationId} in ${subtreeOf(actor)} or ${roadMapId} in (
      select r.id from road_map r where r.owner_id in ${subtreeOf(actor)}))`,
  }
}

/** What facts hang on is known to whose it is, to everyone below, and to whoever was sent the plan once, wherever it stands now. */
export function ofActivity(table: { id: Column; ownerId: Column; roadMapId: Column }): Visibility {
  const shared = sharedDown(table.ownerId)
  return {
    kind: shared.kind,
    where: (actor) => sql`(${shared.where(actor)} or ${table.roadMapId} in (
      select d.road_map_id from dispatch d where d.organisation_id in ${subtreeOf(actor)}))`,
  }
}

/** Rows of a road map are its owner's, and those organisations' to whom it was sent. */
export function ofRoadMap(roadMapId: Column): Visibility {
  return {
    kind: 'shared down by its owner',
    where: (actor) => sql`${roadMapId} in (
      select r.id from road_map r where r.owner_id in ${subtreeOf(actor)}
      union all
      select d.road_map_id from dispatch d where d.organisation_id in ${subtreeOf(actor)})`,
  }
}

/** The same for rows that know only their revision. */
export function ofRevision(revisionId: Column): Visibility {
  return {
    kind: 'shared down by its owner',
    where: (actor) => sql`${revisionId} in (
      select v.id from road_map_revision v join road_map r on r.id = v.road_map_id where r.owner_id in ${subtreeOf(actor)}
      union all
      select v.id from road_map_revision v join dispatch d on d.road_map_id = v.road_map_id
        where v.status <> 'draft' and d.organisation_id in ${subtreeOf(actor)})`,
  }
}
