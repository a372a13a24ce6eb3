import { refuseUnless } from '../kernel/refusal.ts'
import type { Database } from './database.ts'

/** Refuses with 429 after `most` calls in a window of `seconds`; kept in the database, so a restart forgets nothing. */
export async function limit(database: Database, key: string, most: number, seconds: number): Promise<void> {
  const rows = await database.query<{ count: number }>(
    `insert into rate_window as known (key, began_at, count) values ($1, now(), 1)
     on conflict (key) do update set
       began_at = case when known.began_at < now() - make_interval(secs => $2) then now() else known.began_at end,
       count = case when known.began_at < now() - make_interval(secs => $2) then 1 else known.count + 1 end
     returning count`,
    [key, seconds],
  )
  refuseUnless((rows[0]?.count ?? 0) <= most, 'too-many', 'server.too-many')
}
