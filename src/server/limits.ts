import { refuseUnless } from '../kernel/refusal.ts'
import type { Database } from './database.ts'

/** The minute ahead is for calls that wait for each other: one that began later may have been counted before. */
const OPEN = "now() - make_interval(secs => $2) and now() + interval '1 minute'"

/**
 * Refuses with 429 after `most` calls in a window of `seconds`; kept in the database, so a restart forgets nothing. A
 * window that begins in the future was opened by a clock that ran ahead: it is over, or nobody could come in until then.
 */
export async function limit(database: Database, key: string, most: number, seconds: number): Promise<void> {
  const rows = await database.query<{ count: number }>(
    `insert into rate_window as known (key, began_at, count) values ($1, now(), 1)
     on conflict (key) do update set
       began_at = case when known.began_at between ${OPEN} then known.began_at else now() end,
       count = case when known.began_at between ${OPEN} then known.count + 1 else 1 end
     returning count`,
    [key, seconds],
  )
  refuseUnless((rows[0]?.count ?? 0) <= most, 'too-many', 'server.too-many')
}
