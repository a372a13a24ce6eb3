import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { accessContract } from '../../src/features/access/contract.ts'
import { assignmentsContract } from '../../src/features/assignments/contract.ts'
import { organisationsContract } from '../../src/features/organisations/contract.ts'
import { demoOrderDocx } from '../../src/features/road-maps/demo-order.ts'
import { importsContract } from '../../src/features/road-maps/import-contract.ts'
import { newId } from '../../src/kernel/id.ts'
import { makeThrowAwayFolder } from '../../src/server/postgres/throw-away.ts'
import { withClient } from '../../src/server/postgres/with-client.ts'
import { openBrowser, takePictures, visit } from '../harness/browser.ts'
import { LOGIN, PASSWORD } from '../harness/first-start.ts'
import { closeGate } from '../harness/gate.ts'
import { type OwnDatabase, startOwnDatabase } from '../harness/own-database.ts'
import { newPerson } from '../harness/person.ts'
import { type Process, startProcess } from '../harness/product.ts'

const places = { server: await makeThrowAwayFolder('journey'), data: await makeThrowAwayFolder('journey') }
const processes: Record<string, Process> = {}
let server: OwnDatabase
let browser: Browser
const coordinator = newPerson()

/** Where a process can be reached; one that was killed is started again. */
async function at(name: 'one' | 'two'): Promise<string> {
  processes[name] ??= await startProcess(name, places.data.folder, server)
  return processes[name].url
}

const ask = <Row extends object>(text: string, values: unknown[] = []) =>
  withClient(server.ownerUrl, async (client) => (await client.query<Row>(text, values)).rows)

beforeAll(async () => {
  server = await startOwnDatabase(places.server.folder)
  browser = await openBrowser()
  await at('one')
  await at('two')
  const token = processes.two?.links[0]?.url.split('#')[1] ?? ''
  const { status } = await coordinator.call(await at('one'), accessContract.setUp, {
    ...{ token, name: 'Лебедева Анна', position: 'Методист', authorityName: 'Управление образования' },
    ...{ timeZone: 'Asia/Yekaterinburg', login: LOGIN, password: PASSWORD },
  })
  expect(status).toBe(200)
})

afterAll(async () => {
  await browser?.close()
  for (const one of Object.values(processes)) await one.stop()
  await server?.stop()
  for (const place of Object.values(places)) await place.remove()
})

const schoolNamed = async (name: string) => {
  const { body } = await coordinator.call(await at('one'), organisationsContract.listOrganisations, {})
  const authority = body.organisations.find((one) => one.kind === 'authority')
  const wanted = { kind: 'school' as const, parentId: authority?.id ?? newId(), shortName: name, fullName: name }
  return wanted
}

test('a session begun at one is good at the other, and over at both at once', async () => {
  const guest = newPerson()
  await guest.call(await at('one'), accessContract.signIn, { login: LOGIN, password: PASSWORD })
  const me = async (name: 'one' | 'two') => (await guest.call(await at(name), accessContract.loadMe, {})).body.person
  expect([await me('one'), await me('two')].map((person) => person?.name)).toEqual(['Лебедева Анна', 'Лебедева Анна'])
  const { cookie } = guest
  expect((await guest.call(await at('two'), accessContract.signOut, {})).status).toBe(200)
  guest.cookie = cookie
  expect([await me('one'), await me('two')]).toEqual([null, null])
})

test('ten equal requests under one key, half of them to each, have one effect and one answer', async () => {
  const input = await schoolNamed('МБОУ «Заречная СОШ»')
  const key = newId()
  const urls = [await at('one'), await at('two')]
  const answers = await Promise.all(
    Array.from({ length: 10 }, (_, index) =>
      coordinator.call(urls[index % 2] ?? '', organisationsContract.addOrganisation, input, { key }),
    ),
  )
  expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200))
  expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1)
  expect(await ask('select id from organisation where short_name = $1', [input.shortName])).toHaveLength(1)
})

test('attempts are counted over both', async () => {
  const guess = newPerson()
  const statuses: number[] = []
  for (let attempt = 0; attempt < 7; attempt++) {
    const url = await at(attempt % 2 === 0 ? 'one' : 'two')
    statuses.push((await guess.call(url, accessContract.signIn, { login: 'чужое имя', password: 'не тот' })).status)
  }
  expect(statuses).toEqual([401, 401, 401, 401, 401, 429, 429])
  await ask('delete from rate_window')
})

test('what is done at one shows by itself on a screen of the other', async ({ onTestFailed }) => {
  const there = await visit(browser, `${await at('two')}/sign-in`)
  onTestFailed(() => takePictures([there]))
  const { page } = there
  const [name, value] = coordinator.cookie.split('=')
  await page.context().addCookies([{ name: name ?? '', value: value ?? '', url: await at('two') }])
  const listening = page.waitForResponse((response) => response.url().endsWith('/api/changes'))
  await page.goto(`${await at('two')}/tasks`)
  await page.getByRole('heading', { name: 'Поручения' }).first().waitFor()
  await listening

  const { body } = await coordinator.call(await at('one'), organisationsContract.listOrganisations, {})
  const schools = body.organisations.filter((one) => one.kind === 'school')
  const text = 'Сообщите число слушателей курсов'
  const given = await coordinator.call(await at('one'), assignmentsContract.giveTask, {
    ...{ text, dueOn: '2036-06-20', organisationIds: schools.map(({ id }) => id) },
  })
  expect(given.status).toBe(200)
  const began = performance.now()
  await page.getByText(text).first().waitFor({ timeout: 10_000 })
  console.error(`shown after ${Math.round(performance.now() - began)} ms`)
  await there.close()
})

test('a process with an open window stops in order, and the window goes on at the other', async () => {
  const { page, close } = await visit(browser, `${await at('two')}/sign-in`)
  const [name, value] = coordinator.cookie.split('=')
  await page.context().addCookies([{ name: name ?? '', value: value ?? '', url: await at('two') }])
  const followed = page.waitForResponse((response) => response.url().endsWith('/api/changes'))
  await page.goto(`${await at('two')}/tasks`)
  await followed
  const began = performance.now()
  expect(await processes.two?.stop('SIGTERM')).toBe(0)
  expect(performance.now() - began).toBeLessThan(10_000)
  delete processes.two
  await page.goto(`${await at('one')}/tasks`)
  await page.getByRole('heading', { name: 'Поручения' }).first().waitFor()
  await close()
  await at('two')
})

test('a change that outlasts a stop is cut off and undone, and done once when it is sent again', async () => {
  const input = await schoolNamed('МБОУ «Луговая СОШ»')
  const key = newId()
  const made = () => ask('select id from organisation where short_name = $1', [input.shortName])
  const add = (url: string) => coordinator.call(url, organisationsContract.addOrganisation, input, { key })
  await withClient(server.ownerUrl, async (client) => {
    await client.query('begin; lock table organisation in share mode')
    const cut = add(await at('two'))
    cut.catch(() => undefined)
    await expect.poll(() => ask('select pid from pg_locks where not granted')).toHaveLength(1)
    const began = performance.now()
    expect(await processes.two?.stop('SIGTERM')).toBe(0)
    expect(performance.now() - began).toBeLessThan(10_000)
    await expect(cut).rejects.toThrow()
    delete processes.two
    await client.query('rollback')
  })
  expect(await made()).toHaveLength(0)
  expect((await add(await at('one'))).status).toBe(200)
  expect((await add(await at('two'))).status).toBe(200)
  expect(await made()).toHaveLength(1)
})

describe('a paper is read once, whatever happens to the process that reads it', () => {
  test.each([
    ['before it has taken the job', 'pgboss.job', "new.state = 'active'"],
    ['before what it understood is kept', 'public.order_import', "new.status = 'ready'"],
    ['before it has said that it is done', 'pgboss.job', "new.state = 'completed'"],
  ] as const)('killed %s', async (_when, table, moment) => {
    const gate = await closeGate(server, { table, moment })
    const [url, upload] = [await at('one'), demoOrderDocx()]
    const started = await coordinator.call(url, importsContract.importOrder, { name: 'Приказ.docx' }, { upload })
    expect(started.status).toBe(200)
    const { id } = started.body
    const waiting = await gate.waiter()
    await processes[waiting]?.kill()
    delete processes[waiting]
    await gate.open()
    // Two minutes later, as the queue counts them.
    await ask("update pgboss.job set started_on = started_on - interval '3 minutes' where state = 'active'")

    const survivor = await at(waiting === 'one' ? 'two' : 'one')
    const status = async () => (await coordinator.call(survivor, importsContract.loadImport, { id })).body.status
    await expect.poll(status, { timeout: 90_000, interval: 500 }).toBe('ready')
    await expect
      .poll(() => ask("select id from pgboss.job where state not in ('completed') and name not like '\\_\\_%'"), {
        timeout: 90_000,
        interval: 500,
      })
      .toEqual([])
    const traces = await ask("select id from audit_entry where action = 'import.read' and subject_id = $1", [id])
    expect(traces).toHaveLength(1)
    await at('one')
    await at('two')
  })
})
