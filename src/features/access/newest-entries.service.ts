import { and, type SQL, sql } from 'drizzle-orm'
import type { Work } from '../../server/work.ts'
import { auditEntries } from '../audit/tables.ts'
import { ownPatterns } from './journal-scope.service.ts'

/**
 * A sub-select of the ids of the newest entries that are the reader's own and fit the conditions: of an organisation of
 * hers; where an entry names none, of a person who belongs there, as doer or as subject.
 */
export function newestEntries(work: Work, conditions: readonly SQL[], most: number): SQL {
  const places = sql`(select o.id from organisation o where o.path like any(${ownPatterns(work)}))`
  const members = sql`(select m.person_id from membership m where m.organisation_id in ${places})`
  const isOwn = sql`(${auditEntries.organisationId} in ${places} or (${auditEntries.organisationId} is null and
    (${auditEntries.personId} in ${members} or ${auditEntries.subjectId} in (select p.person_id::text from ${members} p))))`
  return sql`(select ${auditEntries.id} from ${auditEntries} where ${and(isOwn, ...conditions)}
    order by ${auditEntries.at} desc, ${auditEntries.id} desc limit ${most}::int)`
}

/**
 * The same where most entries fit. What it reads grows with the answer and the number of her organisations, not with
 * the journal: so many of each organisation that they fill the answer say how old it can be at most; then only what is
 * newer is read. Of conditions that few entries fit it would look through each organisation for itself.
 */
export function newestOfEachPlace(work: Work, conditions: readonly SQL[], most: number): SQL {
  const fits = and(sql`true`, ...conditions)
  // What is worked out before the rows are read, row-level security lets go by index: a bound in a select of its own, a
  // text that stands ready.
  const notTooOld = sql`${auditEntries.at} >= (select coalesce(
    (select at from probe order by at desc offset ${most}::int - 1 limit 1), '-infinity'))`
  const newestOf = (owner: SQL, which: SQL) => sql`select found.id, found.at from ${owner} cross join lateral (
    select ${auditEntries.id}, ${auditEntries.at} from ${auditEntries} where ${which} and ${notTooOld} and ${fits}
    order by ${auditEntries.at} desc, ${auditEntries.id} desc limit ${most}::int) found`
  const ofNoPlace = sql`${auditEntries.organisationId} is null`
  return sql`(with place as materialized (select o.id from organisation o where o.path like any(${ownPatterns(work)})),
    member as materialized (
      select distinct m.person_id as id, m.person_id::text as named from membership m join place on place.id = m.organisation_id),
    probe as materialized (select found.at from place cross join lateral (
      select ${auditEntries.at} from ${auditEntries} where ${auditEntries.organisationId} = place.id and ${fits}
      order by ${auditEntries.at} desc limit (select ${most}::int / greatest(count(*), 1) + 1 from place)) found),
    newest as (
      ${newestOf(sql`place`, sql`${auditEntries.organisationId} = place.id`)}
      union ${newestOf(sql`member`, sql`${auditEntries.personId} = member.id and ${ofNoPlace}`)}
      union ${newestOf(sql`member`, sql`${auditEntries.subjectId} = member.named and ${ofNoPlace}`)})
    select id from newest order by at desc, id desc limit ${most}::int)`
}
