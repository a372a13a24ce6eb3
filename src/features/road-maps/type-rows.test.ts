import { beforeAll, expect, test } from 'vitest'
import { startTestApp, type TestApp } from '../../../test/harness/app.ts'
import { planYear } from '../../../test/harness/planned-year.ts'
import { heicPhoto, scanPdf, scanPng } from '../../../test/harness/scan-file.ts'
import { confirmImport, uploadOrder } from '../../../test/harness/upload-order.ts'
import { scansContract } from '../scans/contract.ts'
import { roadMapsContract } from './contract.ts'
import { importsContract } from './import-contract.ts'

let app: TestApp

beforeAll(async () => {
  app = await startTestApp({ now: '2026-02-10T06:00:00Z' })
})

const rowsOf = (view: Awaited<ReturnType<typeof uploadOrder>>) =>
  view.understanding?.sections.flatMap((section) => section.activities) ?? []

async function typed(from: 'template' | 'nothing' | 'road-map', rest: { year: number; roadMapId?: string }, mark = 1) {
  const failed = await uploadOrder(app, scanPng(mark), 'Приказ.png')
  expect([failed.status, failed.isScan]).toEqual(['failed', true])
  const { id, rowVersion } = failed
  const answer = await app.as('coordinator').call(importsContract.typeRows, { id, rowVersion, from, ...rest })
  expect(answer.status).toBe(200)
  return (await app.as('coordinator').call(importsContract.loadImport, { id })).body
}

test('rows of a scan begin with the template of its year, and the scan lies beside them', async () => {
  const view = await typed('template', { year: 2026 })
  expect([view.status, view.findings]).toEqual(['ready', []])
  expect(rowsOf(view)).toHaveLength(11)
  expect(rowsOf(view)[0]?.period?.windows).toEqual([{ start: '2026-02-01', end: '2026-02-28' }])
  expect(view.understanding?.participants).toHaveLength(6)
  const scan = await app.as('coordinator').call(scansContract.loadScan, { id: view.scanId ?? '' })
  expect(scan.body.editions[0]?.pages[0]?.name).toBe('Приказ.png')
})

test('rows may begin with nothing: sections and rows are added, and confirmed the ordinary way', async () => {
  const view = await typed('nothing', { year: 2027 }, 2)
  expect(rowsOf(view)).toEqual([])
  const { id } = view
  const one = await app.as('coordinator').call(importsContract.addActivity, {
    id,
    rowVersion: view.rowVersion,
    section: 0,
    number: '1',
    title: 'Анкетирование',
  })
  const two = await app
    .as('coordinator')
    .call(importsContract.addSection, { id, rowVersion: one.body.rowVersion, number: '2', title: 'Наставничество' })
  const three = await app.as('coordinator').call(importsContract.changeActivity, {
    id,
    rowVersion: two.body.rowVersion,
    key: 'new-1',
    change: { periodReading: 'март' },
  })
  const head = await app.as('coordinator').call(importsContract.changeHeader, {
    id,
    rowVersion: three.body.rowVersion,
    change: { signatoryText: 'Рябинина В. С.', controllerText: 'оставляю за собой' },
  })
  expect(head.body.understanding.signatoryText).toBe('Рябинина В. С.')
  const confirmed = await confirmImport(app, { ...view, rowVersion: head.body.rowVersion }, { orderNumber: '12' })
  expect(confirmed.status).toBe(200)
  const { body } = await app.as('coordinator').call(roadMapsContract.loadRoadMap, { id: confirmed.body.roadMapId })
  expect(body.sections[0]?.activities[0]?.period?.windows).toEqual([{ start: '2027-03-01', end: '2027-03-31' }])
  expect(body.scanId).toBe(view.scanId)
})

test('rows may begin with an earlier road map, its terms moved on to the new year', async () => {
  const { roadMapId } = await planYear(app)
  const view = await typed('road-map', { year: 2026, roadMapId }, 3)
  const windows = rowsOf(view).map(({ number, period }) => [number, period?.windows.map(({ start }) => start) ?? null])
  expect(windows).toEqual([
    ['1.1', ['2026-02-01']],
    ['1.2', ['2026-02-01', '2026-09-01']],
    ['2.1', ['2026-01-01']],
    ['3.2', []],
    ['3.3', null],
  ])
  expect(view.understanding?.year).toBe(2026)
})

/** Where other programs leave no processor, a reading may be stopped for its time. */
async function uploadUnhurried(bytes: Uint8Array) {
  const read = () => uploadOrder(app, bytes, 'Приказ.pdf')
  const view = await read()
  return view.findings[0]?.code === 'unsafe-file' ? read() : view
}

test('a .pdf without text is a scan; a HEIC photograph and a broken picture are declined with advice', async () => {
  const pdf = await uploadUnhurried(scanPdf(3))
  expect([pdf.status, pdf.isScan, pdf.findings[0]?.message]).toEqual(['failed', true, expect.stringContaining('скан')])
  for (const [bytes, advice] of [
    [heicPhoto, 'JPEG'],
    [scanPng(9).subarray(0, 700), 'переснимите'],
  ] as const) {
    const view = await uploadOrder(app, bytes, 'IMG_0007.jpg')
    expect([view.status, view.isScan]).toEqual(['failed', false])
    expect(view.findings[0]?.advice).toContain(advice)
    const { id, rowVersion } = view
    const typing = { id, rowVersion, from: 'template' as const, year: 2026 }
    const answer = await app.as('coordinator').call(importsContract.typeRows, typing)
    expect([answer.status, answer.refusal.code]).toEqual([409, 'import.not-a-scan'])
  }
}, 60_000)

test('of two who begin the rows of one scan, one is told', async () => {
  const { id, rowVersion } = await uploadOrder(app, scanPng(11), 'Приказ.png')
  const begin = (from: 'template' | 'nothing') =>
    app.as('coordinator').call(importsContract.typeRows, { id, rowVersion, from, year: 2026 })
  const answers = await Promise.all([begin('template'), begin('nothing')])
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 412])
})
