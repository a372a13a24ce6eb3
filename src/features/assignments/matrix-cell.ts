import type { AssignmentPart, Parts } from '../../kernel/part.ts'
import type { Period } from '../../kernel/period.ts'
import type { Audience } from '../../kernel/proof.ts'
import type { MatrixCell } from './matrix-view.ts'
import { asksSomething, type Party, partOf } from './party.ts'
import { type Attempt, type Demand, type Facts, missedWindows, type Standing, standingOf } from './standing.ts'

type Timing = Parameters<typeof standingOf>[2]

export type AskedActivity = { audience: Audience; parts: Parts; period: Period | null }

/** An assignment as it stands; null where the activity asks nothing of this organisation. */
export type Assignment<A extends Attempt = Attempt> = {
  part: AssignmentPart
  /** The school's variant no longer asks for it, but something was done. */
  isOutsideVariant: boolean
  standing: Standing<A>
}

export function assignmentOf<A extends Attempt>(
  activity: AskedActivity,
  party: Party,
  { demand, facts, timing }: { demand: Demand; facts: Facts<A>; timing: Timing },
): Assignment<A> | null {
  const part = partOf(activity, party)
  if (asksSomething(part)) return { part, isOutsideVariant: false, standing: standingOf(demand, facts, timing) }
  if (facts.attempts.length === 0) return null
  return {
    part: part ?? 'takes-part',
    isOutsideVariant: part === null,
    standing: keptStanding(standingOf(demand, facts, timing)),
  }
}

/** What was done stays; what was not done is no longer asked. */
function keptStanding<A extends Attempt>(standing: Standing<A>): Standing<A> {
  const isDone = standing.cycles.some((one) => one.state === 'accepted') || standing.former.length > 0
  const state = standing.state === 'off-control' ? 'off-control' : isDone ? 'accepted' : 'not-applicable'
  return { ...standing, state, isOverdue: false }
}

export function matrixCellOf({ part, isOutsideVariant, standing }: Assignment): MatrixCell {
  return {
    state: standing.state,
    part,
    dueOn: standing.dueOn,
    isOverdue: standing.isOverdue,
    accepted: standing.cycles.filter((one) => one.state === 'accepted').length,
    windows: standing.cycles.length,
    missed: missedWindows(standing)[0] ?? null,
    isOutsideVariant,
  }
}
