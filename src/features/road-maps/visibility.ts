import { type Column, type SQL, sql } from 'drizzle-orm'
import type { Scope } from '../../server/scope.ts'
import type { Visibility } from '../../server/visibility.ts'
import { sharedDown, subtreeOf } from '../organisations/visibility.ts'

/** A road map is its owner's, and those organisations' to whom it was sent. */
export function ownRoadMap(table: { id: Column; ownerId: Column }): Visibility {
  return {
    kind: 'shared down by its owner',
    where: (scope) => sql`(${table.ownerId} in ${subtreeOf(scope)} or ${table.id} in ${sentTo(scope)})`,
    writes: (scope) => sql`${table.ownerId} in ${subtreeOf(scope)}`,
  }
}

/** Rows of a road map go with it. */
export function ofRoadMap(roadMapId: Column): Visibility {
  return {
    kind: 'shared down by its owner',
    where: (scope) => sql`(${roadMapId} in ${ownedBy(scope)} or ${roadMapId} in ${sentTo(scope)})`,
    writes: (scope) => sql`${roadMapId} in ${ownedBy(scope)}`,
  }
}

/** The same for rows that know only their revision; a draft is its owner's alone. */
export function ofRevision(revisionId: Column): Visibility {
  const owned = (scope: Scope) =>
    scope.ids(
      'revisions_owned',
      sql`select v.id from road_map_revision v join road_map r on r.id = v.road_map_id where r.owner_id in ${subtreeOf(scope)}`,
    )
  const sent = (scope: Scope) =>
    scope.ids(
      'revisions_sent',
      sql`select v.id from road_map_revision v join dispatch d on d.road_map_id = v.road_map_id
        where v.status <> 'draft' and d.organisation_id in ${subtreeOf(scope)}`,
    )
  return {
    kind: 'shared down by its owner',
    where: (scope) => sql`(${revisionId} in ${owned(scope)} or ${revisionId} in ${sent(scope)})`,
    writes: (scope) => sql`${revisionId} in ${owned(scope)}`,
  }
}

/** That a plan was sent is read by whom it was sent to, by whoever is above, and by whose plan it is: only the owner sends it. */
export function sentByOwner(table: { organisationId: Column; roadMapId: Column }): Visibility {
  return {
    kind: 'own subtree',
    where: (scope) => sql`(${table.organisationId} in ${subtreeOf(scope)} or ${table.roadMapId} in ${ownedBy(scope)})`,
    adds: (scope) => sql`${table.roadMapId} in ${ownedBy(scope)}`,
  }
}

/** What facts hang on is known to whose it is, to everyone below, and to whoever was sent the plan once, wherever it stands now. */
export function ofActivity(table: { ownerId: Column; roadMapId: Column }): Visibility {
  const shared = sharedDown(table.ownerId)
  return {
    ...shared,
    where: (scope) => sql`(${shared.where(scope)} or ${table.roadMapId} in ${sentTo(scope)})`,
  }
}

function ownedBy(scope: Scope): SQL {
  return scope.ids('road_maps_owned', sql`select r.id from road_map r where r.owner_id in ${subtreeOf(scope)}`)
}

function sentTo(scope: Scope): SQL {
  return scope.ids(
    'road_maps_sent',
    sql`select d.road_map_id from dispatch d where d.organisation_id in ${subtreeOf(scope)}`,
  )
}
