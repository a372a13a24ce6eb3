import { sql } from 'drizzle-orm'
import type { ActivityId } from '../../kernel/id.ts'
import type { Work } from '../../server/work.ts'

/**
 * Changes of one activity's cells come one after the other, each seeing what the one before left:
 * a proof withdrawn while its window is handed in would leave the window with nothing that proves it.
 */
export async function holdActivity(work: Work, activityId: ActivityId): Promise<void> {
  await work.db.execute(sql`select pg_advisory_xact_lock(hashtextextended(${activityId}, 0))`)
}
