import type { Id, OrganisationId, PersonId } from './id.ts'

export const roles = [
  'administrator',
  'authority_head',
  'municipal_coordinator',
  'curator',
  'school_head',
  'school_team',
  'teacher',
  'regional_methodist',
  'observer',
] as const

export type Role = (typeof roles)[number]

/** Who reads plans, deadlines and files: everyone but teachers, who need no account. */
export const readers = roles.filter((role) => role !== 'teacher')

/** A role in one organisation; it reaches everything below that organisation in the tree. */
export type Membership = {
  role: Role
  organisationId: OrganisationId
  /** Ids from the root of the tree down to the organisation, each between slashes: `/region/authority/`. */
  path: string
  /** Whom the person stands in for («и. о.»); null for a role of one's own. */
  substitutesFor: PersonId | null
}

export type PersonActor = {
  kind: 'person'
  personId: PersonId
  name: string
  sessionId: Id<'session'>
  memberships: Membership[]
  /** The administrator who looks through this person's eyes, and changes nothing. */
  seenBy?: { personId: PersonId; name: string }
}

/** Whoever asks: a signed-in person, the bearer of a link, a job, the operator at the terminal, or nobody yet. */
export type Actor =
  | PersonActor
  | { kind: 'link'; linkId: string }
  | { kind: 'job'; name: string }
  | { kind: 'operator' }
  | { kind: 'nobody' }

/** What a contract may name as callers: roles, or ways of coming without one. */
export type Caller = Role | 'anyone' | 'link' | 'operator'

type Place = { path: string }

/** The actor has one of these roles in the organisation itself or above it. */
export function holds(actor: Actor, wanted: readonly Role[], place: Place): boolean {
  return membershipsOf(actor).some((one) => wanted.includes(one.role) && place.path.startsWith(one.path))
}

/** In whose place the actor holds one of these roles there; null where it is her own, or nobody's. */
export function standsInFor(actor: Actor, wanted: readonly Role[], place: Place): PersonId | null {
  const held = membershipsOf(actor).filter((one) => wanted.includes(one.role) && place.path.startsWith(one.path))
  if (held.some((one) => one.substitutesFor === null)) return null
  return held[0]?.substitutesFor ?? null
}

/** The actor has one of these roles anywhere: enough to open a screen, never enough to change a thing. */
export function holdsSomewhere(actor: Actor, wanted: readonly Role[]): boolean {
  return membershipsOf(actor).some((one) => wanted.includes(one.role))
}

/** The place is the actor's own or below it; jobs and the operator at the terminal act for the house. */
export function reaches(actor: Actor, place: Place): boolean {
  if (actor.kind === 'job' || actor.kind === 'operator') return true
  return membershipsOf(actor).some((one) => place.path.startsWith(one.path))
}

/** The roots of everything the actor may see. */
export function pathsOf(actor: Actor): string[] {
  return [...new Set(membershipsOf(actor).map((one) => one.path))]
}

export function membershipsOf(actor: Actor): Membership[] {
  return actor.kind === 'person' ? actor.memberships : []
}

/** Who reads or does it in truth: an administrator who looks through another's eyes stays herself. */
export function realPersonOf(actor: Actor): PersonId | null {
  return actor.kind === 'person' ? (actor.seenBy?.personId ?? actor.personId) : null
}

/** Who is written down as the doer; null where a link, a job or the operator acted. */
export function personIdOf(actor: Actor): PersonId | null {
  return actor.kind === 'person' ? actor.personId : null
}

/** May this actor call an endpoint with these declared callers at all? */
export function isCaller(actor: Actor, callers: readonly Caller[]): boolean {
  if (callers.includes('anyone')) return true
  if (actor.kind === 'operator') return callers.includes('operator')
  if (actor.kind === 'link') return callers.includes('link')
  return membershipsOf(actor).some((one) => callers.includes(one.role))
}
