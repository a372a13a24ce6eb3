import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { startTestApp } from '../../../test/harness/app.ts'
import type { Visitor } from '../../../test/harness/district.ts'
import { autumn, type PlannedYear, planYear, spring } from '../../../test/harness/planned-year.ts'
import { day } from '../../kernel/day.ts'
import type { ActivityId } from '../../kernel/id.ts'
import { assignmentsContract as contract } from './contract.ts'

const app = await startTestApp({ now: '2024-03-15T06:00:00Z' })
const { district } = app
let year: PlannedYear

beforeAll(async () => {
  year = await planYear(app)
})

const event = { form: 'outside-event' as const, heldOn: day(2024, 3, 12), tookPart: 'Директор и два учителя' }
const school = (index: number) => {
  const found = district.schools[index]
  if (!found) throw new Error('no such school')
  return found.id
}
const webinars = (index = 0) => ({ activityId: activity('1.2'), organisationId: school(index) })
function activity(number: string): ActivityId {
  const id = year.activities[number]
  if (!id) throw new Error(number)
  return id
}
const cellAs = async (visitor: Visitor, cell = webinars()) => app.as(visitor).call(contract.loadCell, cell)

describe('a school does its part', () => {
  test('its cell says what is asked, by when, and what it may do', async () => {
    const { body } = await cellAs('director')
    expect(body.state).toBe('open')
    expect(body.authorityId).toBe(app.district.authority.id)
    expect(body.asked.periodText).toBe('Февраль – апрель, сентябрь – ноябрь 2024 года')
    expect(body.windows.map((one) => [one.state, one.dueOn])).toEqual([
      ['open', '2024-04-27'],
      ['ahead', '2024-11-29'],
    ])
    expect(body.windows[0]?.missing).toEqual(['proof', 'submission', 'acceptance'])
    expect(body.windows[0]?.may).toEqual({
      record: true,
      submit: false,
      accept: false,
      return: false,
      askMove: true,
    })
    expect(body.may).toMatchObject({ recordOnBehalf: false, release: false, exempt: false })
  })

  test('it cannot hand in what nothing proves', async () => {
    const { status, refusal } = await app.as('director').call(contract.submit, { ...webinars(), window: spring })
    expect([status, refusal.code]).toEqual([422, 'assignment.nothing-proves-it'])
  })

  test('what has not been held yet proves nothing', async () => {
    const proof = { ...event, heldOn: day(2024, 3, 16) }
    const given = { ...webinars(), window: spring, proof }
    const { status, refusal } = await app.as('director').call(contract.recordProof, given)
    expect([status, refusal.code]).toEqual([422, 'assignment.held-in-future'])
    expect((await cellAs('director')).body.windows[0]?.proofs).toEqual([])
  })

  test('an outside event in one line proves it, and the window is handed in once', async () => {
    const given = { ...webinars(), window: spring }
    const recorded = await app.as('director').call(contract.recordProof, { ...given, proof: event })
    expect(recorded.body.windows[0]).toMatchObject({ state: 'open', missing: ['submission', 'acceptance'] })

    const submitted = await app.as('deputy').call(contract.submit, { ...given, note: 'Проведено' })
    expect(submitted.body.state).toBe('waiting')
    const again = await app.as('director').call(contract.submit, given)
    expect([again.status, again.refusal.code]).toEqual([409, 'assignment.waiting-already'])
  })

  test('the coordinator returns it with a comment, and the attempt is kept beside the next one', async () => {
    const before = (await cellAs('coordinator')).body
    const waiting = before.windows[0]?.attempts[0]
    if (!waiting) throw new Error('nothing waits')
    expect(before.windows[0]?.may).toMatchObject({ accept: true, return: true })

    const empty = await app.as('coordinator').call(contract.returnSubmission, { ...waiting, comment: '' } as never)
    expect(empty.status).toBe(400)
    const { id, rowVersion } = waiting
    const returned = await app
      .as('coordinator')
      .call(contract.returnSubmission, { id, rowVersion, comment: 'Приложите список участников' })
    expect(returned.body.state).toBe('returned')
    const twice = await app.as('curator').call(contract.accept, { id, rowVersion })
    expect([twice.status, twice.refusal.code]).toEqual([412, 'assignment.changed-meanwhile'])

    const seen = (await cellAs('director')).body.windows[0]
    expect(seen?.attempts[0]).toMatchObject({ status: 'returned', comment: 'Приложите список участников' })
    expect(seen?.attempts[0]?.decidedBy).toEqual({ side: 'authority', name: null, insteadOf: null })

    const next = await app.as('director').call(contract.submit, { ...webinars(), window: spring })
    expect(next.body.windows[0]?.attempts.map((one) => [one.attempt, one.status])).toEqual([
      [1, 'returned'],
      [2, 'waiting'],
    ])
  })

  test('a curator may accept; then the school adds nothing more to that window', async () => {
    const last = (await cellAs('curator')).body.windows[0]?.attempts.at(-1)
    if (!last) throw new Error('nothing waits')
    const { id, rowVersion } = last
    const [one, two] = await Promise.all([
      app.as('curator').call(contract.accept, { id, rowVersion }),
      app.as('coordinator').call(contract.accept, { id, rowVersion }),
    ])
    expect([one.status, two.status].sort()).toEqual([200, 412])
    expect((await cellAs('director')).body.windows.map((window) => window.state)).toEqual(['accepted', 'ahead'])

    const more = await app.as('director').call(contract.recordProof, { ...webinars(), window: spring, proof: event })
    expect([more.status, more.refusal.code]).toEqual([409, 'assignment.accepted-already'])
  })
})

describe('the coordinator writes for a school', () => {
  const cell = () => webinars(2)

  test('she says how the school told her', async () => {
    const { status, refusal } = await app
      .as('coordinator')
      .call(contract.recordProof, { ...cell(), window: spring, proof: event })
    expect([status, refusal.code]).toEqual([400, 'assignment.say-how-told'])
  })

  test('what she records is accepted at once, and shown as written for the school', async () => {
    const { body } = await app
      .as('coordinator')
      .call(contract.recordProof, { ...cell(), window: spring, proof: event, onBehalf: 'letter' })
    expect(body.windows[0]).toMatchObject({ state: 'accepted', missing: [] })
    expect(body.windows[0]?.proofs[0]).toMatchObject({ onBehalf: 'letter', recordedBy: { side: 'authority' } })
  })

  test('an acceptance that was a mistake is taken back, and so is its proof', async () => {
    const window = (await cellAs('coordinator', cell())).body.windows[0]
    const [attempt, proof] = [window?.attempts[0], window?.proofs[0]]
    if (!attempt || !proof) throw new Error('nothing was recorded')
    const early = await app.as('coordinator').call(contract.withdrawProof, proof)
    expect(early.status).toBe(400)
    const named = { id: proof.id, rowVersion: proof.rowVersion }
    expect((await app.as('coordinator').call(contract.withdrawProof, named)).refusal.code).toBe(
      'assignment.accepted-already',
    )
    const back = { id: attempt.id, rowVersion: attempt.rowVersion, comment: 'Не та школа' }
    await app.as('coordinator').call(contract.returnSubmission, back)
    const after = await app.as('coordinator').call(contract.withdrawProof, named)
    expect(after.body.windows[0]).toMatchObject({ state: 'returned', missing: ['proof', 'submission', 'acceptance'] })
    expect(after.body.windows[0]?.proofs[0]?.withdrawnAt).not.toBeNull()
    expect((await app.as('coordinator').call(contract.withdrawProof, named)).status).toBe(412)
  })

  test('the authority’s own part needs no teller and waits for nobody’s acceptance', async () => {
    const own = { activityId: activity('1.1'), organisationId: district.authority.id }
    const window = { start: day(2024, 2, 1), end: day(2024, 2, 29) }
    const proof = { form: 'words' as const, note: 'Письмо в министерство отправлено' }
    const told = await app.as('coordinator').call(contract.recordProof, { ...own, window, proof, onBehalf: 'call' })
    expect(told.refusal.code).toBe('assignment.own-needs-no-teller')
    const { body } = await app.as('coordinator').call(contract.recordProof, { ...own, window, proof })
    expect(body.state).toBe('accepted')
  })

  test('a file is kept as the school’s own, and a director may open it', async () => {
    const upload = Buffer.from('%PDF-1.4 a scan')
    const input = {
      ...webinars(4),
      windowStart: spring.start,
      windowEnd: spring.end,
      form: 'photo' as const,
      name: 'Протокол.pdf',
      onBehalf: 'photo' as const,
    }
    const { body, status } = await app.as('coordinator').call(contract.recordProofFile, input, { upload })
    expect(status).toBe(200)
    expect(body.windows[0]?.proofs[0]?.file).toMatchObject({ name: 'Протокол.pdf', size: upload.length })
    const empty = await app.as('coordinator').call(contract.recordProofFile, input, { upload: Buffer.alloc(0) })
    expect([empty.status, empty.refusal.code]).toEqual([400, 'file.empty'])
  })
})

describe('neighbours and strangers', () => {
  test.each<[Visitor, number]>([
    ['neighbour', 404],
    ['stranger', 404],
    ['teacher', 403],
    ['nobody', 401],
    ['observer', 200],
    ['methodist', 200],
  ])('%s gets %i for the cell of the first school', async (visitor, status) => {
    expect((await cellAs(visitor)).status).toBe(status)
  })

  test('a director does not look into the authority’s cell, nor act for a neighbour', async () => {
    const own = { activityId: activity('1.1'), organisationId: district.authority.id }
    expect((await cellAs('director', own)).status).toBe(404)
    const given = { ...webinars(1), window: spring, proof: event }
    expect((await app.as('director').call(contract.recordProof, given)).status).toBe(404)
    expect((await app.as('observer').call(contract.recordProof, given)).status).toBe(403)
  })

  test('a foreign submission and a foreign proof are missing', async () => {
    const window = (await cellAs('coordinator')).body.windows[0]
    const [attempt, proof] = [window?.attempts[0], window?.proofs[0]]
    if (!attempt || !proof) throw new Error('nothing was recorded')
    expect((await app.as('stranger').call(contract.accept, { id: attempt.id, rowVersion: 1 })).status).toBe(404)
    expect((await app.as('neighbour').call(contract.withdrawProof, { id: proof.id, rowVersion: 1 })).status).toBe(404)
  })

  test('a window that the activity does not have is refused, and so are unknown fields', async () => {
    const window = { start: day(2024, 5, 1), end: day(2024, 5, 31) }
    const unknown = await app.as('director').call(contract.recordProof, { ...webinars(), window, proof: event })
    expect([unknown.status, unknown.refusal.code]).toEqual([409, 'assignment.window-unknown'])
    const evil = { form: 'link' as const, url: 'javascript:alert(1)' }
    expect((await app.as('director').call(contract.recordProof, { ...webinars(), window, proof: evil })).status).toBe(
      400,
    )
  })

  test('a row that only informs takes no proof', async () => {
    const informed = { activityId: activity('1.1'), organisationId: school(0) }
    const { body } = await cellAs('director', informed)
    expect([body.part, body.windows]).toEqual(['is-informed', []])
    const given = { ...informed, window: spring, proof: event }
    expect((await app.as('director').call(contract.recordProof, given)).refusal.code).toBe('assignment.nothing-asked')
  })
})

test('the same click twice is one proof', async () => {
  const key = 'one-click-of-the-director'
  const given = { ...webinars(), window: autumn, proof: event }
  const first = await app.as('director').call(contract.recordProof, given, { key })
  const second = await app.as('director').call(contract.recordProof, given, { key })
  expect(second.body).toEqual(first.body)
  expect((await cellAs('director')).body.windows[1]?.proofs).toHaveLength(1)
})

test('every change left its trace', async () => {
  const { rows } = await app.opora.perform({ kind: 'operator' }, ({ db }) =>
    db.execute<{ action: string }>(sql`select distinct action from audit_entry where action ~ '^(proof|submission)'`),
  )
  expect(rows.map((one) => one.action).sort()).toEqual([
    'proof.recorded',
    'proof.withdrawn',
    'submission.accepted',
    'submission.accepted-at-once',
    'submission.made',
    'submission.returned',
  ])
})
