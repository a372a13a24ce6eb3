import { type Column, type SQL, sql } from 'drizzle-orm'
import type { Scope } from '../../server/scope.ts'
import type { Visibility } from '../../server/visibility.ts'
import { subtreeOf } from '../organisations/visibility.ts'

/** A task is its owner's, and those organisations' to whom it was given: nobody else knows of it. */
export function receivedTasks(ownerId: Column, activityId: Column): Visibility {
  return {
    kind: 'participants of this thing',
    where: (scope) => sql`(${ownerId} in ${subtreeOf(scope)} or ${activityId} in ${received(scope)})`,
    writes: (scope) => sql`${ownerId} in ${subtreeOf(scope)}`,
  }
}

/**
 * What an organisation did is seen by itself and above it, and by whoever's activity it was done for:
 * the institute stands beside the authorities, not below them.
 */
export function factsFor(organisationId: Column, activityId: Column): Visibility {
  return {
    kind: 'participants of this thing',
    where: (scope) => sql`(${organisationId} in ${subtreeOf(scope)} or ${activityId} in ${ownActivities(scope)})`,
  }
}

/** A task is given by its owner; whoever was given it says that she has seen it. */
export function givenByOwner(organisationId: Column, activityId: Column): Visibility {
  return {
    ...factsFor(organisationId, activityId),
    adds: (scope) => sql`${activityId} in ${ownActivities(scope)}`,
  }
}

function received(scope: Scope): SQL {
  return scope.ids(
    'tasks_received',
    sql`select t.activity_id from task_recipient t where t.organisation_id in ${subtreeOf(scope)}`,
  )
}

function ownActivities(scope: Scope): SQL {
  return scope.ids('activities_owned', sql`select a.id from activity a where a.owner_id in ${subtreeOf(scope)}`)
}
