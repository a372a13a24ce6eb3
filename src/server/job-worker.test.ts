import { setTimeout as pause } from 'node:timers/promises'
import { afterEach, expect, inject, test } from 'vitest'
import { cloneDatabase } from '../../test/harness/database.ts'
import { type Database, openDatabase } from './database.ts'
import { type JobBody, type Jobs, prepareJobs, startJobs } from './jobs.ts'
import { withClient } from './postgres/with-client.ts'

const { superuserUrl } = inject('postgres')
const opened: { jobs: Jobs; database: Database }[] = []
afterEach(async () => {
  for (const { jobs, database } of opened.splice(0)) {
    await jobs.stop()
    await database.close()
  }
})

// What a job leaves unheard would end the whole process, and a run with such an error is red.
test.each(['done', 'failed'] as const)(
  'a job that is %s at the moment at which the database goes away ends nothing else',
  async (how) => {
    const begun: string[] = []
    const office = await open(async ({ id = '' }) => {
      begun.push(id)
      if (id !== 'first') return
      await office.shut()
      if (how === 'failed') throw new Error('no database')
    })
    await office.enqueue({ id: 'first' })
    await until(() => office.faults.length > 0)
    await office.open()
    await office.enqueue({ id: 'second' })
    await until(() => begun.includes('second'))
    // Of the first nobody knows how it ended: it belongs to its worker until its lease is over.
    expect(await office.states()).toEqual(['active', 'completed'])
  },
)

test('jobs that wait are done one after another, without a pause between them', async () => {
  const done: string[] = []
  const office = await open(async ({ id = '' }) => void done.push(id))
  const began = performance.now()
  const ids = Array.from({ length: 12 }, (_, number) => String(number))
  for (const id of ids) await office.enqueue({ id })
  await until(() => done.length === ids.length)
  expect(done).toEqual(ids)
  expect(performance.now() - began).toBeLessThan(5_000)
})

test('a stop waits for the job under way, and one that takes longer goes back into the queue', async () => {
  const ends: (() => void)[] = []
  const office = await open(() => new Promise<void>((resolve) => void ends.push(resolve)))
  await office.enqueue({ id: 'short' })
  await until(() => ends.length === 1)
  setTimeout(() => ends[0]?.(), 300)
  await office.jobs.stop()
  expect(await office.states()).toEqual(['completed'])

  const next = await open(() => new Promise<void>(() => undefined), office)
  await next.enqueue({ id: 'long' })
  await until(async () => (await next.states()).includes('active'))
  await next.jobs.stop()
  expect(await next.states()).toEqual(['completed', 'retry'])
}, 30_000)

async function open(run: JobBody['run'], over?: { ownerUrl: string; appUrl: string }) {
  const { ownerUrl, appUrl } = over ?? (await cloneDatabase())
  const { username } = new URL(appUrl)
  const name = new URL(appUrl).pathname.slice(1)
  await prepareJobs(ownerUrl, username, ['test.job'])
  const database = openDatabase(appUrl)
  const faults: unknown[] = []
  const jobs = await startJobs(appUrl, { 'test.job': { run } }, (_, error) => void faults.push(error))
  opened.push({ jobs, database })
  return {
    ...{ ownerUrl, appUrl, jobs, faults },
    async enqueue(payload: Record<string, string>) {
      await database.transaction('read write', { kind: 'operator' }, (transaction) =>
        jobs.enqueue(transaction, 'test.job', payload),
      )
      jobs.wake('test.job')
    },
    states: () =>
      withClient(ownerUrl, async (client) => {
        const text = `select state::text from pgboss.job where name = 'test.job' order by created_on`
        return (await client.query<{ state: string }>(text)).rows.map((row) => row.state)
      }),
    shut: () =>
      withClient(superuserUrl, async (client) => {
        await client.query(`alter database ${name} allow_connections false`)
        await client.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [name])
      }),
    open: () => withClient(superuserUrl, (client) => client.query(`alter database ${name} allow_connections true`)),
  }
}

async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  const end = performance.now() + 15_000
  while (!(await isSo())) {
    if (performance.now() > end) throw new Error('it did not come to that')
    await pause(50)
  }
}
