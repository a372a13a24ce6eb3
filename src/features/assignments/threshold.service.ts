import type { SQL } from 'drizzle-orm'
import type { Work } from '../../server/work.ts'
import { threshold } from '../thresholds/service.ts'

/** How many working days before its deadline a window is «скоро срок»: a column for a statement that reads something else. */
export function dueSoonDays(work: Work): SQL<number> {
  return threshold(work, 'assignment.due-soon-working-days')
}

/** After how many days a school that has not opened its plan is one to get in touch with: a column as well. */
export function silentDays(work: Work): SQL<number> {
  return threshold(work, 'assignment.silent-after-days')
}
