import { connect, createServer } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'drizzle-orm'
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

test('of a connection that is lost between two statements it is said that the database is away', async () => {
  const { appUrl } = await cloneDatabase()
  const database = openDatabase(appUrl)
  const call = database.transaction('read write', { kind: 'operator' }, async ({ client, db }) => {
    const { rows } = await client.query('select pg_backend_pid() as pid')
    await terminate(rows[0].pid)
    await db.execute(sql`select 1`)
  })
  await expect(call).rejects.toThrow('server.database-unavailable')
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

test('a call whose beginning is not answered in time ends, and its connection is given to nobody', async () => {
  const { appUrl } = await cloneDatabase()
  const line = await openLine(appUrl)
  const database = openDatabase(line.url, 1)
  const pidOf = () =>
    database.transaction('read only', { kind: 'operator' }, async ({ client }) => {
      const { rows } = await client.query('select pg_backend_pid() as pid')
      return rows[0].pid
    })
  const before = await pidOf()
  line.isSilent = true
  let late: Promise<unknown> = Promise.resolve()
  const call = database.transaction('read write', { kind: 'operator' }, async ({ client }) => {
    late = pause(2_000).then(() => client.query('select 1'))
    await late
  })
  await expect(call).rejects.toThrow('server.database-unavailable')
  line.isSilent = false
  expect(await pidOf()).not.toBe(before)
  await expect(late).rejects.toThrow()
  await database.close()
  line.close()
})

/** A way to the database on which its answers can be kept back. */
async function openLine(url: string) {
  const line = { url: '', isSilent: false, close: () => void server.close() }
  const server = createServer((client) => {
    const database = connect(Number(new URL(url).port), '127.0.0.1')
    client.on('data', (data) => database.write(data))
    database.on('data', (data) => line.isSilent || client.write(data))
    for (const [one, other] of [[client, database] as const, [database, client] as const]) {
      one.on('error', () => undefined)
      one.on('close', () => other.destroy())
    }
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const own = new URL(url)
  own.port = String(typeof address === 'object' ? address?.port : '')
  line.url = own.href
  return line
}

async function terminate(pid: number): Promise<void> {
  await withClient(superuserUrl, (client) => client.query('select pg_terminate_backend($1)', [pid]))
  await pause(200)
}
