import { onceFor } from '../../kernel/once-for.ts'
import type { Board, BoardActivity, BoardParty } from './board.service.ts'
import { clocksAt } from './deadline.ts'
import { type Assignment, assignmentOf } from './matrix-cell.ts'
import { type Facts, type Timed, timedOf } from './standing.ts'

type On = Pick<Board, 'programme' | 'authority' | 'dayChanges' | 'thresholds' | 'facts'>
type Known = { timed: Timed; byFacts: Map<Facts, Assignment | null> }

/**
 * Derives any cell of a loaded board, without asking the database again. What is equal is derived once: cells of one
 * activity, on walls of one time, asked of organisations of one kind with one history are one and the same assignment.
 */
export function assignmentsOn(board: On, now: Date): (activity: BoardActivity, party: BoardParty) => Assignment | null {
  const { programme, authority, dayChanges, thresholds, facts } = board
  const clocks = clocksAt(now)
  const kinds = new Map<string, Map<BoardActivity, Known>>()
  const kindOf = ({ kind, variant, organisation }: BoardParty) =>
    onceFor(kinds, `${kind}/${variant}/${organisation.timeZone}`, () => new Map<BoardActivity, Known>())
  return (activity, party) => {
    const { timed, byFacts } = onceFor(kindOf(party), activity, () => ({
      timed: timedOf(
        { period: activity.period, frame: programme, dayOffRule: authority.dayOffRule, dayChanges, dueTime: null },
        { clock: clocks(party.organisation.timeZone), dueSoonDays: thresholds.dueSoonDays },
      ),
      byFacts: new Map(),
    }))
    const said = facts.of(activity.activityId, party.organisation.id)
    return onceFor(byFacts, said, () => assignmentOf(activity, party, { timed, facts: said }))
  }
}
