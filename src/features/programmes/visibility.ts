import { type Column, sql } from 'drizzle-orm'
import type { Visibility } from '../../server/visibility.ts'
import { subtreeOf } from '../organisations/visibility.ts'

/** What a project says of a school is read by the school, by whoever is above it, and by whose project it is: wherever the school stands now. */
export function inProject(programmeId: Column, organisationId: Column): Visibility {
  return {
    kind: 'own subtree',
    where: (actor) => sql`(${organisationId} in ${subtreeOf(actor)} or ${programmeId} in (
      select p.id from programme p where p.authority_id in ${subtreeOf(actor)}))`,
  }
}

/** Rows of a project are seen by its authority, by everything above it and by the schools that take part. */
export function participantsOf(programmeId: Column): Visibility {
  return {
    kind: 'participants of this thing',
    where: (actor) => sql`${programmeId} in (
      select p.id from programme p where p.authority_id in ${subtreeOf(actor)}
      union all
      select t.programme_id from participant t where t.left_at is null and t.organisation_id in ${subtreeOf(actor)})`,
  }
}
