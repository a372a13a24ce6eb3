import { sql } from 'drizzle-orm'
import type { Work } from '../../server/work.ts'
import { threshold } from '../thresholds/service.ts'

/** How many working days before a deadline somebody is reminded of it. */
export async function loadRemindBefore(work: Work): Promise<number> {
  const { rows } = await work.db.execute<{ days: number }>(
    sql`select ${threshold(work.now, 'message.remind-before-working-days')} as days`,
  )
  return Number(rows[0]?.days ?? 0)
}
