import { and, sql } from 'drizzle-orm'
import type { Actor } from '../../kernel/actor.ts'
import type { ActivityId, OrganisationId, PersonId } from '../../kernel/id.ts'
import { preparedRead } from '../../server/prepared-read.ts'
import type { Work } from '../../server/work.ts'
import { people } from '../access/tables.ts'
import { canControl } from '../programmes/programme.ts'
import { isAskedOf, mayAct, needsTeller } from './acting.service.ts'
import { listAlsoProved } from './also-proved.service.ts'
import type { MissingThing, Side } from './assignment.ts'
import { type Cell, hasProof, loadCell, movesIn, proofsIn } from './cell.service.ts'
import type { AttemptRow, ProofInCell } from './cell-rows.service.ts'
import type { AttemptView, CellView, ProofView, WindowView } from './cell-view.ts'
import { workingDaysLeft } from './deadline.ts'
import type { Doer } from './doer.ts'
import {
  canAccept,
  canAskMove,
  canExempt,
  canRecord,
  canRecordRelease,
  canRelease,
  canReturn,
  canSubmit,
  canWithdraw,
} from './permission.ts'
import { type Cycle, deadlineOf } from './standing.ts'
import { viewMoves } from './view-moves.service.ts'

type NameOf = (side: Side, id: PersonId, absentId?: PersonId | null) => Doer
type ShowProof = (proof: ProofInCell, mayWithdraw: boolean) => ProofView
type Saying = { nameOf: NameOf; showProof: ShowProof }

/** The cell as its panel shows it, with what the caller may do in it. */
export async function viewCell(asked: Work, activityId: ActivityId, organisationId: OrganisationId): Promise<CellView> {
  const cell = await loadCell(asked, activityId, organisationId)
  const [nameOf, also] = await Promise.all([namesIn(asked, cell), listAlsoProved(asked, cell.proofs)])
  const work = cell.isClosed ? { ...asked, actor: onlyReading(asked.actor) } : asked
  const { actor } = work
  const { authority, organisation } = cell
  const mayShare = mayAct(work, cell)
  const showProof: ShowProof = (one, mayWithdraw) => ({
    ...proofView(one, nameOf),
    also: also.get(one.id) ?? [],
    mayWithdraw: mayWithdraw && one.withdrawnAt === null,
    mayShare: mayShare && one.withdrawnAt === null,
  })
  const saying = { nameOf, showProof }
  // What a school set itself is not the controller's; it takes it out by a correction of its map.
  const isControlled = cell.asked.kind !== 'own-row'
  const isOpen = isControlled && cell.removedBy === null && !cell.now.isReleased && !cell.now.isExempt
  const live = { release: cell.now.isReleased, exemption: cell.now.isExempt }
  return {
    asked: askedView(cell),
    organisation,
    authorityId: authority.id,
    part: cell.part,
    isOutsideVariant: cell.isOutsideVariant,
    removedBy: cell.removedBy,
    state: cell.now.state,
    dueOn: cell.standing.dueOn,
    today: cell.clock.today,
    timeZone: organisation.timeZone,
    windows: isShown(cell) ? windowViews(work, cell, saying) : [],
    former: formerViews(work, cell, saying),
    releases: [...cell.releases].sort(liveFirst).map((one) => ({
      ...one,
      releasedBy: nameOf(one.resolutionOn ? 'authority' : 'controller', one.releasedBy, one.releasedFor),
      releasedAt: one.releasedAt.toISOString(),
      revokedAt: one.revokedAt?.toISOString() ?? null,
      revokedBy: one.revokedBy && nameOf(one.resolutionOn ? 'authority' : 'controller', one.revokedBy, one.revokedFor),
    })),
    exemptions: [...cell.exemptions].sort(liveFirst).map((one) => ({
      ...one,
      madeBy: nameOf('authority', one.madeBy),
      madeAt: one.madeAt.toISOString(),
      revokedAt: one.revokedAt?.toISOString() ?? null,
      revokedBy: one.revokedBy && nameOf('authority', one.revokedBy),
    })),
    may: {
      recordOnBehalf: needsTeller(work, cell),
      release: isOpen && canRelease(actor, authority, cell.controller),
      recordRelease: isOpen && canRecordRelease(actor, authority, cell.controller),
      recordMove: canRecordRelease(actor, authority, cell.controller) && !canControl(actor, authority),
      revokeRelease: live.release && canRelease(actor, authority, cell.controller),
      exempt: isOpen && canExempt(actor, authority),
      revokeExemption: live.exemption && canExempt(actor, authority),
    },
  }
}

/** A closed project offers nothing to do: what may be done is what somebody without any role may. */
function onlyReading(actor: Actor): Actor {
  return actor.kind === 'person' ? { ...actor, memberships: [] } : actor
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

function windowViews({ actor }: Work, cell: Cell, saying: Saying): WindowView[] {
  const views = cell.standing.cycles.map((cycle, index) => windowView(actor, { cell, cycle, index, ...saying }))
  return cell.removedBy === null ? views : views.filter(isDoneIn).map(asLeftOut)
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

/** Facts of windows that the present understanding no longer has, each under its own window. */
function formerViews({ actor }: Work, cell: Cell, { nameOf, showProof }: Saying): CellView['former'] {
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

function proofView(proof: ProofInCell, nameOf: NameOf): Omit<ProofView, 'also' | 'mayWithdraw' | 'mayShare'> {
  return {
    ...proof,
    recordedBy: nameOf(proof.onBehalf ? 'authority' : 'organisation', proof.recordedBy),
    recordedAt: proof.recordedAt.toISOString(),
    withdrawnAt: proof.withdrawnAt?.toISOString() ?? null,
  }
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

function askedView({ activityId, asked, authority }: Cell): CellView['asked'] {
  if (asked.kind === 'task') {
    return {
      activityId,
      isTask: true,
      programmeId: null,
      number: null,
      title: asked.row.text,
      sectionTitle: null,
      periodText: null,
      dueTime: asked.row.dueTime,
      executors: authority.shortName,
      expectedResult: null,
      heldBy: 'school',
      proof: ['file'],
    }
  }
  if (asked.kind === 'own-row') {
    const { row, programmeId } = asked
    return {
      ...{ activityId, isTask: false, programmeId, title: row.title, proof: row.proof },
      ...{ number: row.number, sectionTitle: null, periodText: row.period?.text ?? null, dueTime: null },
      ...{ executors: row.responsible || null, expectedResult: row.expectedResult || null, heldBy: 'school' },
    }
  }
  const { row } = asked
  return {
    activityId,
    isTask: false,
    programmeId: asked.programmeId,
    number: row.number,
    title: row.title,
    sectionTitle: row.sectionTitle,
    periodText: row.period?.text ?? null,
    dueTime: null,
    executors: row.executors?.text ?? null,
    expectedResult: row.expectedResult,
    heldBy: row.heldBy,
    proof: row.proof,
  }
}

/** Names of the people whom the actor may see; the others are known by their side only. */
async function namesIn(work: Work, cell: Cell): Promise<NameOf> {
  const ids = [
    ...cell.proofs.map((one) => one.recordedBy),
    ...cell.standing.cycles.flatMap((one) => one.attempts).flatMap(peopleOf),
    ...cell.standing.former.flatMap(peopleOf),
    ...cell.releases.flatMap((one) => [one.releasedBy, one.releasedFor, one.revokedBy, one.revokedFor]),
    ...cell.exemptions.flatMap((one) => [one.madeBy, one.revokedBy]),
    ...cell.moves.flatMap((one) => [one.askedBy, one.decidedBy, one.decidedFor, one.endedBy, one.endedFor]),
  ].flatMap((id) => id ?? [])
  const found = ids.length > 0 ? await namesOf(work, { ids: [...new Set(ids)] }) : []
  const names = new Map(found.map((one) => [one.id, one.name]))
  const nameOf = (id: PersonId) => names.get(id) ?? null
  return (side, id, absentId = null) => ({
    side,
    name: nameOf(id),
    insteadOf: absentId && { name: nameOf(absentId) },
  })
}

const namesOf = preparedRead<{ ids: PersonId[] }, { id: PersonId; name: string }>(
  'cell-names',
  ({ db, asked, visible }) =>
    db
      .select({ id: people.id, name: people.name })
      .from(people)
      .where(and(sql`${people.id} = any(${asked('ids')}::uuid[])`, visible(people))),
)

function peopleOf(attempt: AttemptRow): PersonId[] {
  return attempt.decidedBy ? [attempt.submittedBy, attempt.decidedBy] : [attempt.submittedBy]
}

function liveFirst(one: { revokedAt: Date | null }, other: { revokedAt: Date | null }): number {
  return Number(one.revokedAt !== null) - Number(other.revokedAt !== null)
}
