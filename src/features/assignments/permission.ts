import { type Actor, holds, reaches } from '../../kernel/actor.ts'
import type { AssignmentState } from '../../kernel/assignment-state.ts'
import type { Day } from '../../kernel/day.ts'
import type { OrganisationKind } from '../organisations/organisation.ts'
import { canControl, canCoordinate } from '../programmes/programme.ts'
import type { SubmissionStatus } from './assignment.ts'
import type { MoveStatus } from './deadline-move.ts'

/** Where an assignment lies: whose it is to do, and whose activity it is. */
export type Place = {
  organisation: { path: string; kind: OrganisationKind }
  authority: { path: string }
}

/** The state of a whole cell, and of one of its windows. */
export type CellStanding = { state: AssignmentState; isReleased: boolean; isExempt: boolean }
export type WindowStanding = { state: AssignmentState; hasProof: boolean }

/** The director and her team act for their own school. */
export function answersFor(actor: Actor, { organisation }: Place): boolean {
  return organisation.kind === 'school' && holds(actor, OF_SCHOOL, organisation)
}

const OF_SCHOOL = ['school_head', 'school_team'] as const

/**
 * The coordinator, and a curator in her stead, look after every party to the authority's activities. A school that has
 * moved away keeps answering to whoever owns the road map; its new authority looks on.
 */
export function guides(actor: Actor, place: Place): boolean {
  const { organisation, authority } = place
  return holds(actor, GUIDES, authority) || (!hasMovedAway(place) && holds(actor, GUIDES, organisation))
}

const GUIDES = ['municipal_coordinator', 'curator'] as const

function hasMovedAway({ organisation, authority }: Place): boolean {
  return organisation.kind === 'school' && !organisation.path.startsWith(authority.path)
}

/** Nothing is added to a cell that was taken off control or is not required. */
export function isOpenForWork({ isReleased, isExempt }: CellStanding): boolean {
  return !isReleased && !isExempt
}

/** A school adds until its window is accepted; the coordinator may add to what was accepted, too. */
export function canRecord(actor: Actor, place: Place, cell: CellStanding, window: WindowStanding): boolean {
  if (!isOpenForWork(cell)) return false
  return guides(actor, place) || (answersFor(actor, place) && window.state !== 'accepted')
}

export function canWithdraw(actor: Actor, place: Place, cell: CellStanding, window: WindowStanding): boolean {
  if (!isOpenForWork(cell) || window.state === 'accepted') return false
  return guides(actor, place) || (answersFor(actor, place) && window.state !== 'waiting')
}

/** A window is handed in once something proves it, and once only until it is answered. */
export function canSubmit(actor: Actor, place: Place, cell: CellStanding, window: WindowStanding): boolean {
  if (!isOpenForWork(cell) || !window.hasProof) return false
  if (window.state === 'waiting' || window.state === 'accepted') return false
  return guides(actor, place) || answersFor(actor, place)
}

export function canAccept(actor: Actor, place: Place, status: SubmissionStatus): boolean {
  return guides(actor, place) && status === 'waiting'
}

/** An acceptance that was a mistake is taken back in the same way, while the controller has not decided. */
export function canReturn(actor: Actor, place: Place, cell: CellStanding, status: SubmissionStatus): boolean {
  return guides(actor, place) && !cell.isReleased && status !== 'returned'
}

export type Control = { hasAccount: boolean }

/** The controller takes off control; while she has no account, the coordinator writes her decision down. */
export function canRelease(actor: Actor, authority: { path: string }, controller: Control): boolean {
  return canControl(actor, authority) || canRecordRelease(actor, authority, controller)
}

export function canRecordRelease(actor: Actor, authority: { path: string }, controller: Control): boolean {
  return !controller.hasAccount && canCoordinate(actor, authority)
}

/** What is not accepted may be taken off control as well, with words why. */
export function isReadyForRelease(cell: CellStanding, resolution: string): boolean {
  if (!isOpenForWork(cell)) return false
  return cell.state === 'accepted' || resolution.length > 0
}

export type MovableWindow = Pick<WindowStanding, 'state'> & { dueOn: Day | null; isMoveAsked: boolean }

/** A later day is asked for what has a day and is still to be done, once until it is answered. */
export function canAskMove(actor: Actor, place: Place, cell: CellStanding, window: MovableWindow): boolean {
  if (!isOpenForWork(cell) || window.dueOn === null || window.isMoveAsked) return false
  if (window.state === 'accepted' || window.state === 'waiting') return false
  return guides(actor, place) || answersFor(actor, place)
}

/** A deadline is moved by whoever takes off control, in person or as the coordinator records it for her. */
export function canDecideMove(actor: Actor, authority: { path: string }, controller: Control): boolean {
  return canRelease(actor, authority, controller)
}

/** A request is taken back by the side that made it, until it is answered. */
export function canWithdrawMove(actor: Actor, place: Place, status: MoveStatus): boolean {
  return status === 'waiting' && (guides(actor, place) || answersFor(actor, place))
}

export function canExempt(actor: Actor, authority: { path: string }): boolean {
  return canCoordinate(actor, authority)
}

export function canGiveTask(actor: Actor, authority: { path: string }): boolean {
  return canCoordinate(actor, authority)
}

/**
 * Whoever reaches the organisation sees its cells, so a school never looks up into the authority's; those of the institute
 * and of a school that has moved away are seen by the authority whose activity it is.
 */
export function seesCell(actor: Actor, place: Place): boolean {
  const { organisation, authority } = place
  if (reaches(actor, organisation)) return true
  return (organisation.kind === 'institute' || hasMovedAway(place)) && reaches(actor, authority)
}
