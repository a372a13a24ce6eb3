import { type Column, type SQL, sql } from 'drizzle-orm'
import type { Scope } from '../../server/scope.ts'
import type { Visibility } from '../../server/visibility.ts'
import { subtreeOf } from '../organisations/visibility.ts'

/** What a project says of a school is read by the school, by whoever is above it, and by whose project it is: wherever the school stands now. */
export function inProject(programmeId: Column, organisationId: Column): Visibility {
  return {
    kind: 'own subtree',
    where: (scope) => sql`(${organisationId} in ${subtreeOf(scope)} or ${programmeId} in ${ownProgrammes(scope)})`,
  }
}

/** A project is seen by its authority, by everything above it and by the schools that take part. */
export function ownProgramme(table: { id: Column; authorityId: Column }): Visibility {
  return {
    kind: 'participants of this thing',
    where: (scope) => sql`(${table.authorityId} in ${subtreeOf(scope)} or ${table.id} in ${takingPart(scope)})`,
    writes: (scope) => sql`${table.authorityId} in ${subtreeOf(scope)}`,
  }
}

/** Only the project's authority takes somebody in. */
export function takenInByOwner(table: { organisationId: Column; programmeId: Column }): Visibility {
  return {
    ...inProject(table.programmeId, table.organisationId),
    adds: (scope) => sql`${table.programmeId} in ${ownProgrammes(scope)}`,
  }
}

function ownProgrammes(scope: Scope): SQL {
  return scope.ids('programmes_owned', sql`select p.id from programme p where p.authority_id in ${subtreeOf(scope)}`)
}

function takingPart(scope: Scope): SQL {
  return scope.ids(
    'programmes_taking_part',
    sql`select t.programme_id from participant t where t.left_at is null and t.organisation_id in ${subtreeOf(scope)}`,
  )
}

/** The projects of the road maps that were sent to the actor's organisations. */
export function programmesSent(scope: Scope): SQL {
  return scope.ids(
    'programmes_sent',
    sql`select r.programme_id from road_map r join dispatch d on d.road_map_id = r.id
      where d.organisation_id in ${subtreeOf(scope)}`,
  )
}
