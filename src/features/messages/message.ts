import { type Actor, holds, type Role } from '../../kernel/actor.ts'

/** What somebody may be told of, in the order in which it is offered for choice. */
export const events = [
  'plan-sent',
  'task-given',
  'submitted',
  'returned',
  'accepted',
  'reminded',
  'deadline-near',
  'deadline-passed',
] as const
export type MessageEvent = (typeof events)[number]

/** How a letter tells of it; in the application it is told always. */
export const choices = ['at-once', 'digest', 'never'] as const
export type Choice = (typeof choices)[number]
export type Choices = Record<MessageEvent, Choice>

/** Letters wait for the morning unless somebody chose otherwise. */
export const usualChoices: Choices = {
  'plan-sent': 'digest',
  'task-given': 'digest',
  submitted: 'digest',
  returned: 'digest',
  accepted: 'digest',
  reminded: 'digest',
  'deadline-near': 'digest',
  'deadline-passed': 'digest',
}

export const noLetters: Choices = {
  'plan-sent': 'never',
  'task-given': 'never',
  submitted: 'never',
  returned: 'never',
  accepted: 'never',
  reminded: 'never',
  'deadline-near': 'never',
  'deadline-passed': 'never',
}

const ofSchool: readonly MessageEvent[] = [
  'plan-sent',
  'task-given',
  'returned',
  'accepted',
  'reminded',
  'deadline-near',
  'deadline-passed',
]
const ofAuthority: readonly MessageEvent[] = ['submitted', 'deadline-near', 'deadline-passed']
const schoolRoles: readonly Role[] = ['school_head', 'school_team']

/** What may be told to whoever holds these roles: nobody chooses about what never comes. */
export function eventsFor(roles: readonly Role[]): MessageEvent[] {
  const isSchool = roles.some((one) => schoolRoles.includes(one))
  const isAuthority = roles.some((one) => one === 'municipal_coordinator' || one === 'curator')
  return events.filter((one) => (isSchool && ofSchool.includes(one)) || (isAuthority && ofAuthority.includes(one)))
}

/** The hour of the wall clock there at which a day's letter is written, and the one after which it is too late. */
export const DIGEST_FROM = '08:00'
export const DIGEST_UNTIL = '18:00'

/** Letters of everybody leave by one way, so only an administrator above all of it has it in hand. */
export function canKeepMail(actor: Actor, place: { path: string }): boolean {
  return holds(actor, ['administrator'], place)
}
