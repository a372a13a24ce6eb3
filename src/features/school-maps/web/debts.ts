import type { OutputOf } from '../../../kernel/contract.ts'
import type { schoolMapsContract } from '../contract.ts'

export type MapSummary = OutputOf<typeof schoolMapsContract.listSchoolMaps>['maps'][number]

/** What a school may owe: the next step of its map, a word on its own rows, or that it has read the plan. */
export const debts = ['begin', 'submit', 'correct', 'order', 'consent', 'unread'] as const
export type Debt = (typeof debts)[number]

/** The step that is the school's own; of a map that is being looked at or stands in force, none. */
const steps: Partial<Record<NonNullable<MapSummary['status']>, Debt>> = {
  draft: 'submit',
  returned: 'correct',
  agreed: 'order',
}

/** What the school has still to do, the step of its map first. */
export function debtsOf({ status, asked, isUnread }: Pick<MapSummary, 'status' | 'asked' | 'isUnread'>): Debt[] {
  const step = status === null ? 'begin' : steps[status]
  return debts.filter((one) => one === step || (one === 'consent' && asked > 0) || (one === 'unread' && isUnread))
}
