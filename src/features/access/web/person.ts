import type { OutputOf } from '../../../kernel/contract.ts'
import { byNumberInName } from '../../organisations/web/by-number-in-name.ts'
import type { accessContract } from '../contract.ts'

/** A person as the list of people shows one. */
export type Person = OutputOf<typeof accessContract.listPeople>['people'][number]

export const entries = ['signsIn', 'notYet', 'disabled'] as const
export type Entry = (typeof entries)[number]

export function entryOf({ disabled, hasSignedIn }: Pick<Person, 'disabled' | 'hasSignedIn'>): Entry {
  if (disabled) return 'disabled'
  return hasSignedIn ? 'signsIn' : 'notYet'
}

/** The head or a helper of a school: whose link belongs on the sheet. */
export function isOfSchool({ memberships }: Pick<Person, 'memberships'>): boolean {
  return memberships.some(({ role }) => role === 'school_head' || role === 'school_team' || role === 'teacher')
}

/** People by name; those who have not given one yet stand last, by their school. */
export function byName(a: Person, b: Person): number {
  if ((a.name === '') !== (b.name === '')) return a.name === '' ? 1 : -1
  return byNumberInName(a.name || placesOf(a), b.name || placesOf(b))
}

/** «Школа № 27, Школа № 3» */
export function placesOf({ memberships }: Pick<Person, 'memberships'>): string {
  return [...new Set(memberships.map((one) => one.organisationName))].join(', ')
}
