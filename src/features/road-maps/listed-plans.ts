import { assignmentList } from './assignment-list.ts'
import { clausePlan } from './clause-plan.ts'
import { dashedList } from './dashed-list.ts'
import { datedList } from './dated-list.ts'
import type { ListedPlan } from './listed-plan.ts'
import type { ParsedOrder } from './order.ts'
import { taskList } from './task-list.ts'

/** A paper without a table of activities may still be a plan: assignments with their terms, clauses, or dated items. */
export function listedPlan(lines: string[], order: ParsedOrder | null): ListedPlan | null {
  return (
    assignmentList(lines) ??
    (order ? clausePlan(order, lines) : (datedList(lines) ?? dashedList(lines) ?? taskList(lines)))
  )
}
