import { sql } from 'drizzle-orm'
import { pathsOf } from '../../kernel/actor.ts'
import type { Service, Work } from '../../server/work.ts'
import { CHANNEL } from './change.ts'
import type { Changes } from './changes.ts'
import type { liveContract } from './contract.ts'

// What a transaction may say is 8000 bytes long; a change of more places is told to everybody whom its maker reaches.
const MOST_PLACES = 30

export function liveService(changes: Pick<Changes, 'follow'>): Service<typeof liveContract> {
  return {
    async followChanges({ actor }) {
      return { follow: (tell) => changes.follow(pathsOf(actor), tell) }
    },
  }
}

/** Said inside the change's own transaction, in one statement: nobody hears of what was rolled back. */
export async function announceChange(work: Work): Promise<void> {
  const ids = [...work.recorded.organisationIds]
  if (ids.length === 0) return
  const paths =
    ids.length > MOST_PLACES
      ? sql`to_json(${sql.param(pathsOf(work.actor))}::text[])`
      : sql`(select coalesce(json_agg(o.path), '[]') from organisation o where o.id = any(${sql.param(ids)}::uuid[]))`
  await work.db.execute(
    sql`select pg_notify(${CHANNEL}, json_build_object('by', ${work.requestId}::text, 'paths', ${paths})::text)`,
  )
}
