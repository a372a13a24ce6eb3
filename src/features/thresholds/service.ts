import { type SQL, sql } from 'drizzle-orm'
import type { Work } from '../../server/work.ts'
import { thresholds } from './tables.ts'

/** The number that holds today, as a column; the migrations put the first one there, with its source. Everybody reads it. */
export function threshold(work: Work, name: string): SQL<number> {
  return sql<number>`(select value from ${thresholds}
    where name = ${name} and valid_from <= ${work.now.toISOString()}::date order by valid_from desc limit 1)`
}
