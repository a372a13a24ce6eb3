import { and, desc, eq, type Placeholder, type SQL, sql } from 'drizzle-orm'
import type { Day } from '../../kernel/day.ts'
import type { Work } from '../../server/work.ts'
import { thresholds } from './tables.ts'

/** A number as it holds today, with what an explanation says of it. */
export type KnownThreshold = { value: number; validFrom: Day; source: string }

/** The number that holds today, as a column; the migrations put the first one there, with its source. Everybody reads it. */
export function threshold(now: Date | Placeholder, name: string): SQL<number> {
  return sql<number>`(select value from ${thresholds}
    where name = ${name} and valid_from <= ${now instanceof Date ? now.toISOString() : now}::date order by valid_from desc limit 1)`
}

/** The number that holds today with the day from which it does and where it comes from. */
export async function loadThreshold(work: Work, name: string): Promise<KnownThreshold> {
  const [found] = await work.db
    .select({ value: thresholds.value, validFrom: thresholds.validFrom, source: thresholds.source })
    .from(thresholds)
    .where(and(eq(thresholds.name, name), sql`${thresholds.validFrom} <= ${work.now.toISOString()}::date`))
    .orderBy(desc(thresholds.validFrom))
    .limit(1)
  if (!found) throw new Error(`no threshold ${name}`)
  return { ...found, value: Number(found.value) }
}
