import type { PersonId } from '../../kernel/id.ts'
import type { OnBehalf } from '../../kernel/on-behalf.ts'
import { Refusal, refuseUnless } from '../../kernel/refusal.ts'
import type { Work } from '../../server/work.ts'
import type { Cell } from './cell.service.ts'
import { asksSomething } from './party.ts'
import { answersFor, guides } from './permission.ts'
import './words.ts'

/** A cancelled task and a row that only informs take no proof. */
export function refuseUnlessAsked(cell: Cell): void {
  const isCancelled = cell.asked.kind === 'task' && cell.asked.row.cancelled
  refuseUnless(!isCancelled, 'conflict', 'task.cancelled')
  refuseUnless(isAskedOf(cell), 'conflict', 'assignment.nothing-asked')
}

export function isAskedOf({ asked, part, isOutsideVariant, removedBy }: Cell): boolean {
  const isCancelled = asked.kind === 'task' && asked.row.cancelled
  return !isCancelled && !isOutsideVariant && removedBy === null && asksSomething(part)
}

export function mayAct(work: Work, { place }: Pick<Cell, 'place'>): boolean {
  return guides(work.actor, place) || answersFor(work.actor, place)
}

/** Acts as the coordinator, not as one of the school's own. */
export function isGuideOnly(work: Work, { place }: Pick<Cell, 'place'>): boolean {
  return guides(work.actor, place) && !answersFor(work.actor, place)
}

/** Somebody was quicker: `current` is the row as it stands now, read again after a guarded write that found nothing. */
export function changedMeanwhile(current: { rowVersion: number }): Refusal {
  return new Refusal('stale', 'assignment.changed-meanwhile', { current })
}

export function personOf(work: Work): PersonId {
  if (work.actor.kind === 'person') return work.actor.personId
  throw new Refusal('forbidden', 'server.not-allowed')
}

/** What is written for another organisation says how that one told it; the authority writes for itself. */
export function needsTeller(work: Work, { place }: Pick<Cell, 'place'>): boolean {
  return isGuideOnly(work, { place }) && place.organisation.kind !== 'authority'
}

/** Whoever writes for a school says how that one told it; whoever writes for her own says nothing of the kind. */
export function refuseUnlessTold(work: Work, cell: Pick<Cell, 'place'>, onBehalf: OnBehalf | null): void {
  const needed = needsTeller(work, cell)
  refuseUnless(!needed || onBehalf, 'invalid', 'assignment.say-how-told')
  refuseUnless(needed || !onBehalf || isBoth(work, cell), 'invalid', 'assignment.own-needs-no-teller')
}

function isBoth(work: Work, { place }: Pick<Cell, 'place'>): boolean {
  return guides(work.actor, place) && answersFor(work.actor, place)
}
