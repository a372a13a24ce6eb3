import type { Placeholder, SQL } from 'drizzle-orm'
import { threshold } from '../thresholds/service.ts'

/** How many working days before its deadline a window is «скоро срок»: a column for a statement that reads something else. */
export function dueSoonDays(now: Date | Placeholder): SQL<number> {
  return threshold(now, 'assignment.due-soon-working-days')
}

/** After how many days a school that has not opened its plan is one to get in touch with: a column as well. */
export function silentDays(now: Date | Placeholder): SQL<number> {
  return threshold(now, 'assignment.silent-after-days')
}
