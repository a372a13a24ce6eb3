import fc from 'fast-check'
import { expect, test } from 'vitest'
import { newId } from '../../kernel/id.ts'
import type { OrganisationKind } from '../organisations/organisation.ts'
import type { OrganisationRow, PeopleRow } from './columns.ts'
import { exportedRows } from './export-rows.ts'
import { type KnownOrganisation, planOrganisations } from './plan-organisations.ts'
import { type KnownPerson, planPeople, type Surroundings } from './plan-people.ts'
import { readRows } from './read-rows.ts'

const authority = organisation({ kind: 'authority', shortName: 'Управление Озёрного округа' })
const first = organisation({ shortName: 'МБОУ СОШ № 1', parent: authority, codes: { own: '101', inn: '7707083893' } })
const second = organisation({ shortName: 'МБОУ СОШ № 2', parent: authority, codes: { own: '102' } })
const known = [authority, first, second]

test('a row is matched by a code, else by its name below its parent; what it leaves empty stays', () => {
  const rows = [
    row({ own: '101', shortName: 'МБОУ «Первая СОШ»' }),
    row({ shortName: 'мбоу сош №2' }),
    row({ shortName: 'МБОУ «Новая СОШ»', kind: 'школа' }),
  ]
  expect(planOrganisations(rows, known).map(({ verdict, changes }) => [verdict, changes])).toEqual([
    ['changed', [{ column: 'shortName', before: 'МБОУ СОШ № 1', after: 'МБОУ «Первая СОШ»' }]],
    ['changed', [{ column: 'shortName', before: 'МБОУ СОШ № 2', after: 'мбоу сош №2' }]],
    ['added', []],
  ])
})

test('codes of two different organisations in one row are an error, never a guess', () => {
  const [planned] = planOrganisations([row({ own: '102', inn: '7707083893', shortName: 'Школа' })], known)
  expect(planned).toMatchObject({ verdict: 'wrong', faults: [{ code: 'codes-disagree' }] })
})

test('the same organisation twice in one file is an error that names the first row', () => {
  const rows = [row({ shortName: 'Школа № 9' }), row({ shortName: 'Школа №9' })].map((one, at) => ({
    ...one,
    row: at + 2,
  }))
  expect(planOrganisations(rows, known)[1]?.faults).toEqual([{ column: 'shortName', code: 'named-twice', said: '2' }])
})

test('a school may stand below an authority that the same file makes', () => {
  const region = organisation({ kind: 'region', shortName: 'Область' })
  const rows = [
    row({ kind: 'школа', parent: 'Управление Лесного округа', shortName: 'Лесная школа' }),
    row({ kind: 'управление', shortName: 'Управление Лесного округа' }),
  ].map((one, at) => ({ ...one, row: at + 2 }))
  const planned = planOrganisations(rows, [region])
  expect(planned.map(({ verdict, parent }) => [verdict, parent])).toEqual([
    ['added', { row: 3 }],
    ['added', { id: region.id }],
  ])
})

test('two persons of one name are a question, not a merge, until somebody answers', () => {
  const anna = person('Берёзкина Анна Львовна', first)
  const rows = [personRow({ organisation: '102' })]
  const ask = (answers: Surroundings['answers']) => planPeople(rows, around([anna], answers))[0]
  expect(ask({})).toMatchObject({ verdict: 'question', asks: first.shortName })
  expect(ask({ 2: 'another' })).toMatchObject({ verdict: 'added', target: null })
  expect(ask({ 2: 'same' })).toMatchObject({ verdict: 'changed', target: { id: anna.id } })
  expect(planPeople([personRow({ organisation: '101' })], around([anna]))[0]?.verdict).toBe('same')
})

test('a wrong row says what is wrong in words of its own column', () => {
  const rows = [personRow({ role: 'царь', organisation: 'Школа на Луне', email: 'анна', login: 'ab' })]
  expect(planPeople(rows, around([]))[0]?.faults.map(({ column, code }) => `${column} ${code}`)).toEqual([
    'role role-unknown',
    'organisation organisation-unknown',
    'email email-wrong',
    'login login-short',
  ])
})

test('a sheet is known by the heads of its columns, in any order and under a title', () => {
  const read = readRows([
    {
      name: 'Лист1',
      rows: [
        { row: 1, cells: ['Школы округа'] },
        { row: 3, cells: ['ИНН', 'Краткое  название', 'Примечание', 'Вид'] },
        { row: 4, cells: ['7707083893', ' Школа № 1 ', 'тёплая', 'школа'] },
      ],
    },
  ])
  expect(read).toMatchObject({
    rows: { organisations: [{ row: 4, inn: '7707083893', shortName: 'Школа № 1', kind: 'школа' }], people: [] },
  })
  expect(readRows([{ name: 'Лист1', rows: [{ row: 1, cells: ['а', 'б'] }] }])).toEqual({ fault: 'no-sheet', said: '' })
})

test('what is exported and read again changes nothing, whatever it is called', () => {
  const name = fc.string({ unit: 'grapheme', minLength: 2, maxLength: 20 }).filter((text) => text.trim().length > 1)
  const house = fc.array(fc.record({ name, code: fc.option(fc.stringMatching(/^[0-9]{3}$/)) }), { maxLength: 8 })
  fc.assert(
    fc.property(house, fc.array(fc.tuple(name, fc.nat(7)), { maxLength: 8 }), (schools, folk) => {
      const made = schools.map((one, index) =>
        organisation({ shortName: `${one.name}${index}`, parent: authority, codes: one.code ? { own: one.code } : {} }),
      )
      const all = [authority, ...made]
      const people = folk.flatMap(([surname, at]) => {
        const place = made[at % Math.max(1, made.length)]
        return place ? [person(`${surname} Анна Львовна`, place)] : []
      })
      const rows = exportedRows(all, people)
      const planned = [
        ...planOrganisations(rows.organisations, all),
        ...planPeople(rows.people, { ...around(people), organisations: all }),
      ]
      expect(planned.filter(({ verdict }) => verdict !== 'same')).toEqual([])
    }),
    { numRuns: 300 },
  )
})

type Wanted = {
  kind?: OrganisationKind
  shortName: string
  parent?: KnownOrganisation
  codes?: KnownOrganisation['codes']
}

function organisation({ kind = 'school', shortName, parent, codes = {} }: Wanted): KnownOrganisation {
  const id = newId<'organisation'>()
  return { id, kind, parentId: parent?.id ?? null, shortName, fullName: shortName, isClosed: false, isOwn: true, codes }
}

function person(name: string, place: KnownOrganisation): KnownPerson {
  const roles = [{ role: 'school_team' as const, organisationId: place.id }]
  const rest = { position: '', login: null, email: null, hasPassword: false, isOwn: true }
  return { id: newId(), name: name.replace(/\s+/g, ' ').trim(), ...rest, roles }
}

function around(people: KnownPerson[], answers: Surroundings['answers'] = {}): Surroundings {
  return { people, organisations: known, planned: [], foreignLogins: new Set(), answers, mayGive: () => true }
}

function row(filled: Partial<OrganisationRow>): OrganisationRow {
  const empty = { id: '', own: '', kind: '', parent: '', shortName: '', fullName: '', inn: '', ogrn: '', oktmo: '' }
  return { row: 2, ...empty, 'fis-oko': '', ...filled }
}

function personRow(filled: Partial<PeopleRow>): PeopleRow {
  const name = { surname: 'Берёзкина', given: 'Анна', patronymic: 'Львовна' }
  const rest = { id: '', position: '', role: 'команда школы', organisation: '', email: '', login: '' }
  return { row: 2, ...name, ...rest, ...filled }
}
