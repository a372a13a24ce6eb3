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
