import { spawnSync } from 'node:child_process'
import { afterAll, expect, inject, test } from 'vitest'
import { databasePrepareCommand } from '../src/app/database-prepare-command.ts'
import { prepareDatabase } from '../src/app/prepare-database.ts'
import { prepareServer } from '../src/server/postgres/prepare-server.ts'
import { withClient } from '../src/server/postgres/with-client.ts'

const { superuserUrl, prefix } = inject('postgres')
// Roles are the whole server's, which may be another one's too: none is called as somebody else's could be.
const NAMES = {
  database: `${prefix}district`,
  owner: `${prefix}district_owner`,
  app: `${prefix}district_app`,
}
const SECOND = { database: `${prefix}second`, owner: `${prefix}second_owner`, app: `${prefix}second_app` }
const THIRD = { database: `${prefix}third`, owner: `${prefix}third_owner`, app: `${prefix}third_app` }
const CLERK = `${prefix}clerk`
const VISITOR = `${prefix}visitor`
const STRONG = `${prefix}strong`
const LATIN = `${prefix}latin`
const FOREIGN = `${prefix}foreign_one`
const admin = <T>(statement: string) =>
  withClient(superuserUrl, async (client) => (await client.query(statement)).rows as T[]) // the shape each test asks for

afterAll(async () => {
  for (const database of [NAMES.database, SECOND.database, THIRD.database, LATIN, FOREIGN])
    await admin(`drop database if exists ${database} with (force)`)
  for (const role of [CLERK, VISITOR]) {
    await admin(`revoke connect on database postgres from ${role}`)
  }
  for (const role of [NAMES.owner, NAMES.app, SECOND.owner, SECOND.app, THIRD.owner, THIRD.app, CLERK, VISITOR])
    await admin(`drop role if exists ${role}`)
})

test('makes two roles and a database in which Opora can work, and shows their addresses', async () => {
  const { roles, database, ownerUrl, appUrl } = await prepareServer(superuserUrl, NAMES, 'kept')
  expect(roles.map(({ was }) => was)).toEqual(['made', 'made'])
  expect(database.was).toBe('made')
  await prepareDatabase({ ownerUrl: ownerUrl ?? '', appRole: NAMES.app })
  await withClient(appUrl ?? '', async (client) => {
    await client.query('select count(*) from organisation')
    await expect(client.query('create table own (x int)')).rejects.toThrow('permission denied')
  })
})

test('a second time nothing is changed and no password is shown', async () => {
  const { roles, database, ownerUrl, appUrl } = await prepareServer(superuserUrl, NAMES, 'kept')
  expect([roles.map(({ was }) => was), database.was, ownerUrl, appUrl]).toEqual([
    ['there', 'there'],
    'there',
    null,
    null,
  ])
})

test('forgotten passwords are replaced when asked', async () => {
  const { ownerUrl } = await prepareServer(superuserUrl, NAMES, 'new')
  const { rows } = await withClient(ownerUrl ?? '', (client) => client.query('select current_user as who'))
  expect(rows).toEqual([{ who: NAMES.owner }])
})

test('a role that may create, without being a superuser, is enough', async () => {
  await admin(`create role ${CLERK} login createrole createdb password 'a password of the test'`)
  const url = new URL(superuserUrl)
  url.username = CLERK
  url.password = encodeURIComponent('a password of the test')
  await admin(`grant connect on database postgres to ${CLERK}`)
  const { ownerUrl } = await prepareServer(url.href, SECOND, 'kept')
  await prepareDatabase({ ownerUrl: ownerUrl ?? '', appRole: SECOND.app })
  expect(await admin(`select pg_has_role('${CLERK}', '${SECOND.owner}', 'usage') as may`)).toEqual([{ may: false }])
})

test('a role that may not create is refused', async () => {
  const url = new URL(superuserUrl)
  await admin(
    `create role ${VISITOR} login password 'a password of the test'; grant connect on database postgres to ${VISITOR}`,
  )
  url.username = VISITOR
  url.password = encodeURIComponent('a password of the test')
  await expect(prepareServer(url.href, NAMES, 'kept')).rejects.toThrow(new RegExp(`Роль ${VISITOR} не может создавать`))
})

test('a database in another encoding, or of another owner, is refused and left alone', async () => {
  await admin(`create database ${LATIN} encoding 'LATIN1' locale 'C' template template0`)
  await admin(`create database ${FOREIGN}`)
  await expect(prepareServer(superuserUrl, { ...NAMES, database: LATIN }, 'kept')).rejects.toThrow(/в кодировке LATIN1/)
  await expect(prepareServer(superuserUrl, { ...NAMES, database: FOREIGN }, 'kept')).rejects.toThrow(
    new RegExp(`принадлежит роли ${new URL(superuserUrl).username}`),
  )
})

test('an application role that would see everything is refused', async () => {
  await admin(`create role ${STRONG} login superuser`)
  await expect(prepareServer(superuserUrl, { ...NAMES, app: STRONG }, 'kept')).rejects.toThrow(/сильнее, чем нужно/)
  await admin(`drop role ${STRONG}`)
})

test('without an address the command says which one it needs', async () => {
  const io = { stdin: process.stdin, stdout: () => undefined, stderr: () => undefined }
  await expect(databasePrepareCommand([], io)).rejects.toThrow('Укажите в DATABASE_OWNER_URL')
})

test('a shell reads the printed lines as they are, also those of an address that asks for more', async () => {
  const address = new URL(superuserUrl)
  address.searchParams.set('application_name', 'prepare')
  address.searchParams.set('connect_timeout', '5')
  const { DATABASE_OWNER_URL } = process.env
  process.env.DATABASE_OWNER_URL = address.href
  const said: string[] = []
  const io = { stdin: process.stdin, stdout: (text: string) => void said.push(text), stderr: () => undefined }
  const names = ['--database', THIRD.database, '--owner', THIRD.owner, '--app', THIRD.app]
  await databasePrepareCommand(names, io)
  if (DATABASE_OWNER_URL === undefined) delete process.env.DATABASE_OWNER_URL
  else process.env.DATABASE_OWNER_URL = DATABASE_OWNER_URL
  const lines = said
    .join('')
    .split('\n')
    .filter((line) => line.startsWith('DATABASE_'))
  const read = spawnSync('sh', ['-c', `${lines.join('\n')}\nprintf '%s' "$DATABASE_URL"`], { encoding: 'utf8' }).stdout
  expect(read).toContain(`/${THIRD.database}?`)
  await withClient(read, async (client) => {
    const { rows } = await client.query("select current_user, current_setting('application_name') as name")
    expect(rows).toEqual([{ current_user: THIRD.app, name: 'prepare' }])
  })
})
