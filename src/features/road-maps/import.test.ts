import { beforeAll, expect, inject, test } from 'vitest'
import { startTestApp, type TestApp } from '../../../test/harness/app.ts'
import { askHouse } from '../../../test/harness/ask-house.ts'
import { databaseAddress } from '../../../test/harness/database-address.ts'
import { confirmImport, readImport, uploadOrder } from '../../../test/harness/upload-order.ts'
import type { RoadMapId } from '../../kernel/id.ts'
import { withClient } from '../../server/postgres/with-client.ts'
import { programmesContract } from '../programmes/contract.ts'
import { roadMapsContract } from './contract.ts'
import { demoOrderDocx, demoOrderText } from './demo-order.ts'
import { type ImportView, importsContract } from './import-contract.ts'

let app: TestApp

beforeAll(async () => {
  app = await startTestApp()
})

const upload = (bytes: Uint8Array, name?: string) => uploadOrder(app, bytes, name)
const settled = (id: ImportView['id']) => readImport(app, id)
const confirm = (view: ImportView, order?: Parameters<typeof confirmImport>[2]) => confirmImport(app, view, order)

async function counts(): Promise<Record<string, number>> {
  const [row] = await askHouse<Record<string, number>>(
    app.opora,
    `select
    (select count(*)::int from organisation) organisations, (select count(*)::int from programme) programmes,
    (select count(*)::int from participant) participants, (select count(*)::int from road_map) road_maps,
    (select count(*)::int from road_map_revision) revisions, (select count(*)::int from activity) activities,
    (select count(*)::int from document) documents, (select count(*)::int from variant_change) changes`,
  )
  return row ?? {}
}

let roadMapId: RoadMapId

test('an order that was dropped in is read, looked over and becomes a road map in force', async () => {
  const read = await upload(demoOrderDocx())
  expect(read.status).toBe('ready')
  expect(read.source.length).toBeGreaterThan(5)
  expect(read.understanding).toMatchObject({ orderNumber: '47', year: 2026 })
  const matched = read.understanding?.participants.filter((one) => one.organisationId !== null)
  expect(matched).toHaveLength(4)

  const confirmed = await confirm(read)
  expect(confirmed.refusal).not.toHaveProperty('message')
  expect(confirmed.body).toMatchObject({ outcome: 'created', revision: 1 })
  roadMapId = confirmed.body.roadMapId

  const { body: roadMap } = await app.as('coordinator').call(roadMapsContract.loadRoadMap, { id: roadMapId })
  const signed = read.signed?.sections.flatMap((section) => section.activities.map((row) => row.title))
  expect(roadMap.sections.flatMap((section) => section.activities.map((row) => row.title))).toEqual(signed)
  expect(roadMap).toMatchObject({ orderNumber: '47', orderDate: '2026-02-09', isWhole: true, year: 2026 })

  const { body } = await app.as('coordinator').call(programmesContract.listParticipants, { id: roadMap.programmeId })
  expect(body.participants).toHaveLength(6)
  expect(body.participants.every((one) => one.variant === 'undefined')).toBe(true)
  const programmes = await app.as('head').call(programmesContract.listProgrammes, {})
  expect(programmes.body.programmes).toMatchObject([
    { coordinator: 'Заречный coordinator', controller: 'Заречный head', controllerText: 'оставляю за собой' },
  ])
})

test('the same file again is the same: no second school, project, revision or activity', async () => {
  const before = await counts()
  const read = await upload(demoOrderDocx())
  const { body } = await app.as('coordinator').call(importsContract.compareImport, { id: read.id })
  expect(body.difference).toMatchObject({ roadMapId, outcome: 'identical', schools: [] })
  const confirmed = await confirm(read)
  expect(confirmed.body).toMatchObject({ outcome: 'identical', roadMapId, revision: 1 })
  expect(await counts()).toEqual(before)
})

test('the text of the order makes the same road map as its .docx', async () => {
  const read = await upload(new TextEncoder().encode(demoOrderText), 'Приказ 47.txt')
  const { body } = await app.as('coordinator').call(importsContract.compareImport, { id: read.id })
  expect(body.difference?.rows.filter((row) => row.kind === 'added' || row.kind === 'removed')).toEqual([])
  const { id, rowVersion } = read
  const abandoned = await app.as('coordinator').call(importsContract.abandonImport, { id, rowVersion })
  expect(abandoned.body.status).toBe('abandoned')
  const { body: open } = await app.as('coordinator').call(importsContract.listImports, {})
  expect(open.imports).toEqual([])
})

test('a better understanding makes a revision without a new order, and facts keep their activities', async () => {
  const before = await app.as('coordinator').call(roadMapsContract.loadRoadMap, { id: roadMapId })
  const started = await app.as('coordinator').call(importsContract.clarifyRoadMap, { roadMapId })
  const { id, rowVersion } = started.body
  const change = { periodReading: 'март 2026', executors: ['МОУО'] }
  const edited = await app
    .as('coordinator')
    .call(importsContract.changeActivity, { id, rowVersion, key: '0.0', change })
  expect(edited.status).toBe(200)
  const confirmed = await confirm(await settled(id))
  expect(confirmed.body).toMatchObject({ outcome: 'understanding', revision: 2 })

  const after = await app.as('coordinator').call(roadMapsContract.loadRoadMap, { id: roadMapId })
  const idsOf = (view: typeof after.body) => view.sections.flatMap((one) => one.activities.map((row) => row.activityId))
  expect(idsOf(after.body)).toEqual(idsOf(before.body))
  const first = after.body.sections[0]?.activities[0]
  expect(first?.period).toMatchObject({ windows: [{ start: '2026-03-01', end: '2026-03-31' }] })
  expect(first?.period?.text).toBe(before.body.sections[0]?.activities[0]?.period?.text)
  const { body } = await app.as('head').call(roadMapsContract.listRevisions, { id: roadMapId })
  expect(body.revisions.map(({ status, reason }) => [status, reason])).toEqual([
    ['approved', 'уточнено понимание'],
    ['superseded', ''],
  ])
})

test('what was understood better is not asked again when the file comes back', async () => {
  const read = await upload(demoOrderDocx())
  expect(read.understanding?.sections[0]?.activities[0]?.periodReading).toBe('март 2026')
  const { body } = await app.as('coordinator').call(importsContract.compareImport, { id: read.id })
  expect(body.difference?.outcome).toBe('identical')
})

test('another text by another order shows its difference and makes the next revision', async () => {
  const changed = demoOrderText.replace('Сводка дефицитов по школам', 'Сводка дефицитов по школам и предметам')
  const read = await upload(new TextEncoder().encode(changed), 'Приказ 52.txt')
  const { body } = await app.as('coordinator').call(importsContract.compareImport, { id: read.id })
  expect(body.difference?.outcome).toBe('text')
  expect(body.difference?.rows.some((row) => row.changes.some(({ field }) => field === 'expectedResult'))).toBe(true)
  const confirmed = await confirm(read, { orderNumber: '52', orderDate: '2026-03-02' })
  expect(confirmed.body).toMatchObject({ outcome: 'text', revision: 3, roadMapId })
})

test('two editors: the second is told what stands now, and nothing of hers is taken silently', async () => {
  const read = await upload(demoOrderDocx())
  const edit = (rowVersion: number, title: string) =>
    app.as('coordinator').call(importsContract.changeHeader, { id: read.id, rowVersion, change: { title } })
  const [one, other] = await Promise.all([edit(read.rowVersion, 'Первая'), edit(read.rowVersion, 'Вторая')])
  expect([one.status, other.status].sort()).toEqual([200, 412])
  const late = one.status === 412 ? one : other
  expect(late.refusal.current).toMatchObject({ rowVersion: read.rowVersion + 1 })
})

test('a period nobody understands is refused with an example', async () => {
  const [open] = (await app.as('coordinator').call(importsContract.listImports, {})).body.imports
  if (!open) throw new Error('there is an open import')
  const input = { id: open.id, rowVersion: open.rowVersion, key: '0.0', change: { periodReading: 'когда-нибудь' } }
  const refused = await app.as('coordinator').call(importsContract.changeActivity, input)
  expect(refused.status).toBe(422)
  expect(refused.refusal.message).toContain('когда-нибудь')
})

test('a stranger finds no import, no road map and no project of the district', async () => {
  const [open] = (await app.as('coordinator').call(importsContract.listImports, {})).body.imports
  if (!open) throw new Error('there is an open import')
  expect((await app.as('stranger').call(importsContract.loadImport, { id: open.id })).status).toBe(404)
  expect((await app.as('stranger').call(importsContract.listImports, {})).body.imports).toEqual([])
  expect((await app.as('stranger').call(roadMapsContract.loadRoadMap, { id: roadMapId })).status).toBe(404)
  expect((await app.as('stranger').call(importsContract.clarifyRoadMap, { roadMapId })).status).toBe(404)
  expect((await app.as('stranger').call(programmesContract.listProgrammes, {})).body.programmes).toEqual([])
  expect((await app.as('director').call(importsContract.listImports, {})).status).toBe(403)
  expect((await app.as('nobody').call(roadMapsContract.listRoadMaps, {})).status).toBe(401)
})

test('a photo, an empty file and a scan are answered with a sentence, and the server goes on', async () => {
  const photo = await upload(new Uint8Array([0xff, 0xd8, 0xff, 0xe0, ...new Array(400).fill(7)]), 'Приказ.docx')
  expect(photo.status).toBe('failed')
  expect(photo.findings[0]?.advice.length).toBeGreaterThan(10)
  const empty = await app
    .as('coordinator')
    .call(importsContract.importOrder, { name: 'x' }, { upload: new Uint8Array() })
  expect(empty.status).toBe(400)
})

test('a failure in the middle of a confirmation leaves nothing behind', async () => {
  const read = await upload(new TextEncoder().encode(demoOrderText.replaceAll('2026', '2027')), 'Приказ на 2027.txt')
  const before = await counts()
  for (const table of ['document', 'participant', 'road_map_revision', 'activity', 'activity_revision']) {
    await breaking(table, async () => {
      const refused = await confirm(read, { orderNumber: '9', orderDate: '2027-02-08' })
      expect(refused.status).toBe(500)
    })
    expect(await counts()).toEqual(before)
  }
  expect((await settled(read.id)).status).toBe('ready')
  const [one, other] = await Promise.all([
    confirm(read, { orderNumber: '9', orderDate: '2027-02-08' }),
    confirm(read, { orderNumber: '9', orderDate: '2027-02-08' }),
  ])
  expect([one.status, other.status].sort()[0]).toBe(200)
  expect([one.status, other.status].sort()[1]).toBeGreaterThanOrEqual(409)
  expect((await counts()).revisions).toBe((before.revisions ?? 0) + 1)
})

test('the template starts the same way, and refuses a second confirmation', async () => {
  const started = await app.as('coordinator').call(importsContract.startFromTemplate, { year: 2028 })
  const read = await settled(started.body.id)
  expect(read.understanding?.participants.length).toBeGreaterThanOrEqual(6)
  const confirmed = await confirm(read, { orderNumber: '1', orderDate: '2028-01-20' })
  expect(confirmed.body).toMatchObject({ outcome: 'created', revision: 1 })
  expect((await confirm(read)).status).toBe(409)
})

/** While `use` runs, every insert into this table fails. */
async function breaking(table: string, use: () => Promise<void>): Promise<void> {
  const [database] = await app.opora.database.query<{ name: string }>('select current_database() as name')
  const url = databaseAddress(inject('postgres').ownerUrl, database?.name ?? '')
  const body = `begin raise 'broken on purpose'; end`
  await withClient(url, async (owner) => {
    await owner.query(`create function broken() returns trigger language plpgsql as $$ ${body} $$`)
    await owner.query(`create trigger broken before insert on ${table} for each row execute function broken()`)
    try {
      await use()
    } finally {
      await owner.query('drop function broken() cascade')
    }
  })
}
