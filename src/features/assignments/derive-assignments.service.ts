import type { OrganisationId } from '../../kernel/id.ts'
import { onceFor } from '../../kernel/once-for.ts'
import type { Board, BoardActivity, BoardParty } from './board.service.ts'
import { clocksAt } from './deadline.ts'
import { type Assignment, assignmentOf } from './matrix-cell.ts'
import { type Facts, type Timed, timedOf } from './standing.ts'

type On = Pick<Board, 'programme' | 'authority' | 'dayChanges' | 'thresholds' | 'facts'>
type Known = { timed: Timed; said: (id: OrganisationId) => Facts; byFacts: Map<Facts, Assignment | null> }
type OfKind = Map<BoardActivity, Known>

/**
 * Derives any cell of a loaded board, without asking the database again. What is equal is derived once: cells of one
 * activity, on walls of one time, asked of organisations of one kind with one history are one and the same assignment.
 */
export function assignmentsOn(board: On, now: Date): (activity: BoardActivity, party: BoardParty) => Assignment | null {
  const { programme, authority, dayChanges, thresholds, facts } = board
  const clocks = clocksAt(now)
  const kinds = new Map<string, OfKind>()
  const parties = new Map<BoardParty, OfKind>()
  const kindOf = ({ kind, variant, organisation }: BoardParty) =>
    onceFor(kinds, `${kind}/${variant}/${organisation.timeZone}`, (): OfKind => new Map())
  return (activity, party) => {
    const ofKind = onceFor(parties, party, () => kindOf(party))
    const { timed, said, byFacts } = onceFor(ofKind, activity, () => ({
      timed: timedOf(
        { period: activity.period, frame: programme, dayOffRule: authority.dayOffRule, dayChanges, dueTime: null },
        { clock: clocks(party.organisation.timeZone), dueSoonDays: thresholds.dueSoonDays },
      ),
      said: facts.ofActivity(activity.activityId),
      byFacts: new Map(),
    }))
    const own = said(party.organisation.id)
    return onceFor(byFacts, own, () => assignmentOf(activity, party, { timed, facts: own }))
  }
}
