import type { DayOffRule } from '../organisations/organisation.ts'
import { orderOfActivities } from '../road-maps/order-findings.ts'
import { type BadDay, badDaysOf } from './bad-days.ts'
import { type Clash, clashesOf } from './clashes.ts'
import { type HandIn, handInsOf } from './hand-ins.ts'
import { type Load, loadByMonth } from './load-by-month.ts'
import type { Plan } from './rehearsed-plan.ts'
import { type UnreadyRow, unreadyRows } from './unready-rows.ts'

/** What a plan would bring if it were approved as it stands. Advice: it forbids nothing. */
export type Rehearsal = {
  load: Load
  clashes: Clash[]
  badDays: BadDay[]
  unready: UnreadyRow[]
  /** Rows that rest on what begins after they end, each with what to do. */
  order: { row: number; message: string; advice: string }[]
  handIns: HandIn[][]
}

export function rehearse(plan: Plan, rule: DayOffRule): Rehearsal {
  return {
    load: loadByMonth(plan),
    clashes: clashesOf(plan),
    badDays: badDaysOf(plan),
    unready: unreadyRows(plan.rows),
    order: orderOf(plan),
    handIns: handInsOf(plan, rule),
  }
}

/** The same finding that a reading gives, of the rows as they stand now. */
function orderOf({ rows }: Plan): Rehearsal['order'] {
  const placed = rows.map((row, index) => ({ ...row, source: { table: 0, row: index, page: null } }))
  return orderOfActivities(placed).map(({ message, advice, where }) => ({ row: where.row ?? 0, message, advice }))
}
