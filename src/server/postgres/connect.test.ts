import assert from 'node:assert/strict'
import { test } from 'vitest'
import { startDatabase } from './connect.ts'

const options = { folder: '/nowhere', log: () => undefined }
const app = 'postgres://opora_app:secret@db.example:6432/opora'
const owner = 'postgres://opora_owner:secret@db.example:6432/opora'

test('a server named by both variables is taken as it is, and no folder is touched', async () => {
  const database = await startDatabase({ DATABASE_URL: app, DATABASE_OWNER_URL: owner }, options)
  assert.deepEqual([database.appUrl, database.ownerUrl, database.port], [app, owner, 6432])
  await database.stop()
})

test('one variable without the other is refused', async () => {
  await assert.rejects(startDatabase({ DATABASE_URL: app }, options), /Заданы не обе переменные/)
  await assert.rejects(startDatabase({ DATABASE_OWNER_URL: owner }, options), /Заданы не обе переменные/)
})

test('the application does not work as the owner', async () => {
  const env = { DATABASE_URL: owner, DATABASE_OWNER_URL: owner }
  await assert.rejects(startDatabase(env, options), /называют одну роль/)
})

test('what is not an address is refused with an example, and without the password in it', async () => {
  const env = { DATABASE_URL: 'secret', DATABASE_OWNER_URL: owner }
  await assert.rejects(startDatabase(env, options), (error: Error) => {
    assert.match(error.message, /DATABASE_URL — не адрес базы данных/)
    return !error.message.includes('secret')
  })
})
