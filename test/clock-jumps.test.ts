import { beforeEach, describe, expect, test } from 'vitest'
import { sealAll } from '../src/app/sealing.ts'
import { accessContract } from '../src/features/access/contract.ts'
import { journalContract } from '../src/features/access/journal-contract.ts'
import { secondFactorContract } from '../src/features/access/second-factor-contract.ts'
import { assignmentsContract } from '../src/features/assignments/contract.ts'
import { verifyAudit } from '../src/features/audit/verify.service.ts'
import { upkeepContract } from '../src/features/upkeep/contract.ts'
import { settleKeeping } from '../src/features/upkeep/keeping.service.ts'
import { askForBackup, askWhenDue } from '../src/features/upkeep/runs.service.ts'
import type { Work } from '../src/server/work.ts'
import { startTestApp } from './harness/app.ts'
import { askHouse } from './harness/ask-house.ts'
import { codeNow, givePhone, ticketOf, withPhone } from './harness/phones.ts'
import { planYear, spring } from './harness/planned-year.ts'
import { PASSWORD, someone } from './harness/someone.ts'

const HOUR = 3_600_000
const MONTH = 31 * 24 * HOUR
const NOW = new Date('2024-02-14T06:00:00Z')

const app = await startTestApp()
const { opora, as, district, clock } = app
const year = await planYear(app)
const own = (cookie: string) => ({ headers: { cookie: `opora=${cookie}` } })
const jobOf = <T>(call: (work: Work) => Promise<T>) => opora.perform({ kind: 'job', name: 'test' }, call)

/** The clock of the server stands so far from the right time. */
function jump(milliseconds: number) {
  clock.moveTo(new Date(NOW.getTime() + milliseconds))
}

beforeEach(async () => {
  jump(0)
  await askHouse(opora, 'delete from rate_window')
})

describe.each([
  ['an hour ahead', HOUR],
  ['an hour behind', -HOUR],
  ['a month ahead', MONTH],
  ['a month behind', -MONTH],
])('a clock that is %s', (_which, away) => {
  test('shuts nobody out: the password opens, during it and after it', async () => {
    const { login, cookie } = await someone(app)
    jump(away)
    expect((await as('nobody').call(accessContract.signIn, { login, password: PASSWORD })).body.next).toBe('in')
    jump(0)
    expect((await as('nobody').call(accessContract.loadMe, {}, own(cookie))).body.person?.name).toBe('Ольга Заречная')
    expect((await as('nobody').call(accessContract.signIn, { login, password: PASSWORD })).body.next).toBe('in')
  })

  test('shuts no phone out once it is right again, and opens no code twice', async () => {
    const { login, secret } = await withPhone(app)
    const pass = async () =>
      as('nobody').call(secondFactorContract.passSecondFactor, {
        ticket: await ticketOf(app, login),
        code: await codeNow(app, secret),
      })
    jump(away + 120_000)
    const during = await pass()
    // A phone that is behind what it showed before waits; the codes on paper are for that.
    expect(during.status).toBe(away > 0 ? 200 : during.status)
    jump(240_000)
    expect((await pass()).status).toBe(200)
    expect((await pass()).refusal.code).toBe('access.code-used')
  })

  test('loses no deadline: each cell is again what it was, and what was handed in meanwhile is there', async () => {
    const key = { activityId: year.activities['1.2'] ?? '', organisationId: district.schools[1]?.id ?? '' }
    const matrix = async () =>
      (await as('coordinator').call(assignmentsContract.loadMatrix, { programmeId: year.programmeId })).body
    const before = await matrix()
    jump(away)
    await askHouse(opora, "update session set expires_at = '2100-01-01'")
    expect((await as('coordinator').call(assignmentsContract.loadToday, {})).status).toBe(200)
    const proof = { form: 'words' as const, note: `Провели, часы ${away}` }
    const recorded = await as('neighbour').call(assignmentsContract.recordProof, {
      ...{ ...key, window: spring, proof, onBehalf: null },
    })
    jump(0)
    expect(recorded.status).toBe(200)
    const cell = (await as('neighbour').call(assignmentsContract.loadCell, key)).body
    expect(JSON.stringify(cell)).toContain(proof.note)
    const { boards } = await matrix()
    expect(boards).toEqual(before.boards)
  })

  test('leaves an audit that verifies, and a journal in which every deed is found once', async () => {
    const { cookie } = await someone(app)
    const rename = (current: string, next: string) =>
      as('nobody').call(accessContract.changePassword, { current, next }, own(cookie))
    jump(away)
    const given = await rename(PASSWORD, 'совсем другие слова здесь')
    expect(given.status).toBe(200)
    jump(0)
    await sealEverything()
    expect(await jobOf(verifyAudit)).toMatchObject({ broken: [] })
    await givePhone(app, 'administrator')
    const ids: string[] = []
    for (let before: string | undefined; ; ) {
      const { body } = await as('administrator').call(journalContract.listJournal, before ? { before } : {})
      ids.push(...body.entries.map(({ id }) => id))
      if (!body.next) break
      before = body.next
    }
    expect(new Set(ids).size).toBe(ids.length)
  })
})

describe('a clock that ran a month ahead and was put right', () => {
  test('keeps nobody waiting who was counted meanwhile', async () => {
    const { login } = await someone(app)
    const enter = () => as('nobody').call(accessContract.signIn, { login, password: PASSWORD })
    for (let tries = 0; tries < 5; tries++) await enter()
    expect((await enter()).status).toBe(429)
    await askHouse(opora, "update rate_window set began_at = began_at + interval '31 days'")
    expect((await enter()).status).toBe(200)
  })

  test('makes the copy of the next night all the same', async () => {
    const copies = async () => (await as('chief').call(upkeepContract.loadBackups, {})).body
    const look = () =>
      jobOf(async (work) => {
        const keeping = await settleKeeping(work)
        if (keeping) await askWhenDue(work, keeping)
      })
    jump(MONTH)
    await look()
    await expect.poll(async () => (await copies()).underWay, { timeout: 15_000 }).toBeNull()
    jump(17 * HOUR)
    await look()
    await expect.poll(async () => (await copies()).copies.length, { timeout: 15_000 }).toBe(2)
  })

  test('does at once what was left to do meanwhile, and waits on with what has a day of its own', async () => {
    const runId = await jobOf(async (work) => {
      const keeping = await settleKeeping(work)
      const id = keeping && (await askForBackup(work, keeping, 'by-hand'))
      await work.enqueue('organisations.come-into-force', {
        organisationId: district.authority.id,
        notBefore: '2100-01-01T00:00:00Z',
      })
      await leftAMonthAhead(work)
      return id
    })
    await expect
      .poll(() => askHouse(opora, "select id from backup_run where id = $1 and status = 'done'", [runId]), {
        timeout: 40_000,
      })
      .toHaveLength(1)
    const waiting = await askHouse(
      opora,
      "select id from pgboss.job where name = 'organisations.come-into-force' and state = 'created' and start_after > '2099-01-01'",
    )
    expect(waiting).toHaveLength(1)
  }, 60_000)
})

/** As the queue keeps what was put in by a database whose clock stood a month from now. */
async function leftAMonthAhead({ db }: Work) {
  await db.execute(`update pgboss.job set created_on = created_on + interval '31 days',
    start_after = start_after + case when data->>'notBefore' is null then interval '31 days' else interval '0' end
    where state = 'created'`)
}

async function sealEverything() {
  for (let tries = 0; tries < 100; tries++) {
    await sealAll(opora.perform)
    if ((await jobOf(verifyAudit)).unsealed === 0) return
    await new Promise((later) => setTimeout(later, 100))
  }
  throw new Error('the horizon never moved')
}
