import pg from 'pg'
import { beforeEach, expect, test } from 'vitest'
import { startTestApp } from '../../../test/harness/app.ts'
import { askHouse } from '../../../test/harness/ask-house.ts'
import { NO_WINDOW, type PlannedYear, planYear, spring } from '../../../test/harness/planned-year.ts'
import { day } from '../../kernel/day.ts'
import { assignmentsContract as contract } from './contract.ts'

const app = await startTestApp({ now: '2024-03-15T06:00:00Z' })
const organisationId = app.district.schools[0]?.id ?? ''
const event = { form: 'outside-event' as const, heldOn: day(2024, 3, 12), tookPart: 'Директор и два учителя' }
const order = ['1.2', '2.1', '3.3'] as const
let projects = 0
let year: PlannedYear

/** One event that proves three rows, recorded by the school. */
beforeEach(async () => {
  year = await planYear(app, { title: `Проект ${++projects}` })
  const also = [placeOf('2.1'), placeOf('3.3')].map((one) => ({ ...one, window: NO_WINDOW, version: 0 }))
  const { status } = await app
    .as('director')
    .call(contract.recordProof, { ...cellOf('1.2'), window: spring, proof: event, also })
  expect(status).toBe(200)
})

const placeOf = (number: string) => ({ activityId: year.activities[number] ?? '' })
const cellOf = (number: string) => ({ ...placeOf(number), organisationId })
const cellAs = async (number: string) => (await app.as('director').call(contract.loadCell, cellOf(number))).body
const states = () => Promise.all(order.map(async (number) => (await cellAs(number)).windows[0]?.state))

async function proof(number = '1.2') {
  const [found] = (await cellAs(number)).windows[0]?.proofs ?? []
  if (!found) throw new Error('no proof')
  return { id: found.id, rowVersion: found.rowVersion }
}

async function attempts(): Promise<number> {
  const [{ n } = { n: 0 }] = await askHouse<{ n: number }>(
    app.opora,
    'select count(*)::int as n from submission where activity_id = any($1::uuid[])',
    [Object.values(year.activities)],
  )
  return n
}

test('one press hands in every row that the event proves, and each is answered by itself', async () => {
  const { status, body } = await app.as('director').call(contract.submitShared, await proof())
  expect([status, body.asked.number, body.windows[0]?.state]).toEqual([200, '1.2', 'waiting'])
  expect(await states()).toEqual(['waiting', 'waiting', 'waiting'])
  const attempt = (await cellAs('2.1')).windows[0]?.attempts[0]
  if (!attempt) throw new Error('it was handed in')
  const back = { id: attempt.id, rowVersion: attempt.rowVersion, comment: 'Приложите список' }
  await app.as('coordinator').call(contract.returnSubmission, back)
  expect(await states()).toEqual(['waiting', 'returned', 'waiting'])

  // Pressed again it hands in what came back, and nothing twice.
  await app.as('deputy').call(contract.submitShared, await proof('2.1'))
  expect(await states()).toEqual(['waiting', 'waiting', 'waiting'])
  expect(await attempts()).toBe(4)
  const again = await app.as('director').call(contract.submitShared, await proof())
  expect([again.status, again.refusal.code]).toEqual([409, 'assignment.all-handed-in'])
})

test('what was handed in or taken out of the demand before stays as it is', async () => {
  await app.as('director').call(contract.submit, { ...cellOf('2.1'), window: NO_WINDOW })
  await app.as('coordinator').call(contract.exempt, { ...cellOf('3.3'), reason: 'школа на ремонте' })
  await app.as('director').call(contract.submitShared, await proof())
  expect((await cellAs('3.3')).state).toBe('not-applicable')
  expect(await states()).toEqual(['waiting', 'waiting', 'no-date'])
  expect(await attempts()).toBe(2)
})

test('all or nothing: where one row cannot be written, none is handed in', async () => {
  const owner = new pg.Client({ connectionString: app.ownerUrl })
  await owner.connect()
  const { activityId } = placeOf('3.3')
  await owner.query(`alter table submission add constraint submission_refused check (activity_id <> '${activityId}')`)
  expect((await app.as('director').call(contract.submitShared, await proof())).status).toBeGreaterThanOrEqual(400)
  await owner.query('alter table submission drop constraint submission_refused')
  await owner.end()
  expect(await attempts()).toBe(0)
})

test('it is the school’s press: the coordinator hands in nothing so, a neighbour finds nothing, a stale one is told', async () => {
  const given = await proof()
  expect((await app.as('coordinator').call(contract.submitShared, given)).status).toBe(403)
  expect((await app.as('neighbour').call(contract.submitShared, given)).status).toBe(404)
  const stale = await app.as('director').call(contract.submitShared, { ...given, rowVersion: given.rowVersion + 1 })
  expect(stale.status).toBe(412)
  await app.as('director').call(contract.withdrawProof, given)
  const withdrawn = await app.as('director').call(contract.submitShared, {
    ...given,
    rowVersion: given.rowVersion + 1,
  })
  expect([withdrawn.status, withdrawn.refusal.code]).toEqual([409, 'assignment.proof-withdrawn'])
  expect(await attempts()).toBe(0)
})
