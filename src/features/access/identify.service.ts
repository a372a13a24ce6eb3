import { createHash } from 'node:crypto'
import type { Actor, Membership, PersonActor } from '../../kernel/actor.ts'
import type { Database } from '../../server/database.ts'
import { SESSION_DAYS } from './access.ts'

/** What is stored of a secret token. */
export function hashOfToken(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}

type Row = {
  session_id: PersonActor['sessionId']
  person_id: PersonActor['personId']
  name: string
  stale: boolean
  memberships: Membership[]
}

// Own roles, and those of everyone whom the person stands in for on this day of that organisation.
const IDENTIFY = `
  select s.id as session_id, p.id as person_id, p.name, s.seen_at < $2::timestamptz - interval '10 minutes' as stale,
    coalesce((
      select json_agg(json_build_object('role', m.role, 'organisationId', o.id, 'path', o.path,
          'substitutesFor', case when m.person_id = p.id then null else m.person_id end))
      from membership m join organisation o on o.id = m.organisation_id
      where m.ended_at is null and (m.person_id = p.id or m.person_id in (
        select b.absent_id from substitution b
        where b.substitute_id = p.id and b.ended_at is null
          and ($2::timestamptz at time zone o.time_zone)::date between b.starts_on and b.ends_on))
    ), '[]'::json) as memberships
  from session s join person p on p.id = s.person_id
  where s.token_hash = $1 and s.ended_at is null and s.expires_at > $2 and p.disabled_at is null`

/** The person behind a session; nobody when it is unknown, over, or the person is disabled. One statement. */
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
  }
}

async function keepAlive(database: Database, sessionId: string, now: Date): Promise<void> {
  await database.query(
    `update session set seen_at = $2, expires_at = $2::timestamptz + make_interval(days => $3) where id = $1`,
    [sessionId, now, SESSION_DAYS],
  )
}
