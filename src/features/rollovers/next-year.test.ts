import { beforeAll, expect, test } from 'vitest'
import { startTestApp, type TestApp } from '../../../test/harness/app.ts'
import { planYear } from '../../../test/harness/planned-year.ts'
import { understoodRoadMap } from '../../../test/harness/template-map.ts'
import type { RoadMapId } from '../../kernel/id.ts'
import { programmesContract } from '../programmes/contract.ts'
import { roadMapsContract } from '../road-maps/contract.ts'
import { importsContract } from '../road-maps/import-contract.ts'
import { rolloversContract } from './contract.ts'

let app: TestApp

beforeAll(async () => {
  app = await startTestApp()
})

async function preview(roadMapId: RoadMapId) {
  return (await app.as('coordinator').call(rolloversContract.previewNextYear, { roadMapId })).body
}

async function start(roadMapId: RoadMapId, change: { listed?: string[]; without?: number; toYear?: number } = {}) {
  const view = await preview(roadMapId)
  const schools = view.schools.map((one) => one.organisationId).slice(change.without ?? 0)
  const { listed = [], toYear = view.year + 1 } = change
  return app.as('coordinator').call(rolloversContract.startNextYear, { roadMapId, toYear, schools, listed })
}

async function load(id: string) {
  const { body } = await app.as('coordinator').call(importsContract.loadImport, { id })
  const { understanding } = body
  if (!understanding?.nextYear) throw new Error('nothing was carried over')
  return { ...body, understanding, carried: understanding.nextYear }
}

async function programmesOf(year: number) {
  const { body } = await app.as('coordinator').call(programmesContract.listProgrammes, {})
  return body.programmes.filter((one) => one.year === year)
}

function confirm({ id, rowVersion }: { id: string; rowVersion: number }) {
  const order = { orderNumber: '7', orderDate: '2025-02-03' }
  return app.as('coordinator').call(importsContract.confirmUnderstanding, { id, rowVersion, ...order })
}

test('a road map goes on into the next year with its dates moved, and only the confirmation makes a project of it', async () => {
  const roadMapId = await understoodRoadMap(app)
  const { year, schools } = await preview(roadMapId)
  const { body } = await start(roadMapId, { without: 1 })
  const view = await load(body.id)
  const rows = view.understanding.sections.flatMap((section) => section.activities)
  expect([view.status, view.understanding.year, rows.length]).toEqual(['ready', year + 1, 11])
  expect(rows[0]?.period?.windows[0]?.start).toBe(`${year + 1}-02-01`)
  expect(view.understanding.participants.map((one) => one.included)).toEqual(schools.map((_, place) => place !== 0))
  expect(await programmesOf(year + 1)).toEqual([])

  const confirmed = await confirm(body)
  expect(confirmed.body.outcome).toBe('created')
  const [programme, ...others] = await programmesOf(year + 1)
  expect([programme?.title, others]).toEqual([(await programmesOf(year))[0]?.title, []])
  const { body: taking } = await app
    .as('coordinator')
    .call(programmesContract.listParticipants, { id: programme?.id ?? '' })
  expect(taking.participants).toHaveLength(schools.length - 1)
  const { body: old } = await app.as('coordinator').call(roadMapsContract.loadRoadMap, { id: roadMapId })
  expect([old.year, old.revision]).toEqual([year, 1])
})

test('rolling over twice makes one project: the same import opens, before and after it is confirmed', async () => {
  const roadMapId = await understoodRoadMap(app)
  const { year } = await preview(roadMapId)
  const [one, other] = await Promise.all([start(roadMapId), start(roadMapId)])
  expect([one.status, other.status, other.body.id]).toEqual([200, 200, one.body.id])
  expect((await preview(roadMapId)).started?.id).toBe(one.body.id)
  await confirm(one.body)
  const again = await start(roadMapId)
  expect([again.body.id, again.body.status]).toEqual([one.body.id, 'confirmed'])
  expect(await programmesOf(year + 1)).toHaveLength(1)
})

test('what was abandoned may be begun again', async () => {
  const roadMapId = await understoodRoadMap(app)
  const { body } = await start(roadMapId)
  const { id, rowVersion } = body
  await app.as('coordinator').call(importsContract.abandonImport, { id, rowVersion })
  expect((await start(roadMapId)).body.id).not.toBe(id)
})

test('a mention of the old year is replaced or left, once, and only where it is asked for', async () => {
  const roadMapId = await understoodRoadMap(app)
  const { year } = await preview(roadMapId)
  const { body } = await start(roadMapId)
  const view = await load(body.id)
  const place = view.carried.leftovers.findIndex((one) => one.field === 'title')
  expect(view.carried.leftovers[place]).toMatchObject({ found: String(year), proposed: String(year + 1), answer: null })
  expect(view.understanding.title).toContain(String(year))
  const asked = { id: body.id, rowVersion: view.rowVersion, leftover: String(place), answer: 'replace' } as const
  const settled = await app.as('coordinator').call(importsContract.settleLeftover, asked)
  expect(settled.body.understanding.title).toContain(String(year + 1))
  expect(settled.body.understanding.title).not.toContain(String(year))
  const twice = { ...asked, rowVersion: settled.body.rowVersion }
  expect((await app.as('coordinator').call(importsContract.settleLeftover, twice)).refusal.code).toBe(
    'import.row-missing',
  )
})

test('a new list alone says who takes part: known schools are found, new ones appear, the others are left out', async () => {
  const roadMapId = await understoodRoadMap(app)
  const { schools } = await preview(roadMapId)
  const { body } = await start(roadMapId, { listed: [schools[1]?.shortName ?? '', 'МБОУ «СОШ № 99»'] })
  const { participants } = (await load(body.id)).understanding
  const going = participants.filter((one) => one.included)
  expect(going.map((one) => one.organisationId)).toEqual([schools[1]?.organisationId, null])
  expect(participants.filter((one) => !one.included)).toHaveLength(schools.length - 1)
})

test('rows that somebody has not finished are offered with a mark that says who', async () => {
  const { roadMapId, activities } = await planYear(app)
  const { unfinished } = await preview(roadMapId)
  expect(unfinished.find((one) => one.activityId === activities['1.2'])?.names.length).toBeGreaterThan(0)
  const { carried } = await load((await start(roadMapId)).body.id)
  expect(carried.unfinished.map((one) => one.names)).toEqual(unfinished.map((one) => one.names))
})

test('an earlier year is refused, and a school neither sees nor starts the next one', async () => {
  const roadMapId = await understoodRoadMap(app)
  const { year } = await preview(roadMapId)
  expect((await start(roadMapId, { toYear: year })).refusal.code).toBe('next-year.not-later')
  for (const stranger of ['director', 'nobody'] as const) {
    const answer = await app.as(stranger).call(rolloversContract.previewNextYear, { roadMapId })
    expect([401, 403, 404]).toContain(answer.status)
  }
})
