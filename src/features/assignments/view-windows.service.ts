import type { Actor } from '../../kernel/actor.ts'
import type { Work } from '../../server/work.ts'
import { isAskedOf } from './acting.service.ts'
import type { MissingThing } from './assignment.ts'
import { type Cell, hasProof, movesIn, proofsIn } from './cell.service.ts'
import type { NameOf } from './cell-names.service.ts'
import type { AttemptRow, ProofInCell } from './cell-rows.service.ts'
import type { AttemptView, CellView, ProofView, WindowView } from './cell-view.ts'
import { workingDaysLeft } from './deadline.ts'
import { canAccept, canAskMove, canRecord, canReturn, canSubmit, canWithdraw } from './permission.ts'
import { type Cycle, deadlineOf } from './standing.ts'
import { viewMoves } from './view-moves.service.ts'

export type ShowProof = (proof: ProofInCell, mayWithdraw: boolean) => ProofView
type Saying = { nameOf: NameOf; showProof: ShowProof }

/** Each window with what was done in it and what the caller may do there. */
export function windowViews({ actor }: Work, cell: Cell, saying: Saying): WindowView[] {
  if (!isShown(cell)) return []
  const views = cell.standing.cycles.map((cycle, index) => windowView(actor, { cell, cycle, index, ...saying }))
  return cell.removedBy === null ? views : views.filter(isDoneIn).map(asLeftOut)
}

/** Facts of windows that the present understanding no longer has, each under its own window. */
export function formerViews({ actor }: Work, cell: Cell, { nameOf, showProof }: Saying): CellView['former'] {
  const proofs = proofsIn(cell, null)
  const windows = new Map<string, CellView['former'][number]>()
  const at = (start: ProofInCell['windowStart'], end: ProofInCell['windowEnd']) => {
    const known = windows.get(`${start}/${end}`) ?? { window: { start, end }, proofs: [], attempts: [], moves: [] }
    windows.set(`${start}/${end}`, known)
    return known
  }
  for (const one of proofs) at(one.windowStart, one.windowEnd).proofs.push(showProof(one, false))
  for (const one of cell.standing.former) at(one.windowStart, one.windowEnd).attempts.push(attemptView(one, nameOf))
  for (const one of movesIn(cell, null)) {
    at(one.windowStart, one.windowEnd).moves.push(...viewMoves([one], false, { actor, cell, nameOf }))
  }
  return [...windows.values()]
}

/** What only informs has no windows to fill, unless something was done in them. */
function isShown(cell: Cell): boolean {
  return (
    isAskedOf(cell) ||
    cell.proofs.length > 0 ||
    cell.moves.length > 0 ||
    cell.standing.cycles.some((one) => one.attempts.length > 0)
  )
}

function isDoneIn({ proofs, attempts, moves }: WindowView): boolean {
  return proofs.length + attempts.length + moves.length > 0
}

/** What was handed in keeps its answer; nothing else is expected any more. */
function asLeftOut(view: WindowView): WindowView {
  const state = view.attempts.length > 0 ? view.state : 'not-applicable'
  return { ...view, state, isOverdue: false, workingDaysLeft: null, missing: [] }
}

type Shown = Saying & { cell: Cell; cycle: Cycle<AttemptRow>; index: number }

function windowView(actor: Actor, { cell, cycle, index, nameOf, showProof }: Shown): WindowView {
  const window = { state: cycle.state, hasProof: hasProof(cell, index) }
  const last = cycle.attempts.at(-1)
  const isInForce = cell.removedBy === null
  const mayWithdraw = canWithdraw(actor, cell.place, cell.now, window)
  return {
    window: cycle.window,
    state: cycle.state,
    dueOn: cycle.dueOn,
    movedTo: cycle.movedTo,
    isOverdue: cycle.isOverdue,
    workingDaysLeft:
      cycle.dueOn && cycle.dueOn >= cell.clock.today
        ? workingDaysLeft(deadlineOf(cycle.window, cell.demand, cycle.movedTo), cell.clock)
        : null,
    missing: missingIn(window),
    proofs: proofsIn(cell, index).map((one) => showProof(one, mayWithdraw)),
    attempts: cycle.attempts.map((one) => attemptView(one, nameOf)),
    moves: viewMoves(movesIn(cell, index), isToDo(cycle), { actor, cell, nameOf }),
    may: {
      record: isInForce && canRecord(actor, cell.place, cell.now, window),
      submit: isInForce && canSubmit(actor, cell.place, cell.now, window),
      accept: last !== undefined && canAccept(actor, cell.place, last.status),
      return: isInForce && last !== undefined && canReturn(actor, cell.place, cell.now, last.status),
      askMove: isAskedOf(cell) && canAskMove(actor, cell.place, cell.now, cycle),
    },
  }
}

function isToDo({ state }: Cycle): boolean {
  return state !== 'accepted' && state !== 'waiting'
}

function missingIn({ state, hasProof }: { state: Cycle['state']; hasProof: boolean }): MissingThing[] {
  if (state === 'accepted') return []
  if (state === 'waiting') return ['acceptance']
  return hasProof ? ['submission', 'acceptance'] : ['proof', 'submission', 'acceptance']
}

/** Who submitted and accepted in one moment is the coordinator, who recorded it herself. */
function attemptView(attempt: AttemptRow, nameOf: NameOf): AttemptView {
  const isAtOnce = attempt.decidedAt?.getTime() === attempt.submittedAt.getTime()
  return {
    ...attempt,
    submittedBy: nameOf(isAtOnce ? 'authority' : 'organisation', attempt.submittedBy),
    submittedAt: attempt.submittedAt.toISOString(),
    decidedBy: attempt.decidedBy && nameOf('authority', attempt.decidedBy),
    decidedAt: attempt.decidedAt?.toISOString() ?? null,
  }
}
