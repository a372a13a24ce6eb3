import { beforeAll, expect, test } from 'vitest'
import { assignmentsContract } from '../src/features/assignments/contract.ts'
import { calendarContract as contract } from '../src/features/calendar/contract.ts'
import { startTestApp } from './harness/app.ts'
import { type PlannedYear, planYear } from './harness/planned-year.ts'

// Friday 26 April 2024; the spring window ends on Tuesday the 30th, which the country has off, as the 29th.
const app = await startTestApp({ now: '2024-04-24T06:00:00Z' })
const { as, district } = app
const organisationId = district.authority.id
let year: PlannedYear

beforeAll(async () => {
  year = await planYear(app)
})

const load = async (visitor: Parameters<typeof as>[0]) =>
  (await as(visitor).call(contract.loadCalendar, { year: 2024 })).body
const dueOn = async () => {
  const [school] = district.schools
  const activityId = year.activities['1.2']
  if (!school || !activityId) throw new Error('no plan')
  const cell = await as('director').call(assignmentsContract.loadCell, { activityId, organisationId: school.id })
  return [cell.body.windows[0]?.dueOn, cell.body.windows[0]?.workingDaysLeft]
}

test('the coordinator says that a worked Saturday is off, and every deadline of her authority goes by it', async () => {
  expect(await dueOn()).toEqual(['2024-04-27', 3])
  const said = { organisationId, day: '2024-04-27', isWorking: false, reason: 'распоряжение главы округа № 4' }
  expect((await as('coordinator').call(contract.addCalendarDay, said)).status).toBe(200)
  expect(await dueOn()).toEqual(['2024-04-26', 2])
  const matrix = await as('coordinator').call(assignmentsContract.loadMatrix, { programmeId: year.programmeId })
  expect(matrix.body.kinds.map((kind) => kind.dueOn)).toContain('2024-04-26')
  const again = await as('coordinator').call(contract.addCalendarDay, said)
  expect([again.status, again.refusal.code]).toEqual([409, 'calendar.day-known'])

  const seen = await load('director')
  expect(seen).toMatchObject({ mayChange: false, place: { id: organisationId, dayOffRule: 'before' } })
  expect(seen.days).toMatchObject([{ day: '2024-04-27', isWorking: false, setBy: null }])
  expect((await load('stranger')).days).toEqual([])

  const [own] = (await load('coordinator')).days
  if (!own) throw new Error('no day')
  const back = { id: own.id, rowVersion: own.rowVersion, isWorking: null, reason: 'отменено' }
  expect((await as('stranger').call(contract.changeCalendarDay, back)).status).toBe(404)
  expect((await as('director').call(contract.changeCalendarDay, back)).status).toBe(403)
  expect((await as('coordinator').call(contract.changeCalendarDay, back)).status).toBe(200)
  expect(await dueOn()).toEqual(['2024-04-27', 3])
})

test('what the region sets holds in its authorities, until one of them says otherwise', async () => {
  const region = district.region.id
  const said = { day: '2024-04-26', isWorking: false, reason: 'закон области' }
  await as('chief').call(contract.addCalendarDay, { organisationId: region, ...said })
  await as('chief').call(contract.addCalendarDay, { organisationId: region, ...said, day: '2024-04-27' })
  expect(await dueOn()).toEqual(['2024-04-25', 1])
  expect((await load('coordinator')).days.find((one) => one.day === said.day)?.setBy).toBe(district.region.shortName)
  await as('coordinator').call(contract.addCalendarDay, { organisationId, ...said, isWorking: true })
  expect(await dueOn()).toEqual(['2024-04-26', 2])
  expect((await as('coordinator').call(contract.addCalendarDay, { organisationId: region, ...said })).status).toBe(403)
})

test('holidays and weeks of exams are kept by the authority, and read by its schools', async () => {
  const vpr = { kind: 'vpr' as const, title: 'ВПР', startsOn: '2024-03-19', endsOn: '2024-05-17' }
  const added = await as('coordinator').call(contract.addCalendarPeriods, { organisationId, periods: [vpr] })
  const [id] = added.body.ids
  if (!id) throw new Error('no period')
  expect((await load('neighbour')).periods).toMatchObject([{ ...vpr, setBy: null }])
  const backwards = { id, rowVersion: 1, ...vpr, endsOn: '2024-03-01' }
  const refused = await as('coordinator').call(contract.changeCalendarPeriod, backwards)
  expect([refused.status, refused.refusal.code]).toEqual([422, 'calendar.period-backwards'])
  const changed = { id, rowVersion: 1, ...vpr, endsOn: '2024-05-20' }
  expect((await as('coordinator').call(contract.changeCalendarPeriod, changed)).status).toBe(200)
  expect((await as('coordinator').call(contract.removeCalendarPeriod, { id, rowVersion: 1 })).status).toBe(412)
  expect((await as('coordinator').call(contract.removeCalendarPeriod, { id, rowVersion: 2 })).status).toBe(200)
  expect((await load('neighbour')).periods).toEqual([])
})

test('the authority says what becomes of a deadline on a day off', async () => {
  const { place } = await load('coordinator')
  const rule = { organisationId, rowVersion: place.rowVersion, rule: 'after' as const }
  expect((await as('coordinator').call(contract.setDayOffRule, rule)).status).toBe(200)
  expect((await dueOn())[0]).toBe('2024-05-02')
  const school = { ...rule, organisationId: district.schools[0]?.id ?? organisationId, rowVersion: 1 }
  expect((await as('coordinator').call(contract.setDayOffRule, school)).refusal.code).toBe('calendar.not-here')
})
