import { setTimeout as pause } from 'node:timers/promises'
import { expect, inject, test } from 'vitest'
import { cloneDatabase } from '../../test/harness/database.ts'
import { openDatabase } from './database.ts'
import { withClient } from './postgres/with-client.ts'

const { superuserUrl } = inject('postgres')

// Nobody asks anything of the connection at that moment: an error that nobody listens to would end the whole process.
test('a connection that is lost between two statements of a call fails that call alone', async () => {
  const { appUrl } = await cloneDatabase()
  const database = openDatabase(appUrl)
  const call = database.transaction('read write', { kind: 'operator' }, async ({ client }) => {
    const { rows } = await client.query('select pg_backend_pid() as pid')
    await terminate(rows[0].pid)
    await client.query('select 1')
  })
  await expect(call).rejects.toThrow()
  expect(await database.query('select 1 as one')).toEqual([{ one: 1 }])
  await database.close()
})

test('one that is lost while a copy writes files fails that copy alone', async () => {
  const { ownerUrl } = await cloneDatabase()
  const work = withClient(ownerUrl, async (client) => {
    const { rows } = await client.query('select pg_backend_pid() as pid')
    await terminate(rows[0].pid)
    return await client.query('select 1')
  })
  await expect(work).rejects.toThrow()
})

async function terminate(pid: number): Promise<void> {
  await withClient(superuserUrl, (client) => client.query('select pg_terminate_backend($1)', [pid]))
  await pause(200)
}
