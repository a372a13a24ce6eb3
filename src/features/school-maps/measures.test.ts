import { expect, test } from 'vitest'
import { startTestApp } from '../../../test/harness/app.ts'
import { begunMap, freshProject, fullRow, submittedMap } from '../../../test/harness/school-map-changes.ts'
import { day } from '../../kernel/day.ts'
import { calendarContract } from '../calendar/contract.ts'
import { templatesContract } from '../templates/contract.ts'
import { schoolMapsContract as contract } from './contract.ts'

const app = await startTestApp()
const { as, district } = app
const director = as('director')

test('a school takes measures of a risk factor into its own map, with a day moved', async () => {
  const place = await freshProject(app)
  const { id } = await begunMap(app, place)
  const template = 'risk-factor-8'
  const dating = { key: template, year: 2024, yearKind: 'calendar' as const, organisationId: place.organisationId }
  const { body: dated } = await director.call(templatesContract.dateTemplate, dating)
  expect(dated.rows.map((one) => one.period?.windows[0]?.start)).toEqual(['2024-10-01', '2024-03-01', '2024-10-01'])
  const moves = [{ row: 0, window: 0, end: day(2024, 10, 25) }]
  const { status, body } = await director.call(contract.addMeasures, { id, template, rows: [2, 0], moves })
  expect(status).toBe(200)
  expect(body.rows.map((one) => [one.title, one.cause])).toEqual([
    ['Опрос учеников о том, что мешает и что помогает учиться', 'Низкая учебная мотивация обучающихся'],
    ['Кружки и консультации по запросам учеников', 'Низкая учебная мотивация обучающихся'],
  ])
  expect(body.rows[0]?.period?.windows).toEqual([{ start: '2024-10-01', end: '2024-10-25' }])
  const view = (await director.call(contract.loadSchoolMap, place)).body
  expect([view.rows.length, view.obstacles]).toEqual([2, []])
})

test('the school’s calendar is that of its authority', async () => {
  const organisationId = district.authority.id
  const autumn = { kind: 'holidays' as const, title: 'Осенние каникулы', startsOn: '2024-10-26', endsOn: '2024-11-04' }
  await as('coordinator').call(calendarContract.addCalendarPeriods, { organisationId, periods: [autumn] })
  const { body } = await director.call(templatesContract.dateTemplate, { key: 'risk-factor-8', year: 2024 })
  expect(body.calendar.periods).toEqual([autumn])
})

test('all of the measures are added, or none: one that is not there refuses them all', async () => {
  const place = await freshProject(app)
  const { id } = await begunMap(app, place)
  const taking = { id, template: 'risk-factor-8', rows: [0, 99] }
  const { refusal } = await director.call(contract.addMeasures, taking)
  expect(refusal.code).toBe('school-map.no-such-measure')
  const elsewhere = { ...taking, rows: [0], moves: [{ row: 0, window: 7, end: day(2024, 10, 25) }] }
  expect((await director.call(contract.addMeasures, elsewhere)).refusal.code).toBe('template.no-such-window')
  expect((await director.call(contract.loadSchoolMap, place)).body.rows).toEqual([])
  const wrong = await director.call(contract.addMeasures, { id, template: 'support-project', rows: [0] })
  expect(wrong.refusal.code).toBe('template.not-a-school-map')
})

test('strangers and a map on its way take none, and whoever writes for a school says how it told', async () => {
  const place = await freshProject(app)
  const { id } = await begunMap(app, place)
  const taking = { id, template: 'school-map', rows: [0] }
  expect((await as('stranger').call(contract.addMeasures, taking)).status).toBe(404)
  expect((await as('coordinator').call(contract.addMeasures, taking)).refusal.code).toBe('school-map.say-how-told')
  expect((await as('coordinator').call(contract.addMeasures, { ...taking, onBehalf: 'call' })).status).toBe(200)
  const sent = await submittedMap(app)
  const late = await director.call(contract.addMeasures, { ...taking, id: sent.id })
  expect(late.refusal.code).toBe('school-map.not-open')
})

test('a school’s map saved as a template leaves names, years and who answers for it out', async () => {
  const place = await freshProject(app)
  const { id } = await begunMap(app, place)
  const school = district.schools[0]?.shortName ?? ''
  const change = { ...fullRow, title: `Консультации в ${school} в 2024 году`, responsible: 'Иванова А.А.' }
  await director.call(contract.addMapRow, { id, change })
  const { body } = await director.call(contract.saveMapAsTemplate, { ...place, title: 'Консультации' })
  expect(body).toMatchObject({ kind: 'school-map', rows: 1, own: { ownerName: school, mayChange: true } })
  const { body: dated } = await director.call(templatesContract.dateTemplate, { key: body.key, year: 2025 })
  expect(dated.rows[0]).toMatchObject({
    title: 'Консультации в [школа] в 2025 году',
    cause: fullRow.cause,
    indicator: fullRow.indicator,
  })
  expect(dated.rows[0]?.period).toMatchObject({ text: 'март–май 2025', windows: [{ end: '2025-05-31' }] })
  expect((await as('neighbour').call(templatesContract.dateTemplate, { key: body.key, year: 2025 })).status).toBe(404)
  expect((await as('coordinator').call(templatesContract.dateTemplate, { key: body.key, year: 2025 })).status).toBe(200)
  const other = await as('neighbour').call(contract.saveMapAsTemplate, { ...place, title: 'Чужое' })
  expect(other.status).toBe(404)
})
