import type { AssignmentPart, Parts } from '../../kernel/part.ts'
import type { Period } from '../../kernel/period.ts'
import type { Audience } from '../../kernel/proof.ts'
import type { MatrixCell, MatrixCycle } from './matrix-view.ts'
import { asksSomething, type Party, partOf } from './party.ts'
import { type Cycle, type Facts, missedWindows, type Standing, standingIn, type Timed } from './standing.ts'

export type AskedActivity = {
  audience: Audience
  parts: Parts
  period: Period | null
  /** Left out of the road map: it asks nothing any more. */
  removedBy: number | null
}

/** An assignment as it stands. */
export type Assignment = {
  part: AssignmentPart
  /** The school's variant no longer asks for it, but something was done. */
  isOutsideVariant: boolean
  /** The road map no longer has it, but something was done. */
  isRemoved: boolean
  standing: Standing
}

/** Null where the activity asks nothing of this organisation. */
export function assignmentOf(
  activity: AskedActivity,
  party: Party,
  { timed, facts }: { timed: Timed; facts: Facts },
): Assignment | null {
  const isRemoved = activity.removedBy !== null
  const part = partOf(activity, party)
  if (!isRemoved && asksSomething(part)) {
    return { part, isOutsideVariant: false, isRemoved, standing: standingIn(timed, facts) }
  }
  if (facts.attempts.length === 0 && !(isRemoved && facts.isProven)) return null
  return {
    part: part ?? 'takes-part',
    isOutsideVariant: part === null,
    isRemoved,
    standing: keptStanding(standingIn(timed, facts)),
  }
}

/** What was done stays; what was not done is no longer asked. */
function keptStanding(standing: Standing): Standing {
  const isDone = standing.cycles.some((one) => one.state === 'accepted') || standing.former.length > 0
  const state = standing.state === 'off-control' ? 'off-control' : isDone ? 'accepted' : 'not-applicable'
  return { ...standing, state, isOverdue: false, isMoveAsked: false }
}

export function matrixCellOf(assignment: Assignment): MatrixCell {
  const { part, isOutsideVariant, isRemoved, standing } = assignment
  return {
    state: standing.state,
    part,
    dueOn: standing.dueOn,
    movedTo: standing.movedTo,
    isMoveAsked: standing.isMoveAsked,
    isOverdue: standing.isOverdue,
    accepted: standing.cycles.filter((one) => one.state === 'accepted').length,
    waiting: standing.cycles.filter((one) => one.state === 'waiting').length,
    windows: standing.cycles.length,
    cycles: standing.cycles.map((one) => shownCycle(one, assignment)),
    missed: isRemoved ? null : (missedWindows(standing)[0] ?? null),
    isOutsideVariant,
    isRemoved,
  }
}

/** What was decided of the whole cell holds for each of its windows; where nothing is asked any more, what was done stays. */
function shownCycle(
  { window, dueOn, state }: Cycle,
  { standing, part, isOutsideVariant, isRemoved }: Assignment,
): MatrixCycle {
  if (standing.state === 'off-control' || standing.state === 'not-applicable') {
    return { window, dueOn, state: standing.state }
  }
  const isAsked = asksSomething(part) && !isOutsideVariant && !isRemoved
  return { window, dueOn, state: isAsked || state === 'accepted' ? state : 'not-applicable' }
}
