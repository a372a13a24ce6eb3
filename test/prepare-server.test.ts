import { expect, inject, test } from 'vitest'
import { databasePrepareCommand } from '../src/app/database-prepare-command.ts'
import { prepareDatabase } from '../src/app/prepare-database.ts'
import { prepareServer } from '../src/server/postgres/prepare-server.ts'
import { withClient } from '../src/server/postgres/with-client.ts'

const { superuserUrl } = inject('postgres')
const NAMES = { database: 'district', owner: 'district_owner', app: 'district_app' }
const admin = <T>(statement: string) =>
  withClient(superuserUrl, async (client) => (await client.query(statement)).rows as T[]) // the shape each test asks for

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
  expect(rows).toEqual([{ who: 'district_owner' }])
})

test('a role that may create, without being a superuser, is enough', async () => {
  await admin("create role clerk login createrole createdb password 'a password of the test'")
  const url = new URL(superuserUrl)
  url.username = 'clerk'
  url.password = encodeURIComponent('a password of the test')
  await admin('grant connect on database postgres to clerk')
  const names = { database: 'second', owner: 'second_owner', app: 'second_app' }
  const { ownerUrl } = await prepareServer(url.href, names, 'kept')
  await prepareDatabase({ ownerUrl: ownerUrl ?? '', appRole: names.app })
  expect(await admin("select pg_has_role('clerk', 'second_owner', 'usage') as may")).toEqual([{ may: false }])
})

test('a role that may not create is refused', async () => {
  const url = new URL(superuserUrl)
  await admin(
    "create role visitor login password 'a password of the test'; grant connect on database postgres to visitor",
  )
  url.username = 'visitor'
  url.password = encodeURIComponent('a password of the test')
  await expect(prepareServer(url.href, NAMES, 'kept')).rejects.toThrow(/Роль visitor не может создавать/)
})

test('a database in another encoding, or of another owner, is refused and left alone', async () => {
  await admin("create database latin encoding 'LATIN1' locale 'C' template template0")
  await admin('create database foreign_one')
  await expect(prepareServer(superuserUrl, { ...NAMES, database: 'latin' }, 'kept')).rejects.toThrow(
    /в кодировке LATIN1/,
  )
  await expect(prepareServer(superuserUrl, { ...NAMES, database: 'foreign_one' }, 'kept')).rejects.toThrow(
    /принадлежит роли opora_superuser/,
  )
})

test('an application role that would see everything is refused', async () => {
  await admin('create role strong login superuser')
  await expect(prepareServer(superuserUrl, { ...NAMES, app: 'strong' }, 'kept')).rejects.toThrow(/сильнее, чем нужно/)
  await admin('drop role strong')
})

test('without an address the command says which one it needs', async () => {
  const io = { stdin: process.stdin, stdout: () => undefined, stderr: () => undefined }
  await expect(databasePrepareCommand([], io)).rejects.toThrow('Укажите в DATABASE_OWNER_URL')
})
