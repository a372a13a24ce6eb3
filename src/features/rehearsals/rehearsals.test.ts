import { readXlsx } from 'hucre/xlsx'
import { describe, expect, test } from 'vitest'
import { startTestApp } from '../../../test/harness/app.ts'
import type { Visitor } from '../../../test/harness/district.ts'
import { planYear } from '../../../test/harness/planned-year.ts'
import { day } from '../../kernel/day.ts'
import { assignmentsContract } from '../assignments/contract.ts'
import { calendarContract } from '../calendar/contract.ts'
import { correctionsContract } from '../corrections/contract.ts'
import { importsContract } from '../road-maps/import-contract.ts'
import { rehearsalsContract as contract } from './contract.ts'

const app = await startTestApp({ now: '2024-02-14T06:00:00Z' })
const { as, district } = app
const year = await planYear(app)
const roadMap = { id: year.roadMapId }

describe('a road map in force', () => {
  test('is rehearsed with its schools and the tasks that stand already', async () => {
    const organisationIds = district.schools.slice(0, 2).map((one) => one.id)
    await as('coordinator').call(assignmentsContract.giveTask, {
      text: 'Списки',
      dueOn: day(2024, 3, 14),
      organisationIds,
    })
    const { status, body } = await as('coordinator').call(contract.rehearseRoadMap, roadMap)
    expect(status).toBe(200)
    expect(body.rows.map((one) => one.number)).toEqual(['1.1', '1.2', '2.1', '3.2', '3.3'])
    // Each is called as on the page of the plan, to which it leads.
    expect(body.rows.map((one) => one.key)).toEqual(body.rows.map((one) => year.activities[one.number ?? '']))
    expect(body.schools).toHaveLength(6)
    const march = body.load.months.indexOf('2024-03')
    const counts = body.load.schools.map(
      ({ months }) => (months[march]?.rows.length ?? 0) + (months[march]?.tasks.length ?? 0),
    )
    expect(counts.sort()).toEqual([1, 1, 1, 1, 2, 2])
    expect(body.unready).toMatchObject([
      { row: 0 },
      { row: 1 },
      { row: 2 },
      { row: 3 },
      { row: 4, lacks: ['executor', 'period'] },
    ])
  })

  test.each<[Visitor, number]>([
    ['head', 200],
    ['observer', 200],
    ['director', 403],
    ['stranger', 404],
    ['nobody', 401],
  ])('%s gets %i', async (who, status) => {
    expect((await as(who).call(contract.rehearseRoadMap, roadMap)).status).toBe(status)
    expect((await as(who).call(contract.exportRoadMapRehearsal, roadMap)).status).toBe(status)
  })

  test('leaves as a book of three sheets, in which nothing is a formula', async () => {
    const { raw } = await as('coordinator').call(contract.exportRoadMapRehearsal, roadMap)
    const { sheets } = await readXlsx(raw)
    expect(sheets.map((one) => one.name)).toEqual(['Нагрузка по месяцам', 'Замечания', 'Что сдаст школа'])
    expect(sheets[0]?.rows).toHaveLength(2 + 6)
    expect(JSON.stringify(sheets[2]?.rows)).toContain('Участие в вебинарах')
  })
})

test('a correction is rehearsed with its changes, before it is approved', async () => {
  const head = { reason: 'Собеседования показали', basisKind: 'interview' as const, basis: 'протокол № 3' }
  const begun = await as('coordinator').call(correctionsContract.startCorrection, {
    roadMapId: year.roadMapId,
    ...head,
  })
  const named = { id: begun.body.id }
  const open = (await as('coordinator').call(correctionsContract.loadCorrection, named)).body
  const last = open.rows.at(-1)
  if (!last) throw new Error('no rows')
  const { activityId, rowVersion } = last
  const change = { period: 'до 15 декабря 2024', executors: 'ШНОР' }
  await as('coordinator').call(correctionsContract.changeRow, { ...named, activityId, rowVersion, change })
  const { body } = await as('coordinator').call(contract.rehearseCorrection, named)
  expect(body.unready.some((one) => one.row === 4)).toBe(false)
  expect(body.rows[4]?.key).toBe(activityId)
  expect(body.badDays.at(-1)).toMatchObject({ rows: [4], on: '2024-12-15', before: '2024-12-13' })
  const inForce = (await as('coordinator').call(contract.rehearseRoadMap, roadMap)).body
  expect(inForce.badDays.flatMap((one) => one.rows)).not.toContain(4)
  expect((await as('coordinator').call(contract.exportCorrectionRehearsal, named)).status).toBe(200)
  expect((await as('stranger').call(contract.rehearseCorrection, named)).status).toBe(404)
  expect((await as('head').call(contract.rehearseCorrection, named)).status).toBe(403)
})

test('the days that the authority has said itself are warned of by name, and only its own', async () => {
  const organisationId = district.authority.id
  const holidays = {
    kind: 'holidays' as const,
    title: 'Весенние каникулы',
    startsOn: '2024-04-27',
    endsOn: '2024-05-05',
  }
  const periods = [holidays, { ...holidays, kind: 'vpr' as const, title: 'ВПР', startsOn: '2024-04-15' }]
  expect((await as('coordinator').call(calendarContract.addCalendarPeriods, { organisationId, periods })).status).toBe(
    200,
  )
  const said = { organisationId, day: '2024-11-29', isWorking: false, reason: 'распоряжение № 4' }
  await as('coordinator').call(calendarContract.addCalendarDay, said)
  const { body } = await as('coordinator').call(contract.rehearseRoadMap, roadMap)
  const spring = body.badDays.filter((one) => one.on === '2024-04-30')
  expect(spring.map((one) => one.during?.title ?? null)).toEqual([null, 'ВПР', 'Весенние каникулы'])
  expect(spring[2]).toMatchObject({ before: '2024-04-26', after: '2024-05-06' })
  // The 30th of November is a Saturday, and the Friday before it is off here.
  expect(body.badDays.find((one) => one.on === '2024-11-30')).toMatchObject({ during: null, before: '2024-11-28' })
  expect(body.limits).toMatchObject({ shortDays: { value: 7, validFrom: '2000-01-01' }, crowd: { value: 3 } })
  const { raw } = await as('coordinator').call(contract.exportRoadMapRehearsal, roadMap)
  const { sheets } = await readXlsx(raw)
  expect(JSON.stringify(sheets[1]?.rows)).toContain('Весенние каникулы, 27.04.2024–05.05.2024')
})

describe('an understanding that is not confirmed yet', () => {
  test('is rehearsed as it stands, and changes with it', async () => {
    const begun = await as('coordinator').call(importsContract.startFromTemplate, { year: 2025 })
    const named = { id: begun.body.id }
    const { body } = await as('coordinator').call(contract.rehearseImport, named)
    expect(body.rows).toHaveLength(11)
    expect(body.unready).toEqual([])
    const { rowVersion } = (await as('coordinator').call(importsContract.loadImport, named)).body
    await as('coordinator').call(importsContract.changeActivity, {
      ...named,
      rowVersion,
      key: '0.0',
      change: { executors: [], proof: [] },
    })
    expect((await as('coordinator').call(contract.rehearseImport, named)).body.unready).toEqual([
      { row: 0, lacks: ['executor', 'proof'] },
    ])
    expect((await as('coordinator').call(contract.exportImportRehearsal, named)).status).toBe(200)
    expect((await as('stranger').call(contract.rehearseImport, named)).status).toBe(404)
    expect((await as('head').call(contract.rehearseImport, named)).status).toBe(403)
  })

  test('a wrong id is refused', async () => {
    expect((await as('coordinator').call(contract.rehearseImport, { id: 'none' })).status).toBe(400)
  })
})
