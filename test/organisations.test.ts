import { expect, test } from 'vitest'
import { giveRole } from '../src/features/access/people.service.ts'
import { assignmentsContract } from '../src/features/assignments/contract.ts'
import { comeIntoForce } from '../src/features/organisations/come-into-force.service.ts'
import { organisationsContract } from '../src/features/organisations/contract.ts'
import { comparableName } from '../src/features/organisations/organisation.ts'
import type { OrganisationId } from '../src/kernel/id.ts'
import { startTestApp } from './harness/app.ts'
import { askHouse } from './harness/ask-house.ts'
import { planYear } from './harness/planned-year.ts'

const app = await startTestApp()
const { district, as, opora, clock } = app
const year = await planYear(app)
const wanted = { kind: 'school' as const, shortName: 'МБОУ «Новая СОШ»', fullName: 'МБОУ «Новая СОШ»' }
const parentId = district.authority.id
const basis = 'закон области № 12'

test('a school is made below the authority, never below another school whose head would see it', async () => {
  const below = { ...wanted, parentId: schoolId(0) }
  const refused = await as('coordinator').call(organisationsContract.addOrganisation, below)
  expect(refused).toMatchObject({ status: 422, refusal: { code: 'organisation.not-below-this' } })
  const made = await as('coordinator').call(organisationsContract.addOrganisation, { ...wanted, parentId })
  expect(made.status).toBe(200)
})

test('of two new organisations of one name below one parent, made at one moment, one succeeds and one is told why', async () => {
  const names = ['МБОУ «Двойная  школа № 7»', 'мбоу Двойная школа №7']
  const answers = await Promise.all(
    names.map((name) => {
      const one = { ...wanted, parentId, shortName: name, fullName: name }
      return as('coordinator').call(organisationsContract.addOrganisation, one)
    }),
  )
  const [made, refused] = answers.toSorted((one, other) => one.status - other.status)
  expect(made?.status).toBe(200)
  expect(refused).toMatchObject({ status: 409, refusal: { code: 'organisation.known' } })
  expect(refused?.refusal.message).toContain('уже есть')
})

test('the database compares names as we do', async () => {
  const names = [
    'МКОУ СОШ №27 ',
    '«Ёлочка», им. А. Н. Толстого',
    'Школа-интернат № 3 (вечерняя)',
    'ЛИЦЕЙ 1_2',
    'Школа І',
  ]
  const rows = await askHouse<{ key: string }>(
    opora,
    'select comparable_name(name) as key from unnest($1::text[]) with ordinality as n (name, place) order by place',
    [names],
  )
  expect(rows.map(({ key }) => key)).toEqual(names.map(comparableName))
})

test('a new name holds from its day: papers of the year before keep the old one, screens show the new', async () => {
  const [school] = await listed('Высокогорская')
  if (!school) throw new Error('no such school')
  const old = school.shortName
  const said = { shortName: 'МБОУ «Нагорная СОШ»', fullName: 'МБОУ «Нагорная СОШ»', validFrom: '2025-02-01', basis }
  const { id, rowVersion } = school
  clock.moveTo(new Date('2025-01-31T06:00:00Z'))
  const waiting = await as('coordinator').call(organisationsContract.renameOrganisation, { id, rowVersion, ...said })
  expect(waiting.body).toMatchObject({ shortName: old, rowVersion: rowVersion + 1 })

  clock.moveTo(new Date('2025-01-31T19:30:00Z')) // past midnight in the Urals
  await opora.perform({ kind: 'job', name: 'test' }, (work) => comeIntoForce(work, id))
  await opora.perform({ kind: 'job', name: 'test' }, (work) => comeIntoForce(work, id))
  expect(await listed('Нагорная')).toHaveLength(1)
  const matrix = await as('coordinator').call(assignmentsContract.loadMatrix, { programmeId: year.programmeId })
  expect(matrix.raw.toString()).toContain('Нагорная')
  const paper = await as('coordinator').call(assignmentsContract.exportList, { programmeId: year.programmeId })
  const text = await textOf(paper.raw)
  expect(text).toContain('Высокогорская')
  expect(text).not.toContain('Нагорная')

  const history = await as('coordinator').call(organisationsContract.loadHistory, { id })
  expect(history.body.names.map((one) => [one.shortName, one.validFrom, one.basis])).toEqual([
    [old, null, ''],
    [said.shortName, '2025-02-01', basis],
  ])
  clock.moveTo(new Date('2024-02-14T06:00:00Z'))
})

test('a school that is closed or merged takes no tasks and keeps its history; a closed name may be borne again', async () => {
  const name = 'МБОУ «Закрываемая СОШ»'
  const made = await as('coordinator').call(organisationsContract.addOrganisation, {
    ...{ ...wanted, parentId },
    ...{ shortName: name, fullName: name },
  })
  const { id, rowVersion } = made.body
  const closing = { id, rowVersion, closedOn: '2024-02-01', basis, successorId: schoolId(0) }
  const closed = await as('coordinator').call(organisationsContract.closeOrganisation, closing)
  expect(closed.body).toMatchObject({ closedOn: '2024-02-01', successorId: schoolId(0) })
  const task = { text: 'Сообщите число', dueOn: '2024-06-20', dueTime: null, organisationIds: [id], letter: null }
  expect((await as('coordinator').call(assignmentsContract.giveTask, task)).status).toBe(422)
  const rename = {
    id,
    rowVersion: rowVersion + 1,
    shortName: 'Другая',
    fullName: 'Другая',
    validFrom: '2024-02-02',
    basis,
  }
  const refused = await as('coordinator').call(organisationsContract.renameOrganisation, rename)
  expect(refused).toMatchObject({ status: 409, refusal: { code: 'organisation.closed' } })
  const again = { ...wanted, parentId, shortName: name, fullName: name }
  expect((await as('coordinator').call(organisationsContract.addOrganisation, again)).status).toBe(200)
  const reopened = await as('coordinator').call(organisationsContract.reopenOrganisation, { id, rowVersion: 2 })
  expect(reopened).toMatchObject({ status: 409, refusal: { code: 'organisation.known' } })
})

test('an authority with schools is not closed, and nobody is closed into itself', async () => {
  const [authority] = await listed('Заречного округа')
  if (!authority) throw new Error('no authority')
  const { id, rowVersion } = authority
  const closing = { id, rowVersion, closedOn: '2024-02-01', basis, successorId: null }
  const refused = await as('coordinator').call(organisationsContract.closeOrganisation, closing)
  expect(refused).toMatchObject({ status: 409, refusal: { code: 'organisation.has-below' } })
})

test('codes have their days; a mistyped digit is found', async () => {
  const [school] = await listed('Берёзовская')
  if (!school) throw new Error('no such school')
  const call = (rowVersion: number, value: string | null, validFrom: string | null) =>
    as('coordinator').call(organisationsContract.setCode, {
      id: school.id,
      rowVersion,
      scheme: 'inn',
      value,
      validFrom,
    })
  const wrong = await call(school.rowVersion, '7707083894', null)
  expect(wrong).toMatchObject({ status: 422, refusal: { code: 'organisation.code-inn' } })
  const { body } = await call(school.rowVersion, '7707083893', null)
  const { body: next } = await call(body.rowVersion, '5003052454', '2024-03-01')
  await call(next.rowVersion, '5003052454', null)
  const history = await as('coordinator').call(organisationsContract.loadHistory, { id: school.id })
  expect(history.body.codes).toEqual([
    { scheme: 'inn', value: '7707083893', validFrom: null, validTo: '2024-02-29' },
    { scheme: 'inn', value: '5003052454', validFrom: '2024-03-01', validTo: null },
  ])
})

test('a school that moves to another authority takes its plan along and leaves its history where it was made', async () => {
  const [school] = await listed('Сосновская')
  if (!school) throw new Error('no such school')
  const move = { rowVersion: school.rowVersion, parentId: district.otherAuthority.id, validFrom: '2024-02-10', basis }
  const forbidden = await as('coordinator').call(organisationsContract.moveOrganisation, { id: school.id, ...move })
  expect(forbidden.status).toBe(404) // the other authority is none of hers
  await opora.perform({ kind: 'operator' }, (work) =>
    giveRole(work, district.people.observer, 'administrator', district.region.id),
  )
  const moved = await as('observer').call(organisationsContract.moveOrganisation, { id: school.id, ...move })
  expect(moved.body).toMatchObject({
    parentId: district.otherAuthority.id,
    path: expect.stringContaining(district.otherAuthority.id),
  })

  const seen = await as('stranger').call(organisationsContract.listOrganisations, {})
  expect(seen.body.organisations.map((one) => one.id)).toContain(school.id)
  const matrix = await as('coordinator').call(assignmentsContract.loadMatrix, { programmeId: year.programmeId })
  expect(matrix.body.rows.map((row) => row.organisationId)).toContain(school.id)
  const foreign = await as('stranger').call(assignmentsContract.loadMatrix, { programmeId: year.programmeId })
  const neighbours = foreign.status === 200 ? foreign.body.rows.filter((row) => row.organisationId !== school.id) : []
  expect(neighbours).toEqual([])
})

function schoolId(place: number): OrganisationId {
  const school = district.schools[place]
  if (!school) throw new Error('no such school')
  return school.id
}

async function listed(name: string) {
  const { body } = await as('coordinator').call(organisationsContract.listOrganisations, {})
  return body.organisations.filter((one) => one.fullName.includes(name))
}

async function textOf(bytes: Uint8Array): Promise<string> {
  const { readXlsx } = await import('../src/paper/xlsx.ts')
  return JSON.stringify(readXlsx(bytes))
}
