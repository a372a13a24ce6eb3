import { type Actor, holds, standsInFor } from '../../kernel/actor.ts'
import type { PersonId } from '../../kernel/id.ts'
import type { Audience } from '../../kernel/proof.ts'

/** Which variant of support a school is given; until someone says, nothing of sections 2 and 3 is sent to it. */
export const supportVariants = ['undefined', 'first-or-repeated', 'persistent-or-signs'] as const
export type SupportVariant = (typeof supportVariants)[number]

/** The coordinator runs the project: participants, variants, sending, acceptance. */
export function canCoordinate(actor: Actor, authority: { path: string }): boolean {
  return holds(actor, ['municipal_coordinator'], authority)
}

/** A year that is over closes by itself saying so; before its end whoever closes it says why. */
export function needsReasonToClose(programme: { endsOn: string }, today: string): boolean {
  return today <= programme.endsOn
}

/** The controller is the signatory (clause 4): the head of the authority. */
export function canControl(actor: Actor, authority: { path: string }): boolean {
  return holds(actor, ['authority_head'], authority)
}

/** «И. о.»: in whose place a decision of the controller is made; null where it is the controller's own. */
export function controlsFor(actor: Actor, authority: { path: string }): PersonId | null {
  return standsInFor(actor, ['authority_head'], authority)
}

/** Is a section meant for a school with this variant? «Не определён» gets only what is for all. */
export function isForVariant(audience: Audience, variant: SupportVariant): boolean {
  return audience === 'all' || audience === 'unknown' || audience === variant
}
