import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { createOpora, type Opora } from '../src/app/opora.ts'
import { accessContract } from '../src/features/access/contract.ts'
import { assignmentsContract } from '../src/features/assignments/contract.ts'
import { LISTENER } from '../src/server/live/listen.ts'
import { withClient } from '../src/server/postgres/with-client.ts'
import { TEST_SECRET } from './harness/app.ts'
import { askHouse } from './harness/ask-house.ts'
import type { Stage } from './harness/changes.ts'
import { type Following, follow } from './harness/follow.ts'
import { changeFor, makeChange, registry, startStage } from './harness/make-change.ts'

const SOON = { timeout: 2_000, interval: 20 }

let stage: Stage
let other: Opora
let [here, there] = ['', '']
const open: Following[] = []

beforeAll(async () => {
  stage = await startStage()
  const folder = await mkdtemp(join(tmpdir(), 'opora-second-'))
  other = await startAnother(folder)
  here = await stage.opora.api.listen({ host: '127.0.0.1', port: 0 })
  there = await other.api.listen({ host: '127.0.0.1', port: 0 })
  afterAll(async () => {
    for (const one of open) one.leave()
    await other.stop()
    await rm(folder, { recursive: true, force: true })
  })
})

/** Another process over the same database, in the eyes of the product. */
function startAnother(folder: string): Promise<Opora> {
  const { appUrl, ownerUrl, clock } = stage
  return createOpora({
    ...{ appUrl, ownerUrl, folder, clock, databaseKind: 'server', secret: TEST_SECRET, secure: false },
    ...{ trustProxy: false, publicUrl: 'http://127.0.0.1', isDemonstration: false, webFolder: null, door: null },
    ...{ log: 'bugs', demoClock: null },
  })
}

async function followAs(visitor: keyof Stage['district']['cookies'], url = here): Promise<Following> {
  const following = await follow(url, stage.district.cookies[visitor] ?? '')
  open.push(following)
  return following
}

async function giveTask() {
  return stage.as('coordinator').call(assignmentsContract.giveTask, {
    text: 'Сообщите число слушателей',
    dueOn: '2024-06-20',
    organisationIds: stage.district.schools.slice(0, 1).map(({ id }) => id),
  })
}

describe('a change is told within two seconds to whoever may see it', () => {
  test('in this process and in the other, and not to another district', async () => {
    const [coordinator, director, far, stranger] = [
      await followAs('coordinator'),
      await followAs('director'),
      await followAs('head', there),
      await followAs('stranger', there),
    ]
    const given = await giveTask()
    expect(given.status).toBe(200)
    for (const one of [coordinator, director, far]) await expect.poll(() => one.told, SOON).toContain(given.requestId)
    expect(stranger.told).toEqual([])
    for (const one of [coordinator, director, far, stranger]) one.leave()
  })

  test('what happens at one school is not told to its neighbour', async () => {
    const route = registry.find(({ name }) => name === 'assignments.recordProof')
    if (!route) throw new Error('no such endpoint')
    const change = await changeFor(stage, route.name)
    const [coordinator, neighbour] = [await followAs('coordinator'), await followAs('neighbour')]
    const { requestId, status } = await makeChange(stage, route, change)
    expect(status).toBe(200)
    await expect.poll(() => coordinator.told, SOON).toContain(requestId)
    expect(neighbour.told).toEqual([])
  })

  test('what was refused is told to nobody', async () => {
    const coordinator = await followAs('coordinator')
    const refused = await stage.as('coordinator').call(assignmentsContract.giveTask, {
      ...{ text: 'Чужой школе', dueOn: '2024-06-20', organisationIds: [stage.district.otherSchool.id] },
    })
    expect(refused.status).toBe(422)
    const given = await giveTask()
    await expect.poll(() => coordinator.told, SOON).toContain(given.requestId)
    expect(coordinator.told).not.toContain(refused.requestId)
  })

  test('an event says by which request, and not a word more', async () => {
    const director = await followAs('director')
    const { requestId } = await giveTask()
    await expect.poll(() => director.told, SOON).toContain(requestId)
    for (const said of director.told) expect(said).toMatch(/^[0-9a-f-]{36}$/)
  })
})

test('after a lost connection to the database everybody asks again, and the next change is heard', async () => {
  const director = await followAs('director')
  const [{ name } = { name: '' }] = await askHouse<{ name: string }>(stage.opora, 'select current_database() as name')
  await withClient(inject('postgres').superuserUrl, async (client) => {
    const { rowCount } = await client.query(
      'select pg_terminate_backend(pid) from pg_stat_activity where application_name = $1 and datname = $2',
      [LISTENER, name],
    )
    expect(rowCount).toBe(2)
  })
  await expect.poll(() => director.told, { timeout: 5_000 }).toContain(null)
  const { requestId } = await giveTask()
  await expect.poll(() => director.told, SOON).toContain(requestId)
})

test('nobody is told nothing, and a person holds eight streams and no more', async () => {
  expect((await follow(here, 'no session')).status).toBe(401)
  const mine = await Promise.all(Array.from({ length: 8 }, () => followAs('curator')))
  expect(mine.map(({ status }) => status)).toEqual(mine.map(() => 200))
  expect((await followAs('curator')).status).toBe(429)
  mine[0]?.leave()
  await expect.poll(async () => (await followAs('curator')).status, { timeout: 5_000, interval: 200 }).toBe(200)
})

test('an open stream does not hold up a stop', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'opora-third-'))
  const third = await startAnother(folder)
  const url = await third.api.listen({ host: '127.0.0.1', port: 0 })
  const followed = await followAs('coordinator', url)
  const began = performance.now()
  await third.stop()
  await followed.ended
  expect(performance.now() - began).toBeLessThan(5_000)
  await rm(folder, { recursive: true, force: true })
})

test('a session that is over learns nothing more', async () => {
  const answer = await stage.as('deputy').call(accessContract.signOut, {})
  expect(answer.status).toBe(200)
  expect((await followAs('deputy')).status).toBe(401)
})
