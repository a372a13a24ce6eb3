import { type Actor, holds, membershipsOf } from '../../kernel/actor.ts'

export const organisationKinds = ['region', 'authority', 'institute', 'school'] as const
export type OrganisationKind = (typeof organisationKinds)[number]

/** Where a deadline on a day off is shown: on the working day before, after, or as written. */
export const dayOffRules = ['before', 'after', 'same'] as const
export type DayOffRule = (typeof dayOffRules)[number]

/** The coordinator keeps the list of organisations below her authority. */
export function canManageOrganisations(actor: Actor, place: { path: string }): boolean {
  return holds(actor, ['administrator', 'municipal_coordinator'], place)
}

/** Region → authority → school, an institute beside; below a school its head would see all of them. */
export function mayStandBelow(kind: OrganisationKind, parent: OrganisationKind): boolean {
  if (kind === 'region') return false
  if (kind === 'authority') return parent === 'region'
  return parent === 'region' || parent === 'authority'
}

/** Schools and institutes change their authority; an authority moves with nobody. */
export function mayMove(kind: OrganisationKind): boolean {
  return kind === 'school' || kind === 'institute'
}

/** The path of an organisation below a parent (or at the root). */
export function pathBelow(parentPath: string | null, id: string): string {
  return `${parentPath ?? '/'}${id}/`
}

/** Her administrator's role is that of the organisation above all others: hers are the copies and the mail of the whole house. */
export function administersAll(actor: Actor): boolean {
  return membershipsOf(actor).some((one) => one.role === 'administrator' && isAboveAll(one.path))
}

/** The path from the root to an organisation names nothing but itself: `/region/`. */
function isAboveAll(path: string): boolean {
  return path.split('/').filter((part) => part !== '').length === 1
}

/** Where no organisation says its own. */
export const DEFAULT_TIME_ZONE = 'Europe/Moscow'

/** A name that the calendar of this machine knows («Asia/Yekaterinburg»). */
export function isTimeZone(name: string): boolean {
  return Intl.supportedValuesOf('timeZone').includes(name) || name === 'UTC'
}

/** One spelling for comparing names: the same school is «МКОУ СОШ №27» and «МКОУ СОШ № 27 », quotes or not. */
export function comparableName(name: string): string {
  return name
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replace(/[«»"'“”„]/g, ' ')
    .replace(/№\s*/g, '№')
    .replace(/[^\p{L}\p{N}№]+/gu, ' ')
    .trim()
}
