import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { prepareDatabase } from '../src/app/prepare-database.ts'
import { assignmentsContract } from '../src/features/assignments/contract.ts'
import { makeBackup } from '../src/server/backup/make-backup.ts'
import { openDatabase } from '../src/server/database.ts'
import { APP } from '../src/server/postgres/roles.ts'
import { withClient } from '../src/server/postgres/with-client.ts'
import { startTestApp, type TestApp } from './harness/app.ts'
import { installationOf } from './harness/backups.ts'
import { follow } from './harness/follow.ts'
import { type ProtectedServer, startProtectedPostgres } from './harness/protected-postgres.ts'

type Stage = { server: ProtectedServer; app: TestApp }

/** What was begun, ended in the opposite order. */
const ends: (() => Promise<void>)[] = []
afterAll(async () => {
  for (const end of ends.reverse()) await end()
})

/** A word says why there is none here. */
let started: Stage | string = 'it did not start'
let stage: Stage

beforeAll(async () => {
  const server = await startProtectedPostgres()
  if (typeof server === 'string') {
    started = server
    return
  }
  ends.push(server.stop)
  await prepareDatabase({ ownerUrl: server.ownerUrl, appRole: APP })
  const app = await startTestApp({ addresses: server })
  ends.push(app.end)
  started = { server, app }
}, 120_000)

beforeEach(({ skip }) => {
  if (typeof started === 'string') skip(`no PostgreSQL under TLS: ${started}`)
  else stage = started
})

test('the whole product works over a server that lets nobody in without TLS', async () => {
  const { app, server } = stage
  const url = await app.opora.api.listen({ host: '127.0.0.1', port: 0 })
  const window = await follow(url, app.district.cookies.coordinator ?? '')
  const { status } = await app.as('coordinator').call(assignmentsContract.giveTask, {
    text: 'Сообщите число слушателей',
    dueOn: '2024-06-20',
    organisationIds: app.district.schools.slice(0, 1).map(({ id }) => id),
  })
  expect(status).toBe(200)
  await vi.waitFor(() => expect(window.told).toHaveLength(1), { timeout: 5_000, interval: 20 })
  window.leave()
  const path = join(tmpdir(), `opora-protected-${process.pid}.tar.gz`)
  const { manifest } = await makeBackup(await installationOf(app), { path, madeAt: new Date() })
  await rm(path)
  expect(manifest.tables.find(({ name }) => name === 'organisation')?.rows).toBeGreaterThan(0)
  const connections = await withClient(server.superuserUrl, async (client) => {
    const { rows } = await client.query(
      "select ssl from pg_stat_ssl join pg_stat_activity using (pid) where usename like 'opora%'",
    )
    return rows
  })
  expect(connections.length).toBeGreaterThan(3)
  expect(connections.filter(({ ssl }) => !ssl)).toEqual([])
})

test('what is sent before anybody waits is answered in its order', async () => {
  const database = openDatabase(stage.server.appUrl)
  const asked = Array.from({ length: 20 }, (_, place) => place)
  const told = await database.transaction('read only', { kind: 'operator' }, ({ client }) =>
    Promise.all(asked.map((place) => client.query('select $1::int as place, repeat($2, 20000) as text', [place, 'щ']))),
  )
  expect(told.map(({ rows }) => rows[0].place)).toEqual(asked)
  await database.close()
})

test.each(['plainUrl', 'refusedUrl'] as const)('%s: no word is said to a server that is not trusted', async (url) => {
  const database = openDatabase(stage.server[url])
  await expect(database.query('select 1')).rejects.toMatchObject({ code: 'server.database-unavailable' })
  await database.close()
})

test('the product that works under TLS ends within seconds', async () => {
  const began = performance.now()
  await stage.app.end()
  expect(performance.now() - began).toBeLessThan(5_000)
})
