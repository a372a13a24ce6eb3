import type { AssignmentPart, Parts } from '../../kernel/part.ts'
import type { Audience } from '../../kernel/proof.ts'
import type { OrganisationKind } from '../organisations/organisation.ts'
import { isForVariant, type SupportVariant } from '../programmes/programme.ts'

/** An organisation as a row of the matrix; the authority and the institute have no variant. */
export type Party = { kind: OrganisationKind; variant: SupportVariant | null }

/** What the activity wants of the organisation; null: nothing at all. */
export function partOf(activity: { audience: Audience; parts: Parts }, party: Party): AssignmentPart | null {
  if (party.kind === 'region') return null
  if (party.kind !== 'school') return activity.parts[party.kind]
  return isForVariant(activity.audience, party.variant ?? 'undefined') ? activity.parts.school : null
}

/** «Ознакомлен» asks nothing: its cell stays empty. */
export function asksSomething(part: AssignmentPart | null): part is 'executes' | 'takes-part' {
  return part === 'executes' || part === 'takes-part'
}

/** The authority and the institute stand on top, then schools by variant, those without one last. */
export function partyRank({ kind, variant }: Party): number {
  if (kind !== 'school') return kind === 'authority' ? 0 : 1
  return 2 + ['first-or-repeated', 'persistent-or-signs', 'undefined'].indexOf(variant ?? 'undefined')
}
