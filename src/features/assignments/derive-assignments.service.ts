import { onceFor } from '../../kernel/once-for.ts'
import type { Board, BoardParty } from './board.service.ts'
import type { BoardActivity } from './board-activities.service.ts'
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
  const nameOf = namesOfWords()
  const times = new Map<string, Timed>()
  const alike = new Map<Timed, Map<string, ByFacts>>()

  return ({ programme, authority, dayChanges, thresholds, facts }, activities) => {
    const { dayOffRule } = authority
    const { dueSoonDays } = thresholds
    const rules = nameOf([programme.startsOn, programme.endsOn, dayOffRule, dayChanges, dueSoonDays])
    const periods = activities.map((one) => nameOf([one?.period?.kind, one?.period?.windows]))
    const timeOf = ({ period }: BoardActivity, index: number, timeZone: string) =>
      onceFor(times, `${rules}/${periods[index]}/${timeZone}`, () =>
        timedOf(
          { period, frame: programme, dayOffRule, dayChanges, dueTime: null },
          { clock: clocks(timeZone), dueSoonDays },
        ),
      )
    const askedBy = (activity: BoardActivity, index: number, party: BoardParty): Asking => {
      const timed = timeOf(activity, index, party.organisation.timeZone)
      const ofTime = onceFor(alike, timed, () => new Map<string, ByFacts>())
      const part = `${partOf(activity, party)}/${activity.removedBy === null}`
      const byFacts = onceFor(ofTime, part, (): ByFacts => new Map())
      return { activity, timed, said: facts.ofActivity(activity.activityId), byFacts }
    }
    const kinds = new Map<string, (Asking | null)[]>()
    return (party) => {
      const { kind, variant, organisation } = party
      const place = facts.placeOf(organisation.id)
      const asked = onceFor(kinds, `${kind}/${variant}/${organisation.timeZone}`, () =>
        activities.map((activity, index) => activity && askedBy(activity, index, party)),
      )
      return asked.map((one) => one && assignmentIn(one, party, one.said(place)))
    }
  }
}

/** A number for whatever is written alike: short to compare, where the words are long. */
function namesOfWords(): (words: unknown) => number {
  const known = new Map<string, number>()
  return (words) => onceFor(known, JSON.stringify(words), () => known.size)
}

function assignmentIn({ activity, timed, byFacts }: Asking, party: BoardParty, facts: Facts): Assignment | null {
  const known = byFacts.get(facts)
  if (known !== undefined) return known
  const found = assignmentOf(activity, party, { timed, facts })
  byFacts.set(facts, found)
  return found
}
