import { type Actor, holds, type Role } from '../../kernel/actor.ts'

/** What somebody may be told of, in the order in which it is offered for choice. */
export const events = [
  'plan-sent',
  'task-given',
  'submitted',
  'returned',
  'accepted',
  'reminded',
  'plan-changed',
  'move-asked',
  'move-granted',
  'move-declined',
  'map-submitted',
  'map-returned',
  'map-agreed',
  'map-approved',
  'consent-asked',
  'deadline-near',
  'deadline-passed',
] as const
export type MessageEvent = (typeof events)[number]

/** How a letter tells of it; in the application it is told always. */
export const choices = ['at-once', 'digest', 'never'] as const
export type Choice = (typeof choices)[number]
export type Choices = Record<MessageEvent, Choice>

/** Letters wait for the morning unless somebody chose otherwise. */
export const usualChoices = everyEvent('digest')
export const noLetters = everyEvent('never')

function everyEvent(choice: Choice): Choices {
  return {
    ...{ 'plan-sent': choice, 'task-given': choice, submitted: choice, returned: choice, accepted: choice },
    ...{ reminded: choice, 'plan-changed': choice },
    ...{ 'move-asked': choice, 'move-granted': choice, 'move-declined': choice },
    ...{ 'map-submitted': choice, 'map-returned': choice, 'map-agreed': choice, 'map-approved': choice },
    ...{ 'consent-asked': choice, 'deadline-near': choice, 'deadline-passed': choice },
  }
}

const ofSchool: readonly MessageEvent[] = [
  'plan-sent',
  'task-given',
  'returned',
  'accepted',
  'reminded',
  'plan-changed',
  'move-granted',
  'move-declined',
  'map-returned',
  'map-agreed',
  'consent-asked',
  'deadline-near',
  'deadline-passed',
]
const ofAuthority: readonly MessageEvent[] = [
  'submitted',
  'move-granted',
  'move-declined',
  'map-submitted',
  'map-approved',
  'deadline-near',
  'deadline-passed',
]
/** The coordinator has it while the controller has no account. */
const ofController: readonly MessageEvent[] = ['move-asked']
const schoolRoles: readonly Role[] = ['school_head', 'school_team']

/** What may be told to whoever holds these roles: nobody chooses about what never comes. */
export function eventsFor(roles: readonly Role[]): MessageEvent[] {
  const isSchool = roles.some((one) => schoolRoles.includes(one))
  const isAuthority = roles.some((one) => one === 'municipal_coordinator' || one === 'curator')
  const controls = roles.some((one) => one === 'authority_head' || one === 'municipal_coordinator')
  return events.filter(
    (one) =>
      (isSchool && ofSchool.includes(one)) ||
      (isAuthority && ofAuthority.includes(one)) ||
      (controls && ofController.includes(one)),
  )
}

/** The hour of the wall clock there at which a day's letter is written, and the one after which it is too late. */
export const DIGEST_FROM = '08:00'
export const DIGEST_UNTIL = '18:00'

/** Letters of everybody leave by one way, so only an administrator above all of it has it in hand. */
export function canKeepMail(actor: Actor, place: { path: string }): boolean {
  return holds(actor, ['administrator'], place)
}
