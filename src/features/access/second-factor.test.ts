import { beforeEach, describe, expect, test } from 'vitest'
import { startTestApp } from '../../../test/harness/app.ts'
import { askHouse } from '../../../test/harness/ask-house.ts'
import { codeNow, draftOf, ruledTicket, ticketOf, withPhone } from '../../../test/harness/phones.ts'
import { PASSWORD, someone } from '../../../test/harness/someone.ts'
import { accessContract } from './contract.ts'
import { createInvitation } from './links.service.ts'
import { takeFactorOffByLogin } from './operator-links.service.ts'
import { secondFactorContract } from './second-factor-contract.ts'

const app = await startTestApp()
const { opora, as, district } = app
const own = (cookie: string) => ({ headers: { cookie: `opora=${cookie}` } })

beforeEach(async () => {
  await askHouse(opora, 'delete from rate_window')
})

async function whoIs(cookie: string) {
  return (await as('nobody').call(accessContract.loadMe, {}, own(cookie))).body.person?.id ?? null
}

function pass(ticket: string, code: string) {
  return as('nobody').call(secondFactorContract.passSecondFactor, { ticket, code })
}

describe('a code from the phone', () => {
  test('opens after the password, and the password alone opens nothing', async () => {
    const { login, secret } = await withPhone(app)
    const first = await as('nobody').call(accessContract.signIn, { login, password: PASSWORD })
    expect(first.body.next).toBe('code')
    app.clock.moveTo(new Date(app.clock.now().getTime() + 60_000))
    const passed = await pass(first.body.ticket ?? '', await codeNow(app, secret))
    expect([passed.status, passed.body]).toEqual([200, { recoveryCodesLeft: null }])
  })

  test.each([
    [-2, 422],
    [-1, 200],
    [0, 200],
    [1, 200],
    [2, 422],
  ])('%i half minutes away answers %i', async (steps, status) => {
    const { login, secret } = await withPhone(app)
    app.clock.moveTo(new Date(app.clock.now().getTime() + 120_000))
    expect((await pass(await ticketOf(app, login), await codeNow(app, secret, steps))).status).toBe(status)
  })

  test('opens once, even for five who bring it at the same moment', async () => {
    const { login, secret } = await withPhone(app)
    app.clock.moveTo(new Date(app.clock.now().getTime() + 60_000))
    const code = await codeNow(app, secret)
    const tickets = [await ticketOf(app, login), await ticketOf(app, login), await ticketOf(app, login)]
    const answers = await Promise.all(tickets.map((ticket) => pass(ticket, code)))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 422, 422])
  })

  test('is nothing without the ticket of a password, and a ticket opens once and not for long', async () => {
    const { login, codes } = await withPhone(app)
    expect((await pass('x'.repeat(43), codes[0] ?? '')).refusal.code).toBe('access.ticket-over')
    const ticket = await ticketOf(app, login)
    expect((await pass(ticket, codes[0] ?? '')).status).toBe(200)
    expect((await pass(ticket, codes[1] ?? '')).refusal.code).toBe('access.ticket-over')
    const late = await ticketOf(app, login)
    app.clock.moveTo(new Date(app.clock.now().getTime() + 11 * 60_000))
    expect((await pass(late, codes[1] ?? '')).refusal.code).toBe('access.ticket-over')
  })

  test('is tried five times a minute, then the person waits a minute and no longer', async () => {
    const { login, codes } = await withPhone(app)
    const ticket = await ticketOf(app, login)
    const tries = []
    for (let count = 0; count < 6; count++) tries.push((await pass(ticket, '000000')).status)
    expect(tries).toEqual([422, 422, 422, 422, 422, 429])
    await askHouse(opora, "update rate_window set began_at = began_at - interval '61 seconds'")
    expect((await pass(ticket, codes[0] ?? '')).status).toBe(200)
  })
})

describe('codes on paper', () => {
  test('there are ten; each opens once, however it is typed', async () => {
    const { login, codes } = await withPhone(app)
    expect(new Set(codes).size).toBe(10)
    const typed = ` ${codes[3]?.toLowerCase().replaceAll('-', ' ')} `
    expect((await pass(await ticketOf(app, login), typed)).body).toEqual({ recoveryCodesLeft: 9 })
    expect((await pass(await ticketOf(app, login), typed)).refusal.code).toBe('access.code-wrong')
  })

  test('nothing in the database tells the secret or a code', async () => {
    const { id, secret, codes } = await withPhone(app)
    for (const table of ['second_factor', 'second_factor_draft', 'recovery_code', 'idempotency_key', 'audit_entry']) {
      const rows = JSON.stringify(await askHouse(opora, `select * from ${table}`))
      for (const word of [secret, ...codes, ...codes.map((code) => code.replaceAll('-', ''))]) {
        expect(rows.includes(word)).toBe(false)
      }
    }
    expect(id).not.toBe('')
  })
})

describe('a phone', () => {
  test('is set up by whoever knows the password, and changed only with a code of the old one', async () => {
    const { cookie, codes } = await withPhone(app)
    const wrong = { password: 'не тот пароль совсем' }
    expect((await as('nobody').call(secondFactorContract.draftSecondFactor, wrong, own(cookie))).status).toBe(422)
    const without = await as('nobody').call(secondFactorContract.draftSecondFactor, { password: PASSWORD }, own(cookie))
    expect(without.refusal.code).toBe('access.code-needed')
    const given = { password: PASSWORD, code: codes[0] ?? '' }
    expect((await as('nobody').call(secondFactorContract.draftSecondFactor, given, own(cookie))).status).toBe(200)
  })

  test('ends the sessions that began without it and keeps this one', async () => {
    const person = await someone(app)
    const before = await askHouse<{ id: string }>(opora, 'select id from session where person_id = $1', [person.id])
    await as('nobody').call(accessContract.signIn, { login: person.login, password: PASSWORD })
    const { secret } = await draftOf(app, person.cookie)
    const code = await codeNow(app, secret)
    await as('nobody').call(secondFactorContract.setSecondFactor, { code }, own(person.cookie))
    const open = await askHouse(opora, 'select id from session where person_id = $1 and ended_at is null', [person.id])
    expect(open).toEqual(before)
  })

  test('cannot be walked round by a new link: the new password still asks for the code', async () => {
    const { id, login, codes } = await withPhone(app)
    const token = await opora.perform({ kind: 'operator' }, async (work) =>
      work.tokenOf(await createInvitation(work, 'invitation', id)),
    )
    const accepted = await as('nobody').call(accessContract.acceptLink, {
      token,
      login,
      password: 'новые слова для входа',
    })
    expect(accepted.body.next).toBe('code')
    expect((await pass(accepted.body.ticket ?? '', codes[0] ?? '')).status).toBe(200)
  })

  test('cannot be put in the place of another at signing in', async () => {
    const { login } = await withPhone(app)
    const ticket = await ticketOf(app, login)
    const draft = await as('nobody').call(secondFactorContract.draftAtSignIn, { ticket })
    expect(draft.refusal.code).toBe('access.factor-known')
    const set = await as('nobody').call(secondFactorContract.setAtSignIn, { ticket, code: '000000' })
    expect(set.refusal.code).toBe('access.factor-known')
  })

  test('that is lost is taken off by an administrator: its sessions end, and the password is enough again', async () => {
    const { id, login, cookie } = await withPhone(app)
    expect((await as('coordinator').call(secondFactorContract.takeSecondFactorOff, { id })).status).toBe(403)
    expect(await whoIs(cookie)).toBe(id)
    expect((await as('administrator').call(secondFactorContract.takeSecondFactorOff, { id })).status).toBe(200)
    expect(await whoIs(cookie)).toBeNull()
    const again = await as('nobody').call(accessContract.signIn, { login, password: PASSWORD })
    expect(again.body.next).toBe('in')
    const [trace] = await askHouse<{ person_id: string }>(
      opora,
      `select person_id from audit_entry where action = 'second-factor.taken-off' and subject_id = $1`,
      [id],
    )
    expect(trace?.person_id).toBe(district.people.administrator)
  })

  test('of whoever has nobody above is taken off at the terminal', async () => {
    const { id, login, cookie } = await withPhone(app)
    await opora.perform({ kind: 'operator' }, (work) => takeFactorOffByLogin(work, login))
    expect(await whoIs(cookie)).toBeNull()
    expect(id).not.toBe('')
  })
})

describe('where a rule asks for a second step', () => {
  test('whoever has none sets it up at the next sign-in and reaches nothing before', async () => {
    const ticket = await ruledTicket(app)
    const { body } = await as('nobody').call(secondFactorContract.draftAtSignIn, { ticket })
    const wrong = await as('nobody').call(secondFactorContract.setAtSignIn, { ticket, code: '000000' })
    expect(wrong.refusal.code).toBe('access.code-wrong')
    const code = await codeNow(app, body.secret)
    const set = await as('nobody').call(secondFactorContract.setAtSignIn, { ticket, code })
    expect([set.status, set.body.recoveryCodes.length]).toEqual([200, 10])
  })

  test('sessions that began without it open nothing, from that moment on and for a substitute as well', async () => {
    const organisationId = district.authority.id
    const early = await as('administrator').call(secondFactorContract.requireSecondFactor, { organisationId })
    expect(early.refusal.code).toBe('access.factor-first')
    const [curator, head] = [district.cookies.curator ?? '', district.cookies.head ?? '']
    await askHouse(opora, `insert into second_factor_rule (organisation_id, set_by, set_at) values ($1, $2, now())`, [
      organisationId,
      district.people.administrator,
    ])
    expect(await whoIs(head)).toBeNull()
    expect(await whoIs(curator)).toBe(district.people.curator)
    await askHouse(
      opora,
      `insert into substitution (id, absent_id, substitute_id, starts_on, ends_on) values ($1, $1, $2, '2024-01-01', '2025-01-01')`,
      [district.people.head, district.people.curator],
    )
    expect(await whoIs(curator)).toBeNull()
    await askHouse(opora, 'update session set second_factor = true')
    expect(await whoIs(head)).toBe(district.people.head)
  })
})

test('whoever guesses at a password from one address keeps nobody waiting at another', async () => {
  const { login } = await someone(app)
  const from = (address: string, password: string) =>
    opora.api.inject({
      method: 'POST',
      url: '/api/sessions',
      remoteAddress: address,
      headers: { origin: 'http://127.0.0.1:8310', host: '127.0.0.1:8310', 'content-type': 'application/json' },
      payload: JSON.stringify({ login, password }),
    })
  for (let count = 0; count < 5; count++) expect((await from('10.0.0.1', 'мимо мимо мимо')).statusCode).toBe(401)
  expect((await from('10.0.0.1', PASSWORD)).statusCode).toBe(429)
  expect((await from('10.0.0.2', PASSWORD)).statusCode).toBe(200)
  const kept = JSON.stringify(await askHouse(opora, 'select key from rate_window'))
  expect(kept.includes(login)).toBe(false)
})
