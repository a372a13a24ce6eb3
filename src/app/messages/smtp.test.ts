import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ORIGIN, startTestApp } from '../../../test/harness/app.ts'
import { askHouse } from '../../../test/harness/ask-house.ts'
import type { Visitor } from '../../../test/harness/district.ts'
import { type MailServer, startMailServer } from '../../../test/harness/mail-server.ts'
import { giveAddress } from '../../../test/harness/message-changes.ts'
import { messagesContract } from '../../features/messages/contract.ts'
import { mailContract } from '../../features/messages/mail-contract.ts'
import { putMail, takeMail } from '../../features/messages/outbox.service.ts'
import { deliverMail } from './deliver-mail.ts'

const PASSWORD = 'шесть слов и Пробел'
const app = await startTestApp({ now: '2024-04-24T02:30:00Z' })
let server: MailServer
let letters = 0

beforeAll(async () => {
  await giveAddress(app, 'chief', 'chief@region.example')
  server = await startMailServer({ password: PASSWORD })
  // While no server is set, whoever chooses letters is told that none leaves; a school reads no other setting of it.
  expect(await isServerSet('director')).toBe(false)
  expect((await setServer({ port: server.port, password: PASSWORD })).status).toBe(200)
})
afterAll(() => server.stop())

const mail = async () => (await app.as('chief').call(mailContract.loadMail, {})).body
const isServerSet = async (visitor: Visitor) =>
  (await app.as(visitor).call(messagesContract.loadLetters, {})).body.isServerSet
const send = () => deliverMail(app.opora.perform, ORIGIN)

async function setServer(part: { host?: string; port?: number; password?: string | null }) {
  const { hasPassword: _, ...settings } = (await mail()).settings
  const wanted = {
    way: 'smtp',
    host: '127.0.0.1',
    security: 'none',
    login: 'opora',
    fromAddress: 'opora@office.example',
  }
  return app
    .as('chief')
    .call(mailContract.changeMailSettings, { ...settings, ...Object(wanted), password: null, ...part })
}

/** A letter that the queue has not seen: the test sends it. */
async function write(to = 'anna@school.example'): Promise<string> {
  const id = await app.opora.perform({ kind: 'operator' }, (work) =>
    putMail(
      { ...work, enqueue: async () => undefined },
      {
        ...{ personId: app.district.people.director, kind: 'digest', period: `letter ${++letters}`, toAddress: to },
        ...{ subject: 'Опора: сводка', body: `Здравствуйте ${letters}` },
      },
    ),
  )
  return id ?? ''
}

const stateOf = async (id: string) =>
  (
    await askHouse<{ status: string; fault: string | null; tries: number }>(
      app.opora,
      'select status, fault, tries from mail where id = $1',
      [id],
    )
  )[0]

/** The clock passes the longest pause. */
const later = () => app.clock.moveTo(new Date(app.clock.now().getTime() + 5 * 3600_000))

describe('by a mail server', () => {
  test('whoever chooses letters is no longer told that they stay in the house', async () => {
    expect(await isServerSet('director')).toBe(true)
  })

  test('a letter arrives once, from the address that was set', async () => {
    const id = await write()
    await Promise.all([send(), send(), send()])
    await send()
    expect(await stateOf(id)).toEqual({ status: 'sent', fault: null, tries: 1 })
    expect(server.received).toMatchObject([
      { from: 'opora@office.example', to: ['anna@school.example'], text: 'Здравствуйте 1' },
    ])
    expect(server.received[0]?.messageId).toContain(id)
  })

  test('the test goes to whoever presses it', async () => {
    const { body } = await app.as('chief').call(mailContract.testMail, {})
    await expect.poll(async () => (await stateOf(body.id))?.status).toBe('sent')
    expect(server.received.at(-1)?.to).toEqual(['chief@region.example'])
  })
})

describe('trouble is said, and nothing is lost or sent twice', () => {
  test('while the server is down letters wait with growing pauses, and the administrator reads why', async () => {
    const { port } = server
    await server.stop()
    const ids = [await write(), await write()]
    for (let round = 0; round < 3; round++) {
      await send()
      await send()
      later()
    }
    expect((await stateOf(ids[0] ?? ''))?.status).toBe('waiting')
    const view = await mail()
    expect(view).toMatchObject({ warning: 'waiting', waiting: 2, fault: { fault: 'no-connection' } })
    const told = await app.as('chief').call(mailContract.loadMailWarning, {})
    expect(told.body).toEqual({ warning: 'waiting', waiting: 2, keeper: null })

    server = await startMailServer({ port, password: PASSWORD })
    later()
    await send()
    await send()
    expect(server.received.map(({ text }) => text).sort()).toEqual(['Здравствуйте 2', 'Здравствуйте 3'])
    expect((await mail()).warning).toBe('none')
  })

  test('once a test has left, whatever waits leaves at once, each once', async () => {
    const { port } = server
    await server.stop()
    const ids = [await write(), await write()]
    await send()
    later()
    await send()
    expect(await stateOf(ids[0] ?? '')).toMatchObject({ status: 'waiting', fault: 'no-connection' })

    server = await startMailServer({ port, password: PASSWORD })
    const { body } = await app.as('chief').call(mailContract.testMail, {})
    await Promise.all([send(), send()])
    for (const id of [body.id, ...ids]) await expect.poll(async () => (await stateOf(id))?.status).toBe('sent')
    expect(server.received.map(({ to }) => to[0]).sort()).toEqual([
      'anna@school.example',
      'anna@school.example',
      'chief@region.example',
    ])
  })

  test.each([
    ['busy', 'waiting', 'later'],
    ['knows-nobody', 'refused', 'recipient-refused'],
    ['dislikes-letters', 'refused', 'letter-refused'],
  ] as const)('a server that is %s', async (mood, status, fault) => {
    server.mood = mood
    const id = await write()
    await send()
    expect(await stateOf(id)).toMatchObject({ status, fault })
    server.mood = 'kind'
    const before = server.received.length
    later()
    await send()
    expect(server.received.length - before).toBe(status === 'waiting' ? 1 : 0)
    await askHouse(app.opora, 'delete from mail where id = $1', [id])
  })

  test('of a connection that broke before the answer nobody knows: it is not repeated by itself', async () => {
    server.mood = 'gone'
    const { port } = server
    const id = await write()
    await send()
    expect(await stateOf(id)).toMatchObject({ status: 'unclear', fault: 'broken-off' })
    await server.stop()
    server = await startMailServer({ port, password: PASSWORD })
    later()
    await send()
    expect(server.received).toEqual([])
    expect((await mail()).warning).toBe('refused')

    expect((await app.as('chief').call(mailContract.sendMailAgain, { id: Object(id).valueOf() })).status).toBe(200)
    await send()
    await expect.poll(async () => (await stateOf(id))?.status).toBe('sent')
    expect(server.received).toHaveLength(1)
  })

  test('a wrong password is named, and the right one sends what waited', async () => {
    await setServer({ port: server.port, password: 'не тот' })
    const id = await write()
    await send()
    await expect.poll(() => stateOf(id)).toMatchObject({ status: 'waiting', fault: 'login-refused' })
    await setServer({ port: server.port, password: PASSWORD })
    await expect.poll(async () => (await stateOf(id))?.status).toBe('sent')
  })

  test.each([
    ['smtp.no-such-host.invalid', 'no-such-host'],
    ['169.254.169.254', 'forbidden-host'],
    ['100.100.100.200', 'forbidden-host'],
    ['::ffff:169.254.169.254', 'forbidden-host'],
    ['fd00:ec2::254', 'forbidden-host'],
    ['fe80::1', 'forbidden-host'],
    ['0.0.0.0', 'forbidden-host'],
  ])('%s is not spoken to', async (host, fault) => {
    await setServer({ host, password: PASSWORD })
    const id = await write()
    await send()
    await expect.poll(() => stateOf(id)).toMatchObject({ status: 'waiting', fault })
    await askHouse(app.opora, 'delete from mail where id = $1', [id])
    await setServer({ port: server.port, password: PASSWORD })
  })
})

test('a test is tried before the letters that have long been waiting', async () => {
  const taken = await app.opora.perform({ kind: 'operator' }, async (work) => {
    const quiet = { ...work, enqueue: async () => undefined }
    const personId = app.district.people.director
    const letter = { personId, period: 'in turn', toAddress: 'anna@school.example', subject: 'Опора', body: 'Проверка' }
    await putMail({ ...quiet, now: new Date(work.now.getTime() - 3600_000) }, { ...letter, kind: 'digest' })
    await putMail(quiet, { ...letter, kind: 'test' })
    return [(await takeMail(work))?.kind, (await takeMail(work))?.kind]
  })
  expect(taken).toEqual(['test', 'digest'])
})

describe('the password of the server', () => {
  test('lies sealed, is never shown, and is not carried to another server', async () => {
    const [row] = await askHouse<{ sealed_password: string }>(app.opora, 'select sealed_password from mail_setting')
    expect(row?.sealed_password.length).toBeGreaterThan(20)
    const { raw } = await app.as('chief').call(mailContract.loadMail, {})
    const traces = await askHouse<{ text: string }>(
      app.opora,
      `select coalesce(before, '') || coalesce(after, '') as text from audit_value`,
    )
    for (const text of [raw.toString(), row?.sealed_password ?? '', ...traces.map((one) => one.text)]) {
      expect(text).not.toContain(PASSWORD)
      expect(text).not.toContain(row?.sealed_password === text ? PASSWORD : (row?.sealed_password ?? PASSWORD))
    }
    await setServer({ host: 'localhost', port: server.port })
    expect((await mail()).settings.hasPassword).toBe(false)
  })

  test('and the outbox are the business of the administrator above all', async () => {
    const { status, refusal } = await app.as('administrator').call(mailContract.loadMail, {})
    expect([status, refusal.code]).toEqual([403, 'mail.not-yours'])
  })
})

test('in the first seconds the mail is the administrator’s already, and a change does not wait for the house', async () => {
  await askHouse(app.opora, 'delete from mail_setting')
  expect((await mail()).settings).toMatchObject({ way: 'file', port: 465, rowVersion: 1 })
  expect((await app.as('administrator').call(mailContract.loadMail, {})).refusal.code).toBe('mail.not-yours')
  expect((await setServer({ port: server.port })).status).toBe(200)
  expect((await mail()).settings).toMatchObject({ way: 'smtp', port: server.port, rowVersion: 2 })
  expect(await askHouse(app.opora, 'select id from mail_setting')).toHaveLength(1)
})
