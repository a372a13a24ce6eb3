import { and, type SQL, sql } from 'drizzle-orm'
import type { Work } from '../../server/work.ts'
import { auditEntries } from '../audit/tables.ts'
import { ownPatterns } from './journal-scope.service.ts'

/**
 * A sub-select of the ids of the newest entries that are the reader's own and fit the conditions: of an organisation of
 * hers; where an entry names none, of a person who belongs there, as doer or as subject.
 *
 * What it reads grows with the answer and the number of her organisations, not with the journal. So many of each
 * organisation that they fill the answer say how old it can be at most; then only what is newer is read.
 */
export function newestEntries(work: Work, conditions: readonly SQL[], most: number): SQL {
  const fits = and(sql`true`, ...conditions)
  // A bound inside a select of its own is known before the rows are read, so that row-level security lets it go by index.
  const notTooOld = sql`${auditEntries.at} >= (select coalesce(
    (select at from probe order by at desc offset ${most}::int - 1 limit 1), '-infinity'))`
  const newestOf = (owner: SQL, which: SQL) => sql`select found.id, found.at from ${owner} cross join lateral (
    select ${auditEntries.id}, ${auditEntries.at} from ${auditEntries} where ${which} and ${notTooOld} and ${fits}
    order by ${auditEntries.at} desc, ${auditEntries.id} desc limit ${most}::int) found`
  const ofNoPlace = sql`${auditEntries.organisationId} is null`
  return sql`(with place as materialized (select o.id from organisation o where o.path like any(${ownPatterns(work)})),
    member as materialized (
      select distinct m.person_id as id from membership m join place on place.id = m.organisation_id),
    probe as materialized (select found.at from place cross join lateral (
      select ${auditEntries.at} from ${auditEntries} where ${auditEntries.organisationId} = place.id and ${fits}
      order by ${auditEntries.at} desc limit (select ${most}::int / greatest(count(*), 1) + 1 from place)) found),
    newest as (
      ${newestOf(sql`place`, sql`${auditEntries.organisationId} = place.id`)}
      union ${newestOf(sql`member`, sql`${auditEntries.personId} = member.id and ${ofNoPlace}`)}
      union ${newestOf(sql`member`, sql`${auditEntries.subjectId} = member.id::text and ${ofNoPlace}`)})
    select id from newest order by at desc, id desc limit ${most}::int)`
}
