import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { startTestApp } from '../../../test/harness/app.ts'
import { askHouse } from '../../../test/harness/ask-house.ts'
import { draftOf } from '../../../test/harness/phones.ts'
import { PASSWORD, school, someone } from '../../../test/harness/someone.ts'
import { newId, type PersonId } from '../../kernel/id.ts'
import { readPaperBytes } from '../../paper/open-paper.ts'
import { accessContract } from '../access/contract.ts'
import { journalContract } from '../access/journal-contract.ts'
import { record } from '../audit/service.ts'
import { verifyAudit } from '../audit/verify.service.ts'
import { putMail } from '../messages/outbox.service.ts'
import { personalDataContract } from './contract.ts'

const app = await startTestApp()
const { as, opora, district } = app
const SURNAME = 'Канарейкина'
const LOGIN = 'kanareika@example.test'
const EMAIL = 'pochta-kanareiki@example.test'
const act = { number: '7-пд', signedOn: '2024-02-14' as const, reason: 'уволена', backupsUntil: '2024-05-14' as const }
const { exportPersonData, loadPersonData, draftDestructionAct, destroyPersonData } = personalDataContract

/** Everything that a dump of the database would hold, as text. */
async function dump(): Promise<string> {
  const tables = await askHouse<{ name: string }>(
    opora,
    `select quote_ident(schemaname) || '.' || quote_ident(tablename) as name from pg_tables
     where schemaname in ('public', 'pgboss') and tablename <> 'schema_migration'`,
  )
  expect(tables.length).toBeGreaterThan(30)
  const texts = []
  for (const { name } of tables) texts.push(JSON.stringify(await askHouse(opora, `select t::text from ${name} t`)))
  return texts.join()
}

/** Somebody whose name has got into every corner. */
async function canary(): Promise<PersonId> {
  const { id, cookie } = await someone(app)
  const card = { id, rowVersion: 1, name: `${SURNAME} Анна Львовна`, position: 'завуч-канарейка', disabled: false }
  await as('coordinator').call(accessContract.changePerson, card)
  await askHouse(opora, 'update person set login = $2, email = $3 where id = $1', [id, LOGIN, EMAIL])
  await as('nobody').call(accessContract.signIn, { login: LOGIN, password: PASSWORD })
  await draftOf(app, cookie)
  await as('coordinator').call(accessContract.inviteAgain, { id })
  const days = { startsOn: '2024-02-10' as const, endsOn: '2024-02-20' as const, basis: `заявление, ${SURNAME} А. Л.` }
  await as('coordinator').call(accessContract.addSubstitution, {
    absentId: id,
    substituteId: district.people.deputy,
    ...days,
  })
  const trace = { subjectId: newId(), organisationId: school(app), after: { text: `ответила ${SURNAME}` } }
  await opora.perform({ kind: 'operator' }, (work) => record(work, { action: 'task.given', ...trace }))
  const letter = { kind: 'digest' as const, period: '2024-02-13', toAddress: EMAIL, subject: 'Опора', body: SURNAME }
  await opora.perform({ kind: 'operator' }, (work) => putMail(work, { personId: id, ...letter }))
  await expect.poll(() => lettersInFolder()).toBe(1)
  return id
}

async function lettersInFolder(): Promise<number> {
  return (await readdir(join(app.folder, 'outbox')).catch(() => [])).length
}

async function actOf(id: PersonId) {
  for (let tries = 0; tries < 100; tries++) {
    const { body } = await as('administrator').call(loadPersonData, { id })
    if (body.act?.doneAt) return body.act
    await new Promise((done) => setTimeout(done, 100))
  }
  throw new Error('nothing was destroyed')
}

function textOf(raw: Buffer): Promise<string> {
  return readPaperBytes(new Uint8Array(raw)).then(({ blocks }) => JSON.stringify(blocks))
}

test('all that is kept of a person leaves in three forms without a secret, and then is destroyed by an act', async () => {
  const id = await canary()
  const json = await as('administrator').call(exportPersonData, { id, format: 'json' })
  for (const word of [SURNAME, LOGIN, 'завуч-канарейка', 'Замещения', 'Роли'])
    expect(json.raw.toString()).toContain(word)
  expect(json.raw.toString()).not.toMatch(/argon2|token_hash|sealed_secret/)
  for (const format of ['docx', 'xlsx'] as const) {
    const { raw } = await as('administrator').call(exportPersonData, { id, format })
    expect(await textOf(raw)).toContain(SURNAME)
  }
  const reads = `select from person_read where route = 'personal-data.exportPersonData' and subject_id = $1`
  expect(await askHouse(opora, reads, [id])).toHaveLength(3)

  const draft = await as('administrator').call(draftDestructionAct, { id, ...act })
  const paper = await textOf(draft.raw)
  for (const word of [
    '7-пд',
    `${SURNAME} Анна Львовна`,
    'уволена',
    '14.02.2024',
    'Способ уничтожения',
    '14.05.2024',
    'Не просматривались',
  ]) {
    expect(paper).toContain(word)
  }

  expect(await dump()).toContain(SURNAME)
  const { rowVersion } = (await as('administrator').call(loadPersonData, { id })).body
  expect((await as('administrator').call(destroyPersonData, { id, rowVersion, ...act })).status).toBe(200)
  const { destroyed } = await actOf(id)
  expect(destroyed.map(({ title }) => title)).toContain('Журнал: значения «было» и «стало»')
  expect(destroyed.map(({ title }) => title)).toContain('Письма')
  expect(await lettersInFolder()).toBe(0)

  const left = await dump()
  for (const word of [SURNAME, LOGIN, EMAIL, 'завуч-канарейка'])
    expect([word, left.includes(word)]).toEqual([word, false])
  expect((await opora.perform({ kind: 'operator' }, verifyAudit)).broken).toEqual([])
  const journal = await as('administrator').call(journalContract.listJournal, { person: id })
  expect(journal.body.entries.some((one) => one.erasedBy === '7-пд')).toBe(true)

  const after = await as('administrator').call(draftDestructionAct, { id, ...act })
  expect(await textOf(after.raw)).toContain('Карточка: имя, должность')
  expect((await as('administrator').call(destroyPersonData, { id, rowVersion, ...act })).status).toBe(409)
})

test('an act reaches over its own district: a namesake in another keeps what is written of her', async () => {
  const NAME = 'Однофамильцева Вера Ильинична'
  const { id } = await someone(app)
  const card = { id, rowVersion: 1, name: NAME, position: 'учитель', disabled: false }
  await as('coordinator').call(accessContract.changePerson, card)
  const places = { here: school(app), authority: district.authority.id, elsewhere: district.otherSchool.id }
  const basisOf = async (place: keyof typeof places) => {
    const [found] = await askHouse<{ text: string }>(
      opora,
      'select closed_basis as text from organisation where id = $1',
      [places[place]],
    )
    return found?.text
  }
  for (const place of Object.values(places)) {
    await askHouse(opora, 'update organisation set closed_basis = $2 where id = $1', [place, `письмо, ${NAME}`])
    const trace = { subjectId: newId(), organisationId: place, after: { text: `${place}: ${NAME}` } }
    await opora.perform({ kind: 'operator' }, (work) => record(work, { action: 'task.given', ...trace }))
  }
  const days = { startsOn: '2024-02-10', endsOn: '2024-02-20', basis: `от ${NAME}` }
  await askHouse(
    opora,
    `insert into substitution (id, absent_id, substitute_id, starts_on, ends_on, basis) values ($1, $2, $3, $4, $5, $6)`,
    [newId(), id, district.people.stranger, days.startsOn, days.endsOn, days.basis],
  )

  const { rowVersion } = (await as('administrator').call(loadPersonData, { id })).body
  expect((await as('administrator').call(destroyPersonData, { id, rowVersion, ...act, number: '8-пд' })).status).toBe(
    200,
  )
  await actOf(id)

  expect([await basisOf('here'), await basisOf('authority')]).toEqual([
    'письмо, Данные уничтожены',
    'письмо, Данные уничтожены',
  ])
  expect(await basisOf('elsewhere')).toBe(`письмо, ${NAME}`)
  const values = await askHouse<{ after: string }>(opora, 'select after from audit_value where after like $1', [
    `%${NAME}%`,
  ])
  expect(values.map(({ after }) => after)).toEqual([JSON.stringify({ text: `${places.elsewhere}: ${NAME}` })])
  const [own] = await askHouse<{ basis: string }>(opora, 'select basis from substitution where absent_id = $1', [id])
  expect(own?.basis).toBe('от Данные уничтожены')
})

test('oneself, the last administrator and people of others are refused', async () => {
  const { administrator, director, stranger } = district.people
  const own = await as('administrator').call(destroyPersonData, { id: administrator, rowVersion: 1, ...act })
  expect(own.refusal.code).toBe('personal-data.oneself')
  expect((await as('coordinator').call(destroyPersonData, { id: director, rowVersion: 1, ...act })).status).toBe(403)
  expect((await as('administrator').call(exportPersonData, { id: stranger, format: 'json' })).status).toBe(404)
  await askHouse(opora, `update membership set role = 'administrator' where person_id = $1`, [district.people.head])
  await askHouse(opora, 'update person set disabled_at = now() where id = $1', [administrator])
  const last = { id: district.people.head, rowVersion: 1, ...act }
  expect((await as('administrator').call(destroyPersonData, last)).status).toBe(401)
})
