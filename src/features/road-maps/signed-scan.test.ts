import { createHash } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { startTestApp, type TestApp } from '../../../test/harness/app.ts'
import { askHouse } from '../../../test/harness/ask-house.ts'
import type { Visitor } from '../../../test/harness/district.ts'
import { planYear } from '../../../test/harness/planned-year.ts'
import { freshScan } from '../../../test/harness/scan-changes.ts'
import { heicPhoto, scanPdf, scanPng } from '../../../test/harness/scan-file.ts'
import { confirmImport, uploadOrder } from '../../../test/harness/upload-order.ts'
import { filesContract } from '../files/contract.ts'
import { scansContract } from '../scans/contract.ts'
import { roadMapsContract } from './contract.ts'
import { demoOrderDocx } from './demo-order.ts'
import { type ImportView, importsContract } from './import-contract.ts'

let app: TestApp

beforeAll(async () => {
  app = await startTestApp({ now: '2026-02-10T06:00:00Z' })
})

async function begun() {
  const { body } = await app.as('coordinator').call(importsContract.startFromTemplate, { year: 2026 })
  return (await app.as('coordinator').call(importsContract.loadImport, { id: body.id })).body
}

function lay({ id }: Pick<ImportView, 'id'>, upload: Uint8Array, name = 'Приказ 47 (скан).pdf') {
  return app.as('coordinator').call(importsContract.layImportScan, { id, name }, { upload })
}

async function scanOf(id: ImportView['scanId'], visitor: Visitor = 'coordinator') {
  return app.as(visitor).call(scansContract.loadScan, { id: id ?? '' })
}

test('a scan is kept with its facts and changes nothing of the understanding', async () => {
  const before = await begun()
  const bytes = freshScan()
  const { body } = await lay(before, bytes)
  const after = (await app.as('coordinator').call(importsContract.loadImport, { id: before.id })).body
  expect(after).toEqual({ ...before, scanId: body.scanId })
  const page = (await scanOf(after.scanId)).body.editions[0]?.pages[0]
  expect(page).toMatchObject({
    name: 'Приказ 47 (скан).pdf',
    type: 'application/pdf',
    size: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    addedBy: 'Заречный coordinator',
    addedAt: expect.stringContaining('2026-02-10T06:0'),
  })
})

test('photographs follow one another; the same one twice is refused in words', async () => {
  const { body } = await lay(await begun(), scanPng(1), 'Лист 1.png')
  const add = (rowVersion: number, upload: Uint8Array, name: string) =>
    app.as('coordinator').call(scansContract.addScanPage, { id: body.scanId, rowVersion, name }, { upload })
  const two = await add(1, scanPng(2), 'Лист 2.png')
  expect(two.body.editions[0]?.pages.map(({ name }) => name)).toEqual(['Лист 1.png', 'Лист 2.png'])
  const twice = await add(two.body.rowVersion, scanPng(2), 'Лист 2 (копия).png')
  expect([twice.status, twice.refusal.code]).toEqual([409, 'scan.page-twice'])
  expect((await scanOf(body.scanId)).body.rowVersion).toBe(two.body.rowVersion)
})

test('a series of forty photographs is one scan', async () => {
  const { body } = await lay(await begun(), scanPng(100), 'Фото 1.png')
  for (let page = 2; page <= 40; page++) {
    const place = { id: body.scanId, rowVersion: page - 1, name: `Фото ${page}.png` }
    const answer = await app
      .as('coordinator')
      .call(scansContract.addScanPage, place, { upload: scanPng(100 + page, { width: 60, height: 80 }) })
    expect(answer.status).toBe(200)
  }
  expect((await scanOf(body.scanId)).body.editions[0]?.pages).toHaveLength(40)
})

test('a replaced scan stays to be read, and the change leaves a trace', async () => {
  const { body } = await lay(await begun(), freshScan(), 'Первый.pdf')
  const replacing = { id: body.scanId, rowVersion: 1, name: 'Второй.pdf' }
  const answer = await app.as('coordinator').call(scansContract.replaceScan, replacing, { upload: freshScan() })
  expect(answer.body.editions.map(({ edition, pages }) => [edition, pages[0]?.name])).toEqual([
    [2, 'Второй.pdf'],
    [1, 'Первый.pdf'],
  ])
  const former = answer.body.editions[1]?.pages[0]
  expect((await app.as('coordinator').call(filesContract.openFile, { id: former?.id ?? '' })).status).toBe(200)
  const traces = await askHouse<{ action: string }>(
    app.opora,
    'select action from audit_entry where subject_id = $1 order by at, id',
    [body.scanId],
  )
  expect(traces.map(({ action }) => action)).toEqual(['scan.laid', 'scan.replaced'])
})

test('of two who lay a scan at once, one is told which is in force', async () => {
  const imported = await begun()
  const answers = await Promise.all([lay(imported, freshScan(), 'Один.pdf'), lay(imported, freshScan(), 'Другой.pdf')])
  const [done, late] = answers.sort((one, other) => one.status - other.status)
  expect([done?.status, late?.status, late?.refusal.code]).toEqual([200, 412, 'scan.already-laid'])
  expect(late?.refusal.current).toEqual((await scanOf(done?.body.scanId ?? null)).body)
  const files = await askHouse(app.opora, `select id from file where name in ('Один.pdf', 'Другой.pdf')`)
  expect(files).toHaveLength(1)
})

test.each([
  ['HEIC', heicPhoto, 'scan.heic', 'JPEG'],
  ['a broken picture', scanPng().subarray(0, 900), 'scan.damaged-picture', 'повреждён'],
  ['a .pdf cut in the middle', scanPdf(2).subarray(0, 500), 'scan.damaged-pdf', 'не полностью'],
  ['a Word file', demoOrderDocx(), 'scan.not-a-scan', '.pdf'],
])('%s is declined with advice, and nothing is kept', async (_kind, bytes, code, advice) => {
  const imported = await begun()
  const answer = await lay(imported, bytes, 'Приказ.jpg')
  expect([answer.status, answer.refusal.code]).toEqual([422, code])
  expect(answer.refusal.message).toContain(advice)
  const after = (await app.as('coordinator').call(importsContract.loadImport, { id: imported.id })).body
  expect(after.scanId).toBe(null)
})

test('the schools that were sent the plan read its scan, also one that comes later; a neighbouring district never', async () => {
  const imported = await uploadOrder(app, demoOrderDocx())
  const { body } = await lay(imported, freshScan())
  const { body: confirmed } = await confirmImport(app, imported)
  expect((await scanOf(body.scanId, 'director')).status).toBe(404)

  const participants = await askHouse<{ organisation_id: string }>(
    app.opora,
    'select organisation_id from participant where programme_id = $1',
    [confirmed.programmeId],
  )
  const organisationIds = participants.map((one) => one.organisation_id)
  // The director's own school is made a participant, as if the order had named it.
  const own = app.district.schools[0]?.id ?? ''
  await askHouse(
    app.opora,
    `insert into participant (programme_id, organisation_id, variant, joined_at) values ($1, $2, 'undefined', now())
     on conflict do nothing`,
    [confirmed.programmeId, own],
  )
  await app
    .as('coordinator')
    .call(roadMapsContract.sendToSchools, { id: confirmed.roadMapId, organisationIds: [...organisationIds, own] })

  const seen = await app.as('director').call(roadMapsContract.loadRoadMap, { id: confirmed.roadMapId })
  expect(seen.body.scanId).toBe(body.scanId)
  const scan = await scanOf(body.scanId, 'director')
  expect([scan.status, scan.body.isYours]).toEqual([200, false])
  const page = scan.body.editions[0]?.pages[0]
  expect((await app.as('director').call(filesContract.openFile, { id: page?.id ?? '' })).status).toBe(200)

  const later = await app.as('coordinator').call(
    scansContract.addScanPage,
    { id: body.scanId, rowVersion: 1, name: 'Лист согласования.pdf' },
    {
      upload: freshScan(),
    },
  )
  expect((await scanOf(body.scanId, 'director')).body.editions[0]?.pages).toHaveLength(2)
  for (const visitor of ['stranger', 'neighbour'] as const) {
    const isSent = organisationIds.includes(app.district.schools[1]?.id ?? '')
    if (visitor === 'neighbour' && isSent) continue
    expect([visitor, (await scanOf(body.scanId, visitor)).status]).toEqual([visitor, 404])
  }
  expect(later.status).toBe(200)
})

test('a scan may be laid to a road map that is in force, and replaced there', async () => {
  const started = await app.as('coordinator').call(importsContract.startFromTemplate, { year: 2033 })
  const { body: confirmed } = await app.as('coordinator').call(importsContract.confirmUnderstanding, {
    id: started.body.id,
    rowVersion: started.body.rowVersion,
    orderNumber: '5',
    orderDate: '2033-02-01',
  })
  const layTo = (upload: Uint8Array) =>
    app
      .as('coordinator')
      .call(roadMapsContract.layRoadMapScan, { id: confirmed.roadMapId, name: 'Приказ.pdf' }, { upload })
  const { body } = await layTo(freshScan())
  const roadMap = await app.as('coordinator').call(roadMapsContract.loadRoadMap, { id: confirmed.roadMapId })
  expect(roadMap.body.scanId).toBe(body.scanId)
  const again = await layTo(freshScan())
  expect([again.status, again.refusal.code]).toEqual([412, 'scan.already-laid'])
  const head = await app.as('head').call(
    roadMapsContract.layRoadMapScan,
    { id: confirmed.roadMapId, name: 'Приказ.pdf' },
    {
      upload: freshScan(),
    },
  )
  expect(head.status).toBe(403)

  const clarified = await app.as('coordinator').call(importsContract.clarifyRoadMap, { roadMapId: confirmed.roadMapId })
  const view = await app.as('coordinator').call(importsContract.loadImport, { id: clarified.body.id })
  expect(view.body.scanId).toBe(body.scanId)
})

test('a road map without an order has nothing to lay a scan to', async () => {
  const { roadMapId } = await planYear(app)
  const answer = await app
    .as('coordinator')
    .call(roadMapsContract.layRoadMapScan, { id: roadMapId, name: 'Приказ.pdf' }, { upload: freshScan() })
  expect([answer.status, answer.refusal.code]).toEqual([409, 'road-map.without-order'])
})
