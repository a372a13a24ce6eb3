import { onceFor } from '../../kernel/once-for.ts'
import type { Board, BoardActivity, BoardParty } from './board.service.ts'
import { clocksAt } from './deadline.ts'
import { type Assignment, assignmentOf } from './matrix-cell.ts'
import { partOf } from './party.ts'
import { type Facts, type Timed, timedOf } from './standing.ts'

type On = Pick<Board, 'programme' | 'authority' | 'dayChanges' | 'thresholds' | 'facts'>
type ByFacts = Map<Facts, Assignment | null>
type Asking = { activity: BoardActivity; timed: Timed; said: (place: number) => Facts; byFacts: ByFacts }

/** What some activities ask of a party, in their order; null where one asks nothing. */
export type AssignmentsOf = (party: BoardParty) => (Assignment | null)[]

/**
 * Derives the cells of loaded boards at one moment, without asking the database again. What is equal is derived once,
 * whichever activity of whichever board it is of: the same windows under the same rules on walls of one time, the same
 * part, and one history are one and the same assignment.
 */
export function derivingAt(now: Date): (board: On, activities: readonly (BoardActivity | null)[]) => AssignmentsOf {
  const clocks = clocksAt(now)
  const times = new Map<string, Timed>()
  const alike = new Map<Timed, Map<string, ByFacts>>()

  return (board, activities) => {
    const timeOf = timesOn(board, times, clocks)
    const askedBy = (activity: BoardActivity, party: BoardParty): Asking => {
      const timed = timeOf(activity, party.organisation.timeZone)
      const ofTime = onceFor(alike, timed, () => new Map<string, ByFacts>())
      const part = `${partOf(activity, party)}/${activity.removedBy === null}`
      const byFacts = onceFor(ofTime, part, (): ByFacts => new Map())
      return { activity, timed, said: board.facts.ofActivity(activity.activityId), byFacts }
    }
    const kinds = new Map<string, (Asking | null)[]>()
    return (party) => {
      const { kind, variant, organisation } = party
      const place = board.facts.placeOf(organisation.id)
      const asked = onceFor(kinds, `${kind}/${variant}/${organisation.timeZone}`, () =>
        activities.map((activity) => activity && askedBy(activity, party)),
      )
      return asked.map((one) => one && assignmentIn(one, party, one.said(place)))
    }
  }
}

/** What the clock says of an activity's windows; said once for all that have the same, under the same rules. */
function timesOn(
  { programme, authority, dayChanges, thresholds }: On,
  known: Map<string, Timed>,
  clocks: ReturnType<typeof clocksAt>,
) {
  const { dayOffRule } = authority
  const { dueSoonDays } = thresholds
  const rules = JSON.stringify([programme.startsOn, programme.endsOn, dayOffRule, dayChanges, dueSoonDays])
  return ({ period }: BoardActivity, timeZone: string): Timed =>
    onceFor(known, `${timeZone}${rules}${JSON.stringify([period?.kind, period?.windows])}`, () =>
      timedOf(
        { period, frame: programme, dayOffRule, dayChanges, dueTime: null },
        { clock: clocks(timeZone), dueSoonDays },
      ),
    )
}

function assignmentIn({ activity, timed, byFacts }: Asking, party: BoardParty, facts: Facts): Assignment | null {
  const known = byFacts.get(facts)
  if (known !== undefined) return known
  const found = assignmentOf(activity, party, { timed, facts })
  byFacts.set(facts, found)
  return found
}
