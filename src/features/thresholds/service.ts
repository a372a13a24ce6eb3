import { type Placeholder, type SQL, sql } from 'drizzle-orm'
import { thresholds } from './tables.ts'

/** The number that holds today, as a column; the migrations put the first one there, with its source. Everybody reads it. */
export function threshold(now: Date | Placeholder, name: string): SQL<number> {
  return sql<number>`(select value from ${thresholds}
    where name = ${name} and valid_from <= ${now instanceof Date ? now.toISOString() : now}::date order by valid_from desc limit 1)`
}
