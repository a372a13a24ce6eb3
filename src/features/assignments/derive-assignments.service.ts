import { keep, onceFor } from '../../kernel/once-for.ts'
import type { Period } from '../../kernel/period.ts'
import type { Board, BoardParty } from './board.service.ts'
import type { BoardActivity } from './board-activities.service.ts'
import { clocksAt } from './deadline.ts'
import { type Assignment, assignmentOf } from './matrix-cell.ts'
import { partOf } from './party.ts'
import { type Facts, type Timed, timedOf } from './standing.ts'

type On = Pick<Board, 'programme' | 'authority' | 'dayChanges' | 'thresholds' | 'facts'>
type Asking<Told> = {
  activity: BoardActivity
  timed: Timed
  said: (place: number) => Facts
  byFacts: Map<Facts, Told>
}

/** What some activities ask of a party, in their order. */
type ToldOf<Told> = (party: BoardParty) => Told[]
type Telling<Told> = (board: On, activities: readonly (BoardActivity | null)[]) => ToldOf<Told>

/** Derives the cells of loaded boards at one moment; null where an activity asks nothing. */
export function derivingAt(now: Date): Telling<Assignment | null> {
  return tellingAt(now, (found) => found)
}

/**
 * Derives cells at one moment and tells of each, without asking the database again. What is equal is derived and told
 * once, whichever activity of whichever board it is of: the same windows under the same rules on walls of one time, the
 * same part, and one history are one and the same assignment.
 */
export function tellingAt<Told extends object | number | null>(
  now: Date,
  tell: (found: Assignment | null) => Told,
): Telling<Told> {
  const clocks = clocksAt(now)
  const nameOf = namesOfWords()
  const periods = new Map<Period | null, number>()
  const times = new Map<string, Timed>()
  const alike = new Map<Timed, Map<string, Map<Facts, Told>>>()
  const nothing = tell(null)

  return ({ programme, authority, dayChanges, thresholds, facts }, activities) => {
    const { dayOffRule } = authority
    const { dueSoonDays } = thresholds
    const rules = nameOf([programme.startsOn, programme.endsOn, dayOffRule, dayChanges, dueSoonDays])
    const timeOf = ({ period }: BoardActivity, timeZone: string) => {
      const name = onceFor(periods, period, () => nameOf([period?.kind, period?.windows]))
      return onceFor(times, `${rules}/${name}/${timeZone}`, () =>
        timedOf(
          { period, frame: programme, dayOffRule, dayChanges, dueTime: null },
          { clock: clocks(timeZone), dueSoonDays },
        ),
      )
    }
    const askedBy = (activity: BoardActivity, party: BoardParty): Asking<Told> => {
      const timed = timeOf(activity, party.organisation.timeZone)
      const ofTime = onceFor(alike, timed, () => new Map<string, Map<Facts, Told>>())
      const part = `${partOf(activity, party)}/${activity.removedBy === null}`
      const byFacts = onceFor(ofTime, part, () => new Map<Facts, Told>())
      return { activity, timed, said: facts.ofActivity(activity.activityId), byFacts }
    }
    const toldIn = ({ activity, timed, said, byFacts }: Asking<Told>, party: BoardParty, place: number): Told => {
      const history = said(place)
      const known = byFacts.get(history)
      if (known !== undefined) return known
      return keep(byFacts, history, tell(assignmentOf(activity, party, { timed, facts: history })))
    }
    const kinds = new Map<string, (Asking<Told> | null)[]>()
    return (party) => {
      const { kind, variant, organisation } = party
      const place = facts.placeOf(organisation.id)
      const asked = onceFor(kinds, `${kind}/${variant}/${organisation.timeZone}`, () =>
        activities.map((activity) => activity && askedBy(activity, party)),
      )
      return asked.map((one) => (one ? toldIn(one, party, place) : nothing))
    }
  }
}

/** A number for whatever is written alike: short to compare, where the words are long. */
function namesOfWords(): (words: unknown) => number {
  const known = new Map<string, number>()
  return (words) => onceFor(known, JSON.stringify(words), () => known.size)
}
