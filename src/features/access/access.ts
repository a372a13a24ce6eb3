import { type Actor, holds, type Role } from '../../kernel/actor.ts'
import type { OrganisationKind } from '../organisations/organisation.ts'
import { guardedRoles } from './second-factor.ts'

/** Shortest password that is taken; long beats odd. */
const MIN_PASSWORD_LENGTH = 10

/** A session lives so long after it was last seen. */
export const SESSION_DAYS = 30

/** An invitation on a printed sheet waits so long; the very first link of an installation much shorter. */
export const INVITATION_DAYS = 21
export const FIRST_LINK_MINUTES = 60

const OFTEN_GUESSED = ['1234567890', 'qwertyuiop', 'йцукенгшщз', 'password12', 'parolparol', 'парольпароль']

export type PasswordFault = 'too-short' | 'too-common' | 'same-as-login'

/** What is wrong with a password, or null. */
export function passwordFault(password: string, login: string): PasswordFault | null {
  const lower = password.toLowerCase()
  if (password.length < MIN_PASSWORD_LENGTH) return 'too-short'
  if (OFTEN_GUESSED.some((guess) => lower.startsWith(guess)) || new Set(lower).size < 4) return 'too-common'
  if (login !== '' && lower.includes(login.toLowerCase())) return 'same-as-login'
  return null
}

/** Logins are compared in lower case and without outer spaces. */
export function normalLogin(login: string): string {
  return login.trim().toLowerCase()
}

/** The coordinator keeps the people of her authority and its schools; an administrator everyone's. */
export function canManagePeople(actor: Actor, place: { path: string }): boolean {
  return holds(actor, ['administrator', 'municipal_coordinator'], place)
}

/**
 * Nobody gives a role that reaches further than the giver's own: administrators and heads are the administrators' care
 * alone, with their links, their substitutes and their second step.
 */
export function canGiveRole(actor: Actor, role: Role, place: { path: string }): boolean {
  if (guardedRoles.includes(role)) return holds(actor, ['administrator'], place)
  return canManagePeople(actor, place)
}

/** Which roles make sense in which kind of organisation. */
export function rolesFor(kind: OrganisationKind): readonly Role[] {
  if (kind === 'school') return ['school_head', 'school_team', 'teacher']
  if (kind === 'institute') return ['regional_methodist', 'observer']
  if (kind === 'region') return ['regional_methodist', 'observer', 'administrator']
  return ['municipal_coordinator', 'authority_head', 'curator', 'observer', 'administrator']
}
