import { and, eq, isNull, sql } from 'drizzle-orm'
import type { Membership, PersonActor, Role } from '../../kernel/actor.ts'
import { newId, type PersonId } from '../../kernel/id.ts'
import type { Language } from '../../kernel/words.ts'
import type { Work } from '../../server/work.ts'
import { organisations } from '../organisations/tables.ts'
import { heldBy } from './identify.service.ts'
import { memberships, people } from './tables.ts'

/** A person as she would act now, where letters reach her and in which language. */
export type Reachable = { actor: PersonActor; email: string | null; language: Language }

/** By the house: these people with all that they hold today, those for whom they stand in included; nobody disabled. */
export async function listReachable(work: Work, personIds: readonly PersonId[]): Promise<Reachable[]> {
  if (personIds.length === 0) return []
  const { rows } = await work.db.execute<{
    id: PersonId
    name: string
    email: string | null
    language: Language
    memberships: Membership[]
  }>(sql`select p.id, p.name, p.email, p.language, coalesce((
      select json_agg(json_build_object('role', h.role, 'organisationId', h.organisation_id, 'path', h.path,
        'substitutesFor', case when h.person_id = p.id then null else h.person_id end))
      from ${sql.raw(heldBy('p.id', 'asked.now'))} h), '[]'::json) as memberships
    from ${people} p cross join (select ${work.now.toISOString()}::timestamptz as now) asked
    where p.id = any(${sql.param([...personIds])}::uuid[]) and p.disabled_at is null
    order by p.id`)
  return rows.map(({ id, name, email, language, memberships: held }) => ({
    // No session stands behind her; no rule asks for one.
    actor: { kind: 'person', personId: id, name, sessionId: newId<'session'>(), memberships: held },
    email,
    language,
  }))
}

/** By the house: whoever holds one of these roles at the place or above it, and whoever stands in for them. */
export async function listPeopleAround(work: Work, path: string, wanted: readonly Role[]): Promise<PersonId[]> {
  const { rows } = await work.db.execute<{ id: PersonId }>(sql`with holder as (
      select m.person_id as id, o.time_zone from ${memberships} m join ${organisations} o on o.id = m.organisation_id
      where m.ended_at is null and ${path} like o.path || '%' and m.role = any(${sql.param([...wanted])}::text[]))
    select id from holder
    union select b.substitute_id from substitution b join holder on holder.id = b.absent_id
      where b.ended_at is null and (${work.now.toISOString()}::timestamptz at time zone holder.time_zone)::date
        between b.starts_on and b.ends_on`)
  return rows.map(({ id }) => id)
}

/** The address of a person's own letters. */
export async function changeOwnEmail(work: Work, personId: PersonId, email: string | null): Promise<void> {
  await work.db
    .update(people)
    .set({ email, rowVersion: sql`${people.rowVersion} + 1` })
    .where(and(eq(people.id, personId), sql`${people.email} is distinct from ${email}`))
}

/** Where letters reach her; null where nobody has said. */
export async function findEmail(work: Work, personId: PersonId): Promise<string | null> {
  const [found] = await work.db
    .select({ email: people.email })
    .from(people)
    .where(and(eq(people.id, personId), isNull(people.disabledAt)))
  return found?.email ?? null
}

/** The language of her letters. */
export async function findLanguage(work: Work, personId: PersonId): Promise<Language> {
  const [found] = await work.db.select({ language: people.language }).from(people).where(eq(people.id, personId))
  return found?.language ?? 'ru'
}
