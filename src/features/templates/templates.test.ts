import { describe, expect, test } from 'vitest'
import { startTestApp } from '../../../test/harness/app.ts'
import type { Visitor } from '../../../test/harness/district.ts'
import { understoodRoadMap } from '../../../test/harness/template-map.ts'
import { day } from '../../kernel/day.ts'
import { calendarContract } from '../calendar/contract.ts'
import { roadMapsContract } from '../road-maps/contract.ts'
import { importsContract } from '../road-maps/import-contract.ts'
import { templatesContract as contract } from './contract.ts'
import { fallenOf } from './dated-row.ts'
import { frameOf } from './relative-term.ts'

const app = await startTestApp({ now: '2026-01-15T06:00:00Z' })
const { as, district } = app
const coordinator = as('coordinator')

const project = { key: 'support-project', year: 2026 }

async function saved(title: string) {
  const roadMapId = await understoodRoadMap(app)
  const { body } = await coordinator.call(contract.saveAsTemplate, { roadMapId, title })
  return { roadMapId, template: body }
}

describe('templates that come with Opora', () => {
  test('are the project, a school map and measures for each of the twelve risk factors', async () => {
    const { body } = await as('director').call(contract.listTemplates, {})
    const builtIn = body.templates.filter((one) => one.own === null)
    expect(builtIn.map((one) => [one.key, one.kind, one.rows]).slice(0, 2)).toEqual([
      ['support-project', 'road-map', 11],
      ['school-map', 'school-map', 7],
    ])
    expect(builtIn.filter((one) => one.factor !== null)).toHaveLength(12)
  })

  test('have their dates in any year, with the days of the authority that would adopt them', async () => {
    const organisationId = district.authority.id
    const spring = {
      kind: 'holidays' as const,
      title: 'Весенние каникулы',
      startsOn: '2026-03-28',
      endsOn: '2026-04-05',
    }
    await coordinator.call(calendarContract.addCalendarPeriods, { organisationId, periods: [spring] })
    const { body } = await coordinator.call(contract.dateTemplate, project)
    const row = body.rows.findIndex((one) => one.number === '1.5')
    const [window] = body.rows[row]?.period?.windows ?? []
    if (!window) throw new Error('1.5 is in March')
    expect(window).toEqual({ start: '2026-03-01', end: '2026-03-31' })
    const place = {
      calendar: body.calendar,
      frame: frameOf({ year: 2026, isSchoolYear: false }),
      shortDays: body.shortDays,
    }
    expect(fallenOf(window, place).on).toMatchObject([
      { kind: 'holidays', during: { title: 'Весенние каникулы' }, before: '2026-03-27', after: '2026-04-06' },
    ])
    expect((await as('stranger').call(contract.dateTemplate, project)).body.calendar.periods).toEqual([])
  })

  test('become an import with the moved days, and all schools of the authority', async () => {
    const { body: dated } = await coordinator.call(contract.dateTemplate, project)
    const row = dated.rows.findIndex((one) => one.number === '1.5')
    const moves = [{ row, window: 0, end: day(2026, 3, 27) }]
    const elsewhere = await coordinator.call(contract.adoptTemplate, {
      ...project,
      moves: [...moves, { row: 99, window: 0, end: day(2026, 3, 27) }],
    })
    expect(elsewhere.refusal.code).toBe('template.no-such-window')
    const { status, body } = await coordinator.call(contract.adoptTemplate, { ...project, moves })
    expect([status, body.status]).toEqual([200, 'ready'])
    const { understanding } = (await coordinator.call(importsContract.loadImport, { id: body.id })).body
    const rows = understanding?.sections.flatMap((section) => section.activities) ?? []
    expect(rows.map((one) => one.number)).toEqual(dated.rows.map((one) => one.number))
    expect(rows[row]?.period?.windows).toEqual([{ start: '2026-03-01', end: '2026-03-27' }])
    for (const [place, one] of rows.entries())
      if (place !== row) expect(one.period?.windows).toEqual(dated.rows[place]?.period?.windows)
    expect(understanding?.year).toBe(2026)
    expect(understanding?.title).toContain('в 2026 году')
    expect(understanding?.participants).toHaveLength(district.schools.length)
    const order = { orderNumber: '31', orderDate: day(2026, 1, 30) }
    const confirmed = await coordinator.call(importsContract.confirmUnderstanding, {
      ...{ id: body.id, rowVersion: body.rowVersion },
      ...order,
    })
    expect(confirmed.status).toBe(200)
  })

  test('for a school map do not become a road map', async () => {
    const { refusal } = await coordinator.call(contract.adoptTemplate, { key: 'risk-factor-1', year: 2026 })
    expect(refusal.code).toBe('template.not-a-road-map')
  })
})

describe('a road map saved as a template', () => {
  test('has the same days again in its own year', async () => {
    const { roadMapId, template } = await saved('Наш план')
    const { body: roadMap } = await coordinator.call(roadMapsContract.loadRoadMap, { id: roadMapId })
    const { body } = await coordinator.call(contract.dateTemplate, { key: template.key, year: roadMap.year })
    const rows = roadMap.sections.flatMap((section) => section.activities)
    expect(body.rows.map((one) => one.period?.windows)).toEqual(rows.map((one) => one.period?.windows))
    expect(body.rows.map((one) => one.title)).toEqual(rows.map((one) => one.title))
  })

  test('keeps no name and no year', async () => {
    const { roadMapId } = await saved('Без имён')
    const { body } = await coordinator.call(contract.previewTemplate, { roadMapId })
    const text = JSON.stringify(body)
    for (const { shortName } of [district.authority, ...district.schools]) expect(text).not.toContain(shortName)
    expect(text).not.toMatch(/20\d\d/)
    expect(body.mapTitle).toContain('{год}')
  })

  test('is seen by its authority and its schools, and by nobody else', async () => {
    const { template } = await saved('Для своих')
    const seenBy = async (who: Visitor) =>
      (await as(who).call(contract.listTemplates, {})).body.templates.some((one) => one.key === template.key)
    expect(await seenBy('director')).toBe(true)
    expect(await seenBy('stranger')).toBe(false)
    const dates = { key: template.key, year: 2026 }
    expect((await as('stranger').call(contract.dateTemplate, dates)).status).toBe(404)
    expect((await as('stranger').call(contract.adoptTemplate, dates)).status).toBe(404)
    const named = { key: template.key, rowVersion: 1, title: 'Чужой' }
    expect((await as('stranger').call(contract.renameTemplate, named)).status).toBe(404)
    expect((await as('director').call(contract.renameTemplate, named)).status).toBe(403)
  })

  test('is renamed and removed with its version', async () => {
    const { template } = await saved('Первое имя')
    const named = { key: template.key, rowVersion: 1, title: 'Второе имя' }
    const renamed = await coordinator.call(contract.renameTemplate, named)
    expect(renamed.body).toMatchObject({ title: 'Второе имя', own: { rowVersion: 2 } })
    expect((await coordinator.call(contract.renameTemplate, named)).status).toBe(412)
    const of = { key: template.key, rowVersion: 2 }
    expect((await coordinator.call(contract.removeTemplate, of)).status).toBe(200)
    expect((await coordinator.call(contract.dateTemplate, { key: template.key, year: 2026 })).status).toBe(404)
    const again = await coordinator.call(contract.removeTemplate, of)
    expect([again.status, again.refusal.code]).toEqual([412, 'template.changed-meanwhile'])
  })
})
