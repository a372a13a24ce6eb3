import { type SQL, sql } from 'drizzle-orm'
import type { Work } from '../../server/work.ts'
import { thresholds } from './tables.ts'

/** How many working days before its deadline a window is «скоро срок»: a column for a statement that reads something else. */
export function dueSoonDays(work: Work): SQL<number> {
  return threshold(work, 'assignment.due-soon-working-days')
}

/** After how many days a school that has not opened its plan is one to get in touch with: a column as well. */
export function silentDays(work: Work): SQL<number> {
  return threshold(work, 'assignment.silent-after-days')
}

/** The number that holds today; the migrations put the first one there, with its source. Everybody reads it. */
function threshold(work: Work, name: string): SQL<number> {
  return sql<number>`(select value from ${thresholds}
    where name = ${name} and valid_from <= ${work.now.toISOString()}::date order by valid_from desc limit 1)`
}
