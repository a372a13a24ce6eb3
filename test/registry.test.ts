import { expect, test } from 'vitest'
import { accessContract } from '../src/features/access/contract.ts'
import { createPeople } from '../src/features/access/import-people.service.ts'
import { organisationsContract } from '../src/features/organisations/contract.ts'
import { applyRegistry } from '../src/features/registry/apply-registry.service.ts'
import { registryContract } from '../src/features/registry/contract.ts'
import { planRegistry } from '../src/features/registry/plan-registry.service.ts'
import { readRows } from '../src/features/registry/read-rows.ts'
import type { Actor, Role } from '../src/kernel/actor.ts'
import { newId } from '../src/kernel/id.ts'
import { readSheets } from '../src/paper/read-sheets.ts'
import { startTestApp } from './harness/app.ts'
import { appliedTable, givenTable } from './harness/registry-changes.ts'

const app = await startTestApp()
const { as, opora, district } = app
const schools = ['Свой код', 'Краткое название', 'Полное название', 'ИНН', 'Вид']
const people = ['Фамилия', 'Имя', 'Отчество', 'Роль', 'Организация', 'E-mail', 'Имя для входа']

test('what is downloaded and given again changes nothing', async () => {
  const file = await as('coordinator').call(registryContract.exportRegistry, {})
  const view = await givenTable(app, file.raw)
  expect([view.status, view.note]).toEqual(['ready', ''])
  expect(view.counts).toMatchObject({ added: 0, changed: 0, wrong: 0, question: 0 })
  expect(view.counts.same).toBeGreaterThan(district.schools.length)
})

test('a table is shown before it is applied, applied whole, and changes nothing the second time', async () => {
  const rows = [
    schools,
    ['201', 'МБОУ «Новая СОШ»', 'МБОУ «Новая СОШ» округа', '7707083893', 'школа'],
    ['', 'МБОУ «Лунная СОШ»', '=1+1', '', 'школа'],
  ]
  const before = await hashOf()
  const shown = await givenTable(app, rows)
  expect(shown.counts).toMatchObject({ added: 2, wrong: 0 })
  expect(await hashOf()).toBe(before)
  expect((await appliedTable(app, rows)).status).toBe('applied')
  const again = await givenTable(app, rows)
  expect(again.counts).toMatchObject({ added: 0, changed: 0, same: 2 })
  const { body } = await as('coordinator').call(organisationsContract.listOrganisations, {})
  expect(body.organisations.map((one) => one.fullName)).toContain('=1+1')
})

test('one wrong row, and nothing of the table is applied; what is to be mended comes as a file', async () => {
  const rows = [
    schools,
    ['301', 'МБОУ «Верная СОШ»', '', '7707083893', 'школа'],
    ['302', 'МБОУ «Неверная СОШ»', '', '7707083894', 'школа'],
  ]
  const view = await givenTable(app, rows)
  expect(view.counts).toMatchObject({ wrong: 1 })
  const { id, rowVersion } = view
  const refused = await as('coordinator').call(registryContract.applyRegistryImport, { id, rowVersion })
  expect(refused).toMatchObject({ status: 422, refusal: { code: 'registry.not-ready' } })
  const file = await as('coordinator').call(registryContract.downloadFaults, { id })
  const [sheet] = readSheets(file.raw)
  expect(sheet?.rows[1]?.cells).toContain('МБОУ «Неверная СОШ»')
  expect(sheet?.rows[1]?.cells.at(-1)).toContain('7707083894')
  expect(sheet?.rows).toHaveLength(2)
})

test('a fault in the middle of the application leaves the database as it was', async () => {
  const rows = [schools, ...Array.from({ length: 5 }, (_, at) => [`40${at}`, `МБОУ «Сбойная ${at}»`, '', '', 'школа'])]
  const { id } = await givenTable(app, rows)
  const before = await hashOf()
  await opora.database.query(
    "update registry_import set status = 'applying', row_version = row_version + 1 where id = $1",
    [id],
  )
  const broken = opora.perform({ kind: 'job', name: 'test' }, async (work) => {
    await applyRegistry(work, id, async () => undefined)
    throw new Error('the power went off')
  })
  await expect(broken).rejects.toThrow('the power went off')
  expect(await hashOf()).toBe(before)
})

test('people are made with their roles; a namesake is asked about; links come in one go', async () => {
  const [first] = district.schools
  const rows = [
    people,
    ['Ручейкова', 'Вера', 'Олеговна', 'руководитель школы', 'МБОУ «Новая СОШ»', 'vera@school.example', 'ruchej'],
    ['Ручейкова', 'Вера', 'Олеговна', 'команда школы', first?.shortName ?? '', '', ''],
  ]
  const asked = await givenTable(app, rows)
  expect(asked.entries.map(({ row, verdict }) => [row, verdict])).toEqual([
    [3, 'question'],
    [2, 'added'],
  ])
  const { id, rowVersion } = asked
  const answered = await as('coordinator').call(registryContract.answerNamesake, {
    id,
    rowVersion,
    row: 3,
    answer: 'same',
  })
  await as('coordinator').call(registryContract.applyRegistryImport, { id, rowVersion: answered.body.rowVersion })
  await opora.perform({ kind: 'job', name: 'test' }, (work) => applyRegistry(work, id, async () => undefined))
  const applied = await as('coordinator').call(registryContract.loadRegistryImport, { id })
  expect(applied.body).toMatchObject({ status: 'applied', made: 1 })
  const listed = await as('coordinator').call(accessContract.listPeople, {})
  const vera = listed.body.people.find((one) => one.name === 'Ручейкова Вера Олеговна')
  expect(vera?.memberships.map(({ role }) => role).sort()).toEqual(['school_head', 'school_team'])
  const version = applied.body.rowVersion
  const invited = await as('coordinator').call(registryContract.invitePeopleOfRegistry, { id, rowVersion: version })
  expect(invited.body).toEqual({ made: 1 })
  const links = await as('coordinator').call(accessContract.listInvitations, {})
  expect(links.body.invitations.map((one) => one.personId)).toContain(vera?.id)
})

test('a table that was looked through while the register moved on is shown anew, and nothing is applied', async () => {
  const name = 'МБОУ «Спорная СОШ»'
  const { id, rowVersion } = await givenTable(app, [schools, ['', name, name, '', 'школа']])
  const parentId = district.authority.id
  await as('coordinator').call(organisationsContract.addOrganisation, {
    kind: 'school',
    parentId,
    shortName: name,
    fullName: name,
  })
  await as('coordinator').call(registryContract.applyRegistryImport, { id, rowVersion })
  await opora.perform({ kind: 'job', name: 'test' }, (work) => applyRegistry(work, id, async () => undefined))
  const view = await as('coordinator').call(registryContract.loadRegistryImport, { id })
  expect(view.body).toMatchObject({ status: 'ready', counts: { same: 1, added: 0 } })
  expect(view.body.note).toContain('Ничего не применено')
})

test('a coordinator sees and changes nothing of another authority by a table', async () => {
  const view = await givenTable(app, [
    ['№ в Опоре', 'Краткое название'],
    [district.otherSchool.id, 'Захваченная СОШ'],
  ])
  expect(view.entries).toMatchObject([{ verdict: 'wrong', faults: [{ code: 'id-unknown' }] }])
  const foreign = await as('stranger').call(registryContract.loadRegistryImport, { id: view.id })
  expect(foreign.status).toBe(404)
})

test('whoever may give no heads and administrators gives none in an organisation that the same table makes', async () => {
  const regional = personOfRegion('municipal_coordinator')
  const rows = [
    ['Вид', 'Краткое название', 'Относится к'],
    ['управление', 'Управление Речного округа', district.region.shortName],
  ]
  const folk = [
    people,
    ['Самозванцев', 'Лев', 'Игоревич', 'администратор', 'Управление Речного округа', '', ''],
    ['Самозванцева', 'Ада', 'Игоревна', 'руководитель управления', 'Управление Речного округа', '', ''],
    ['Честнова', 'Инна', 'Олеговна', 'муниципальный координатор', 'Управление Речного округа', '', ''],
  ]
  const plan = (actor: Actor) =>
    opora.perform(actor, async (work) => {
      const read = readRows([sheetOf('Организации', rows), sheetOf('Люди', folk)])
      if ('fault' in read) throw new Error(read.fault)
      return planRegistry(work, { rows: read.rows, answers: {} })
    })
  const verdicts = async (actor: Actor) => {
    const { people: planned } = await plan(actor)
    return planned.map(({ verdict, faults }) => [verdict, ...faults.map(({ code }) => code)])
  }
  expect(await verdicts(regional)).toEqual([['wrong', 'not-yours'], ['wrong', 'not-yours'], ['added']])
  expect(await verdicts(personOfRegion('administrator'))).toEqual([['added'], ['added'], ['added']])

  const given = { role: 'administrator' as const, organisationId: district.authority.id }
  const card = { name: 'Самозванцев Лев', position: '', email: null, login: null, roles: [given] }
  const taken = opora.perform(regional, (work) => createPeople(work, [card]))
  await expect(taken).rejects.toMatchObject({ code: 'access.not-yours' })
})

function sheetOf(name: string, cells: string[][]) {
  return { name, rows: cells.map((row, at) => ({ row: at + 1, cells: row })) }
}

function personOfRegion(role: Role): Actor {
  const { id: organisationId, path } = district.region
  const personId = district.people.chief
  const memberships = [{ role, organisationId, path, substitutesFor: null }]
  return { kind: 'person', personId, name: '', sessionId: newId(), memberships }
}

/** Of what a table may change. */
async function hashOf(): Promise<string> {
  const [row] = await opora.database.query<{ hash: string }>(`
    select md5(string_agg(line, '' order by line)) as hash from (
      select o::text as line from organisation o union all select p::text from person p
      union all select m::text from membership m union all select c::text from organisation_code c) lines`)
  return row?.hash ?? ''
}
