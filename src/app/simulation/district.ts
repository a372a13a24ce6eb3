import type { Chance } from './chance.ts'
import { type Account, addOrganisation, addPerson, type Ground, type Place, type Someone } from './house.ts'
import { districtNames, schoolNames } from './names.ts'

export type School = {
  place: Place
  director: Someone
  deputy: Someone | null
  teacher: Someone | null
  /** How sure it is that what is asked is done, 0…1. */
  diligence: number
}

export type District = {
  authority: Place
  coordinator: Someone
  head: Someone
  curator: Someone
  schools: School[]
}

export type Share = { index: number; schools: number }

/** An authority with its people, its schools and theirs; in the first district a link is left open for each role. */
export function addDistrict(ground: Ground, region: Place, { index, schools }: Share): District {
  const names = districtNames(index)
  const authority = addOrganisation(ground, {
    kind: 'authority',
    parent: region,
    shortName: names.short,
    fullName: names.full,
  })
  const account: Account = index === 0 ? 'open-link' : 'signs-in'
  const staff = (position: string, ...roles: Parameters<typeof addPerson>[1]['roles']) =>
    addPerson(ground, { position, roles, place: authority }, account)
  return {
    authority,
    coordinator: staff('методист управления образования', 'administrator', 'municipal_coordinator'),
    head: staff('начальник управления образования', 'authority_head'),
    curator: staff('куратор школ', 'curator'),
    schools: Array.from({ length: schools }, (_, place) => {
      const { short, full } = schoolNames(place, schools, names)
      const wanted = { kind: 'school' as const, parent: authority, shortName: short, fullName: full }
      return addSchool(ground, addOrganisation(ground, wanted), index === 0 && place === 0)
    }),
  }
}

function addSchool(ground: Ground, place: Place, isShown: boolean): School {
  const { chance } = ground
  const account = accountOf(chance, isShown)
  const hire = (position: string, role: 'school_head' | 'school_team' | 'teacher') =>
    addPerson(ground, { position, roles: [role], place }, account)
  const director = hire('директор', 'school_head')
  const deputy = isShown || chance.isTrue(0.7) ? hire('заместитель директора', 'school_team') : null
  const teacher = isShown || chance.isTrue(0.2) ? hire('учитель математики', 'teacher') : null
  return { place, director, deputy, teacher, diligence: account === 'invited' ? 0.35 : 0.6 + chance.next() * 0.4 }
}

/** One school in eight has never come in: what it does is recorded for it. */
function accountOf(chance: Chance, isShown: boolean): Account {
  if (isShown) return 'open-link'
  return chance.isTrue(0.875) ? 'signs-in' : 'invited'
}
