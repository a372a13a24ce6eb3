import { and, desc, eq, lte, sql } from 'drizzle-orm'
import { visibleTo } from '../../server/visibility.ts'
import type { Work } from '../../server/work.ts'
import { thresholds } from './tables.ts'

/** How many working days before its deadline a window is «скоро срок». */
export function loadDueSoonDays(work: Work): Promise<number> {
  return loadThreshold(work, 'assignment.due-soon-working-days')
}

/** After how many days a school that has not opened its plan is one to get in touch with. */
export function loadSilentDays(work: Work): Promise<number> {
  return loadThreshold(work, 'assignment.silent-after-days')
}

/** The number that holds today; the migrations put the first one there, with its source. */
async function loadThreshold(work: Work, name: string): Promise<number> {
  const [found] = await work.db
    .select({ value: thresholds.value })
    .from(thresholds)
    .where(
      and(
        eq(thresholds.name, name),
        lte(thresholds.validFrom, sql`${work.now.toISOString()}::date`),
        visibleTo(work.actor, thresholds),
      ),
    )
    .orderBy(desc(thresholds.validFrom))
    .limit(1)
  if (typeof found?.value !== 'number') throw new Error(`the threshold ${name} is no number`)
  return found.value
}
