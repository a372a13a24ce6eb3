import { createHash } from 'node:crypto'
import type { Actor, Membership, PersonActor } from '../../kernel/actor.ts'
import type { Database } from '../../server/database.ts'
import { SESSION_DAYS } from './access.ts'
import { guardedRoles } from './second-factor.ts'

/** What is stored of a secret token. */
export function hashOfToken(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}

type Row = {
  session_id: PersonActor['sessionId']
  person_id: PersonActor['personId']
  name: string
  seen_by: PersonActor['personId'] | null
  seen_by_name: string
  stale: boolean
  memberships: Membership[]
}

/**
 * The memberships in which a person acts at a moment: her own, and those of everyone for whom she stands in on that
 * day of that organisation. Both arguments are SQL of ours, never a value.
 */
export function heldBy(person: string, moment: string): string {
  // Two ways instead of one `or`: each begins at the person, whoever else belongs to the region.
  return `(select m.role, m.person_id, o.id as organisation_id, o.path
    from membership m join organisation o on o.id = m.organisation_id
    where m.ended_at is null and m.person_id = ${person}
    union
    select m.role, m.person_id, o.id, o.path
    from substitution b join membership m on m.person_id = b.absent_id join organisation o on o.id = m.organisation_id
    where b.substitute_id = ${person} and b.ended_at is null and m.ended_at is null
      and (${moment} at time zone o.time_zone)::date between b.starts_on and b.ends_on)`
}

/** Whether a rule asks this person for the second step. SQL of ours as well. */
export function mustHaveSecondFactor(person: string, moment: string): string {
  return `exists (select 1 from second_factor_rule r
    join organisation ruled on ruled.id = r.organisation_id
    join ${heldBy(person, moment)} h on h.path like ruled.path || '%'
    where h.role in (${guardedRoles.map((role) => `'${role}'`).join(', ')}))`
}

const IDENTIFY = `
  select s.id as session_id, coalesce(v.id, p.id) as person_id, coalesce(v.name, p.name) as name,
    case when v.id is not null then p.id end as seen_by, p.name as seen_by_name, s.seen_at < $2::timestamptz - interval '10 minutes' as stale,
    coalesce((
      select json_agg(json_build_object('role', h.role, 'organisationId', h.organisation_id, 'path', h.path,
          'substitutesFor', case when h.person_id = coalesce(v.id, p.id) then null else h.person_id end))
      from ${heldBy('coalesce(v.id, p.id)', '$2::timestamptz')} h
    ), '[]'::json) as memberships
  from session s join person p on p.id = s.person_id
    -- Looking through another's eyes lasts as long as the right to it: all that she holds lies below what one administers.
    left join person v on v.id = s.viewed_id and v.disabled_at is null and not exists (
      select from ${heldBy('s.viewed_id', '$2::timestamptz')} seen where not exists (
        select from ${heldBy('s.person_id', '$2::timestamptz')} own
        where own.role = 'administrator' and seen.path like own.path || '%'))
  where s.token_hash = $1 and s.ended_at is null and s.expires_at > $2 and p.disabled_at is null
    and (s.second_factor or not ${mustHaveSecondFactor('p.id', '$2::timestamptz')})`

/**
 * The person behind a session; nobody when it is unknown, over, the person is disabled, or a rule asks for a second step
 * that this session did not take. One statement.
 */
export async function identify(database: Database, token: string | null, now: Date): Promise<Actor> {
  if (!token) return { kind: 'nobody' }
  const [row] = await database.query<Row>(IDENTIFY, [hashOfToken(token), now])
  if (!row) return { kind: 'nobody' }
  if (row.stale) await keepAlive(database, row.session_id, now)
  return {
    kind: 'person',
    personId: row.person_id,
    sessionId: row.session_id,
    name: row.name,
    memberships: row.memberships,
    ...(row.seen_by && { seenBy: { personId: row.seen_by, name: row.seen_by_name } }),
  }
}

async function keepAlive(database: Database, sessionId: string, now: Date): Promise<void> {
  await database.query(
    `update session set seen_at = $2, expires_at = $2::timestamptz + make_interval(days => $3) where id = $1`,
    [sessionId, now, SESSION_DAYS],
  )
}
