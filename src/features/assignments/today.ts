import { addDays, type Day } from '../../kernel/day.ts'
import type { ActivityId, OrganisationId, ProgrammeId } from '../../kernel/id.ts'
import { onceFor } from '../../kernel/once-for.ts'
import { type DayChanges, workingDaysBetween } from '../calendar/working-day.ts'
import type { Standing } from './standing.ts'
import type { TodayLine, TodayView } from './today-view.ts'

/** How the reader stands to an assignment: looks after it, does it, or only watches. */
export type Stance = 'guides' | 'answers' | 'watches'

/** Equal assignments as «Сегодня» sees them: the same is asked of organisations that stand alike. */
export type Entry = {
  asked: {
    activityId: ActivityId
    programmeId: ProgrammeId | null
    programmeTitle: string | null
    number: string | null
    title: string
    dueTime: string | null
  }
  /** What the authority works otherwise than the country. */
  dayChanges: DayChanges
  of: {
    stance: Stance
    /** The authority's own part, which its coordinator does herself. */
    isOwnPart: boolean
    /** A school that was not told yet cannot be late. */
    wasTold: boolean
    /** Requests for a later day wait for the reader. */
    decidesMoves: boolean
    /** The reader is the controller or stands in for her, whatever else she does: what was accepted waits for her. */
    controls: boolean
  }
  standing: Pick<Standing, 'state' | 'dueOn' | 'isOverdue' | 'isMoveAsked' | 'cycles'>
  /** The first few of them, and how many there are. */
  organisations: { id: OrganisationId; shortName: string }[]
  count: number
}

const DAYS_AHEAD = 7
/** What ended earlier is history: the matrix and the list of tasks keep it. */
export const DAYS_BACK = 92
export const LONGEST_LIST = 12
export const NAMES_IN_LINE = 4

type Lists = Pick<TodayView, 'late' | 'thisWeek' | 'waiting'>

/** The three short lists: what is late, what is due within a week, what waits for the reader's own decision. */
export function sortIntoLists(entries: readonly Entry[], today: Day, longest = LONGEST_LIST): Lists {
  const late: Line[] = []
  const thisWeek: Line[] = []
  const waiting: Line[] = []
  const soon = addDays(today, DAYS_AHEAD)
  for (const entry of entries) {
    if (entry.of.decidesMoves && entry.standing.isMoveAsked) waiting.push({ entry, action: 'move' })
    const decision = decisionOf(entry)
    if (decision) waiting.push({ entry, action: decision })
    if (decision === 'correct' || !entry.of.wasTold) continue
    if (entry.standing.isOverdue) late.push({ entry, action: stepOf(entry) })
    else if (isDueWithin(entry, today, soon)) thisWeek.push({ entry, action: stepOf(entry) })
  }
  const shown = (lines: readonly Line[]) => listOf(lines, today, longest)
  return { late: shown(late), thisWeek: shown(thisWeek), waiting: shown(waiting) }
}

type Line = { entry: Entry; action: TodayLine['action'] }

/** What only this reader can decide now; whoever looks after schools and controls them as well accepts first. */
function decisionOf({ of: { stance, controls }, standing }: Entry): 'decide' | 'release' | 'correct' | null {
  if (stance === 'guides' && standing.cycles.some((one) => one.state === 'waiting')) return 'decide'
  if (stance === 'answers' && standing.state === 'returned') return 'correct'
  return controls && standing.state === 'accepted' ? 'release' : null
}

function stepOf({ of: { stance, isOwnPart } }: Entry): TodayLine['action'] {
  if (stance === 'answers') return 'prove'
  if (stance === 'guides') return isOwnPart ? 'prove' : 'remind'
  return 'open'
}

function isDueWithin({ standing: { state, dueOn } }: Entry, first: Day, last: Day): boolean {
  return isUnfinished(state) && dueOn !== null && dueOn >= first && dueOn <= last
}

function isUnfinished(state: Entry['standing']['state']): boolean {
  return state === 'open' || state === 'due-soon' || state === 'returned'
}

/** One line for an activity with the same day, step and state, however many organisations: its mark is true of each. */
function listOf(lines: readonly Line[], today: Day, longest: number): Lists['late'] {
  const merged: Merged[] = []
  const ofActivities = new Map<ActivityId, Merged[]>()
  for (const { entry, action } of lines) {
    const known = onceFor(ofActivities, entry.asked.activityId, (): Merged[] => [])
    const { dueOn } = entry.standing
    const state = markOf({ entry, action })
    const line = known.find(
      (one) => one.action === action && one.entry.standing.dueOn === dueOn && markOf(one) === state,
    )
    if (line) line.entries.push(entry)
    else {
      const made = { entry, action, entries: [entry] }
      known.push(made)
      merged.push(made)
    }
  }
  const sorted = merged.sort((one, other) => (dayOf(one) < dayOf(other) ? -1 : +(dayOf(one) > dayOf(other))))
  return { lines: sorted.slice(0, longest).map((one) => lineOf(one, today)), total: sorted.length }
}

/** Whatever else is unfinished there, what is decided now is an answer to what was handed in. */
function markOf({ entry, action }: Line): TodayLine['state'] {
  return action === 'decide' ? 'waiting' : entry.standing.state
}

/** `entry` is the first of them. */
type Merged = Line & { entries: Entry[] }

/** What no day is said of stands last. */
function dayOf({ entry }: Merged): string {
  return entry.standing.dueOn ?? '9'
}

function lineOf(line: Merged, today: Day): TodayLine {
  const { entry, action, entries } = line
  const { asked, dayChanges, standing } = entry
  const { dueOn } = standing
  const workingDaysLeft = dueOn === null || dueOn < today ? null : workingDaysBetween(today, dueOn, dayChanges)
  const organisations = entries.flatMap((one) => one.organisations).slice(0, NAMES_IN_LINE)
  const count = entries.reduce((sum, one) => sum + one.count, 0)
  return { ...asked, state: markOf(line), dueOn, workingDaysLeft, action, organisations, count }
}
