import { sql } from 'drizzle-orm'
import type { Day } from '../../kernel/day.ts'
import type { PersonId } from '../../kernel/id.ts'
import type { Work } from '../../server/work.ts'
import { memberships, people } from '../access/tables.ts'
import { organisations } from '../organisations/tables.ts'
import { DIGEST_FROM, DIGEST_UNTIL } from './message.ts'
import type { MailId } from './outbox.service.ts'
import { digests } from './tables.ts'

/** `path`: of the first organisation in which she holds a role; its working days are hers. */
export type Morning = { personId: PersonId; day: Day; path: string }

/**
 * By the house: people whose morning has come on the wall clock of their organisation, and who have not had it yet.
 * Outside those hours everywhere nobody is looked at: the database asks the clocks once, before any person.
 */
export async function listMornings(work: Work): Promise<Morning[]> {
  const { rows } = await work.db.execute<{ person_id: PersonId; day: Day; path: string }>(sql`
    select person_id, day::text as day, path from (
      select distinct on (p.id) p.id as person_id, o.path,
        (${work.now.toISOString()}::timestamptz at time zone o.time_zone)::date as day,
        (${work.now.toISOString()}::timestamptz at time zone o.time_zone)::time as hour
      from ${people} p join ${memberships} m on m.person_id = p.id join ${organisations} o on o.id = m.organisation_id
      where p.disabled_at is null and (p.login is not null or p.email is not null)
        and m.ended_at is null and m.role <> 'teacher'
      order by p.id, o.path) known
    where exists (
        select from ${organisations} a
        where (${work.now.toISOString()}::timestamptz at time zone a.time_zone)::time >= ${DIGEST_FROM}::time
          and (${work.now.toISOString()}::timestamptz at time zone a.time_zone)::time < ${DIGEST_UNTIL}::time)
      and hour >= ${DIGEST_FROM}::time and hour < ${DIGEST_UNTIL}::time
      and not exists (select from ${digests} d where d.person_id = known.person_id and d.day = known.day)
    order by person_id`)
  return rows.map(({ person_id: personId, day, path }) => ({ personId, day, path }))
}

/** Claims a person's morning; false where somebody has it already. Undone with the transaction. */
export async function beginMorning(work: Work, { personId, day }: Morning): Promise<boolean> {
  const begun = await work.db
    .insert(digests)
    .values({ personId, day, writtenAt: work.now })
    .onConflictDoNothing()
    .returning({ day: digests.day })
  return begun.length > 0
}

export async function noteDigestMail(work: Work, { personId, day }: Morning, mailId: MailId): Promise<void> {
  await work.db
    .update(digests)
    .set({ mailId })
    .where(sql`${digests.personId} = ${personId} and ${digests.day} = ${day}`)
}
