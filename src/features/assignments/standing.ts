import { type AssignmentState, worstFirst } from '../../kernel/assignment-state.ts'
import type { Day } from '../../kernel/day.ts'
import type { Period, Window } from '../../kernel/period.ts'
import type { DayChanges } from '../calendar/working-day.ts'
import type { DayOffRule } from '../organisations/organisation.ts'
import type { SubmissionStatus } from './assignment.ts'
import { type Clock, type Deadline, dueOn, isNear, isOver } from './deadline.ts'
import { type Move, type MovedWindow, movesByWindow } from './deadline-move.ts'
import { daysOf, type Frame, NO_WINDOW, type Pace, paceOf, placeOf, windowsOf } from './window.ts'

/** What is asked of one organisation by one activity, and by when. */
export type Demand = {
  period: Period | null
  frame: Frame
  dayOffRule: DayOffRule
  /** What the authority works otherwise than the country. */
  dayChanges: DayChanges
  /** The hour of a task's last day; null: by its end. */
  dueTime: string | null
}

export type Attempt = { window: Window; status: SubmissionStatus }

export type Facts<A extends Attempt = Attempt> = {
  /** Oldest first. */
  attempts: readonly A[]
  /** Requests for a later day that wait, and grants that stand. */
  moves: readonly Move[]
  isReleased: boolean
  isExempt: boolean
  /** Something proves it; told only of what was left out of the road map. */
  isProven?: boolean
}

/** One cycle of proof, submission and acceptance. */
export type Cycle<A extends Attempt = Attempt> = MovedWindow & {
  window: Window
  /** Null where nothing says by when. */
  dueOn: Day | null
  /** The deadline has passed and nothing was accepted or is waiting. */
  isOverdue: boolean
  state: AssignmentState
  /** Oldest first. */
  attempts: A[]
}

export type Standing<A extends Attempt = Attempt> = {
  state: AssignmentState
  /** Of the cycle that makes the state. */
  dueOn: Day | null
  /** The day to which the deadline of that cycle was moved; null where it stands as written. */
  movedTo: Day | null
  /** A later day was asked for something that is still to be done. */
  isMoveAsked: boolean
  isOverdue: boolean
  cycles: Cycle<A>[]
  /** Attempts whose window the present understanding no longer has («по прежнему сроку»). */
  former: A[]
}

/** What the clock says of a demand before anybody has said anything: the same for every cell that asks it at this hour. */
export type Timed = Asked & { times: readonly Time[] }

type Asked = { demand: Demand; windows: readonly Window[]; timing: Timing }

type Time = { state: AssignmentState; dueOn: Day | null; isOver: boolean }

export type Timing = { clock: Clock; dueSoonDays: number }

/** Where an assignment stands: derived from facts and the clock, never stored. */
export function standingOf<A extends Attempt>(demand: Demand, facts: Facts<A>, timing: Timing): Standing<A> {
  return standingIn(timedOf(demand, timing), facts)
}

export function timedOf(demand: Demand, timing: Timing): Timed {
  const asked = { demand, windows: windowsOf(demand.period), timing }
  return { ...asked, times: timesOf(asked, []) }
}

export function standingIn<A extends Attempt>(timed: Timed, facts: Facts<A>): Standing<A> {
  const { demand, windows } = timed
  const moved = movesByWindow(facts.moves, windows, demand.frame)
  const times = facts.moves.length === 0 ? timed.times : timesOf(timed, moved)
  const byWindow = windows.map((): A[] => [])
  const former: A[] = []
  for (const attempt of facts.attempts) {
    const place = placeOf(attempt.window, windows, demand.frame)
    const cycle = place === null ? former : byWindow[place]
    cycle?.push(attempt)
  }

  const cycles = times.map((time, index): Cycle<A> => {
    const attempts = byWindow[index] ?? []
    const answer = answerOf(attempts)
    const isToDo = answer === null || answer === 'returned'
    return {
      window: windows[index] ?? NO_WINDOW,
      dueOn: time.dueOn,
      movedTo: (time.dueOn && moved[index]?.movedTo) ?? null,
      isMoveAsked: isToDo && moved[index]?.isMoveAsked === true,
      isOverdue: time.isOver && isToDo,
      state: answer ?? time.state,
      attempts,
    }
  })
  const worst = worstOf(cycles)
  const decided = facts.isExempt ? 'not-applicable' : facts.isReleased ? 'off-control' : null
  return {
    state: decided ?? worst.state,
    dueOn: worst.dueOn,
    movedTo: worst.movedTo,
    isMoveAsked: decided === null && cycles.some((one) => one.isMoveAsked),
    isOverdue: decided === null && cycles.some((one) => one.isOverdue),
    cycles,
    former,
  }
}

/** Earlier windows that nobody confirmed («за февраль–апрель не подтверждено»). */
export function missedWindows(standing: Pick<Standing, 'cycles'>): Window[] {
  return standing.cycles.filter((one) => one.state === 'window-missed' || one.state === 'late').map((one) => one.window)
}

/** A grant only ever gives time: it never shortens what a later understanding gives. */
export function deadlineOf(
  window: Window,
  { frame, dayOffRule, dayChanges, dueTime }: Demand,
  movedTo: Day | null,
): Deadline {
  const { end } = daysOf(window, frame)
  return { end: movedTo !== null && movedTo > end ? movedTo : end, time: dueTime, rule: dayOffRule, dayChanges }
}

/** What people have said about a cycle; null: nothing yet. An acceptance stays, whatever came beside it. */
function answerOf(attempts: readonly Attempt[]): SubmissionStatus | null {
  if (attempts.some((one) => one.status === 'accepted')) return 'accepted'
  return attempts.at(-1)?.status ?? null
}

/** What the clock says of each window, with the deadlines that were moved. */
function timesOf({ demand, windows, timing }: Asked, moved: readonly MovedWindow[]): Time[] {
  const pace = paceOf(demand.period)
  const deadlines = windows.map((one, index) => deadlineOf(one, demand, moved[index]?.movedTo ?? null))
  const isAllOver = pace !== 'on-demand' && deadlines.every((one) => isOver(one, timing.clock))
  return deadlines.map((deadline, index) =>
    timeOf({ window: windows[index] ?? NO_WINDOW, deadline, pace, demand, isAllOver, ...timing }),
  )
}

type WindowTiming = Timing & {
  window: Window
  deadline: Deadline
  pace: Pace
  demand: Demand
  isAllOver: boolean
}

/** What the clock says about a cycle of which nobody has said anything. */
function timeOf({ window, deadline, pace, demand, clock, dueSoonDays, isAllOver }: WindowTiming): Time {
  if (pace === 'no-date') return { state: 'no-date', dueOn: null, isOver: false }
  const hasBegun = clock.today >= daysOf(window, demand.frame).start
  const running = hasBegun ? ('open' as const) : ('ahead' as const)
  if (pace === 'on-demand') return { state: running, dueOn: null, isOver: false }

  const shown = dueOn(deadline)
  if (isOver(deadline, clock)) {
    return { state: isAllOver ? ('late' as const) : ('window-missed' as const), dueOn: shown, isOver: true }
  }
  const isDueSoon = hasBegun && pace === 'windows' && isNear(deadline, clock, dueSoonDays)
  return { state: isDueSoon ? ('due-soon' as const) : running, dueOn: shown, isOver: false }
}

/** The worst unfinished cycle is what the cell shows. */
function worstOf<A extends Attempt>(cycles: readonly Cycle<A>[]): Cycle<A> {
  const ranked = [...cycles].sort((one, other) => worstFirst.indexOf(one.state) - worstFirst.indexOf(other.state))
  const [worst] = ranked
  if (!worst) throw new RangeError('an assignment has at least one cycle')
  // Of what is finished, the latest day says more than the first.
  return worst.state === 'accepted' ? (ranked.at(-1) ?? worst) : worst
}
