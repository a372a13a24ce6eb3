import { beforeEach, expect, test } from 'vitest'
import { startTestApp } from '../../../test/harness/app.ts'
import { askHouse } from '../../../test/harness/ask-house.ts'
import { codeNow, withPhone } from '../../../test/harness/phones.ts'
import { PASSWORD, someone } from '../../../test/harness/someone.ts'

const WRONG = 'мимо мимо мимо'

const app = await startTestApp()
const { opora } = app

beforeEach(() => askHouse(opora, 'delete from rate_window'))

/** A browser at an address of its own; it keeps what it is given to show that somebody has signed in there. */
function browserAt(address: string, mark?: string) {
  const browser = { mark }
  const post = async (path: string, body: object) => {
    const answer = await opora.api.inject({
      method: 'POST',
      url: `/api${path}`,
      remoteAddress: address,
      headers: { origin: 'http://127.0.0.1:8310', host: '127.0.0.1:8310', 'content-type': 'application/json' },
      ...(browser.mark && { cookies: { 'opora-device': browser.mark } }),
      payload: JSON.stringify(body),
    })
    browser.mark = answer.cookies.find(({ name }) => name === 'opora-device')?.value ?? browser.mark
    return answer
  }
  return {
    get mark() {
      return browser.mark
    },
    signIn: async (login: string, password: string) => (await post('/sessions', { login, password })).statusCode,
    ticket: async (login: string) => (await post('/sessions', { login, password: PASSWORD })).json().ticket,
    pass: async (ticket: string, code: string) => (await post('/sessions/second-step', { ticket, code })).statusCode,
  }
}

/** One stranger guesses, and as many more as the bound over all addresses allows. */
async function crowd(guess: (stranger: ReturnType<typeof browserAt>) => Promise<unknown>) {
  await guess(browserAt('10.1.0.1'))
  await askHouse(opora, "update rate_window set count = 60 where key not like '%:on%'")
}

/** A phone shows its next code. */
const later = () => app.clock.moveTo(new Date(app.clock.now().getTime() + 60_000))

test('strangers at many addresses keep nobody waiting on a device where she has signed in before', async () => {
  const { login } = await someone(app)
  const own = browserAt('10.0.0.1')
  expect(await own.signIn(login, PASSWORD)).toBe(200)
  await askHouse(opora, 'delete from rate_window')
  for (let place = 0; place < 12; place++) {
    const stranger = browserAt(`10.1.0.${place}`)
    for (let count = 0; count < 5; count++) expect(await stranger.signIn(login, WRONG)).toBe(401)
  }
  expect(await browserAt('10.0.0.2').signIn(login, PASSWORD)).toBe(429)
  expect(await own.signIn(login, PASSWORD)).toBe(200)
}, 60_000)

test('on a known device, too, five guesses a minute are all', async () => {
  const { login } = await someone(app)
  const own = browserAt('10.0.0.1')
  await own.signIn(login, PASSWORD)
  const tries: number[] = []
  for (let count = 0; count < 6; count++) tries.push(await own.signIn(login, WRONG))
  expect(tries).toEqual([401, 401, 401, 401, 401, 429])
})

test('many known devices together have one bound', async () => {
  const { login } = await someone(app)
  const [one, other] = [browserAt('10.0.0.1'), browserAt('10.0.0.2')]
  for (const each of [one, other]) await each.signIn(login, PASSWORD)
  expect(await one.signIn(login, WRONG)).toBe(401)
  await askHouse(opora, "update rate_window set count = 59 where key like '%:on-known'")
  expect([await one.signIn(login, PASSWORD), await other.signIn(login, PASSWORD)]).toEqual([200, 429])
})

test('a device that knows one account is a stranger to every other, and an invented mark is worth nothing', async () => {
  const [mine, other] = [await someone(app), await someone(app)]
  const own = browserAt('10.0.0.1')
  await own.signIn(mine.login, PASSWORD)
  await crowd((stranger) => stranger.signIn(other.login, WRONG))
  expect(await own.signIn(other.login, PASSWORD)).toBe(429)
  const [device] = (own.mark ?? '').split('.')
  expect(await browserAt('10.0.0.3', `${device}.${'A'.repeat(22)}`).signIn(other.login, PASSWORD)).toBe(429)
  expect(await browserAt('10.0.0.3', `${own.mark}x`).signIn(other.login, PASSWORD)).toBe(429)
})

test('four people at one computer are known there, each by herself', async () => {
  const shared = browserAt('10.0.0.1')
  const people = await Promise.all(Array.from({ length: 4 }, () => someone(app)))
  for (const { login } of people) expect(await shared.signIn(login, PASSWORD)).toBe(200)
  for (const { login } of people) await browserAt('10.1.0.1').signIn(login, WRONG)
  await crowd((stranger) => stranger.signIn('nobody', WRONG))
  for (const { login } of people) expect(await shared.signIn(login, PASSWORD)).toBe(200)
})

test('a password alone, before the second step, makes no device known; the second step does', async () => {
  const { login, secret } = await withPhone(app)
  later()
  const own = browserAt('10.0.0.1')
  const ticket = await own.ticket(login)
  expect(own.mark).toBeUndefined()
  expect(await own.pass(ticket, await codeNow(app, secret))).toBe(200)
  expect(own.mark).toBeDefined()
})

test('who knows the password and tries codes at many addresses keeps the known device of its owner open', async () => {
  const { login, secret } = await withPhone(app)
  later()
  const own = browserAt('10.0.0.1')
  await own.pass(await own.ticket(login), await codeNow(app, secret))
  await askHouse(opora, 'delete from rate_window')
  const thief = await browserAt('10.4.0.1').ticket(login)
  await crowd((stranger) => stranger.pass(thief, '000000'))
  later()
  expect(await browserAt('10.0.0.2').pass(thief, await codeNow(app, secret))).toBe(429)
  expect(await own.pass(await own.ticket(login), await codeNow(app, secret))).toBe(200)
})

test('nothing that is kept or left in the browser says whose account it was', async () => {
  const { login } = await someone(app)
  const own = browserAt('10.0.0.1')
  await own.signIn(login, PASSWORD)
  expect(own.mark?.includes(login)).toBe(false)
  expect(JSON.stringify(await askHouse(opora, 'select key from rate_window')).includes(login)).toBe(false)
})
