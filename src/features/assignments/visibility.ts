import { type Column, sql } from 'drizzle-orm'
import type { Visibility } from '../../server/visibility.ts'
import { subtreeOf } from '../organisations/visibility.ts'

/** A task is its owner's, and those organisations' to whom it was given: nobody else knows of it. */
export function receivedTasks(ownerId: Column, activityId: Column): Visibility {
  return {
    kind: 'participants of this thing',
    where: (actor) => sql`(${ownerId} in ${subtreeOf(actor)} or ${activityId} in (
      select t.activity_id from task_recipient t where t.organisation_id in ${subtreeOf(actor)}))`,
  }
}

/**
 * What an organisation did is seen by itself and above it, and by whoever's activity it was done for:
 * the institute stands beside the authorities, not below them.
 */
export function factsFor(organisationId: Column, activityId: Column): Visibility {
  return {
    kind: 'participants of this thing',
    where: (actor) => sql`(${organisationId} in ${subtreeOf(actor)} or ${activityId} in (
      select a.id from activity a where a.owner_id in ${subtreeOf(actor)}))`,
  }
}
