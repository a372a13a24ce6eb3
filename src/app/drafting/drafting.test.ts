import { beforeAll, describe, expect, test } from 'vitest'
import type { Stage } from '../../../test/harness/changes.ts'
import { correcting, versionOf } from '../../../test/harness/correcting.ts'
import { orderText } from '../../../test/harness/document-changes.ts'
import { startStage } from '../../../test/harness/make-change.ts'
import { tablesOf, textsOf } from '../../../test/harness/paper-texts.ts'
import { understoodRoadMap } from '../../../test/harness/template-map.ts'
import { confirmImport, uploadOrder } from '../../../test/harness/upload-order.ts'
import { correctionsContract } from '../../features/corrections/contract.ts'
import { documentsContract } from '../../features/documents/contract.ts'
import { roadMapsContract } from '../../features/road-maps/contract.ts'
import { demoOrderDocx } from '../../features/road-maps/demo-order.ts'
import { differencesOf } from '../../features/road-maps/print-road-map.ts'
import { understandOrder } from '../../features/road-maps/understand-order.ts'
import type { ProgrammeId } from '../../kernel/id.ts'
import { readPaperBytes } from '../../paper/open-paper.ts'
import { draftingContract } from './contract.ts'
import type { PaperLayout } from './layouts.ts'

let stage: Stage
let programmeId: ProgrammeId

beforeAll(async () => {
  stage = await startStage()
  const confirmed = await confirmImport(stage, await uploadOrder(stage, demoOrderDocx()))
  const map = await stage.as('coordinator').call(roadMapsContract.loadRoadMap, { id: confirmed.body.roadMapId })
  programmeId = map.body.programmeId
})

async function draft(layout: PaperLayout, id = programmeId) {
  return stage.as('coordinator').call(draftingContract.draftFromRecords, { programmeId: id, layout })
}

async function printed(layout: PaperLayout, format: 'docx' | 'pdf', id = programmeId) {
  const { body } = await draft(layout, id)
  const file = await stage.as('coordinator').call(documentsContract.printDocument, { id: body.id, format })
  return readPaperBytes(file.raw)
}

describe('the order with the road map', () => {
  test('is read again as the road map that was imported', async () => {
    const first = understandOrder(await readPaperBytes(demoOrderDocx()), { year: null }).roadMap
    const again = understandOrder(await printed('road-map-order', 'docx'), { year: null }).roadMap
    expect(first && again ? differencesOf([{ ...first, year: 2026 }], [again]) : null).toBe(0)
  })

  test('keeps its participants, and as PDF every activity', async () => {
    const read = understandOrder(await printed('road-map-order', 'docx'), { year: null })
    expect(read.order?.participants.length).toBe(6)
    const pdf = understandOrder(await printed('road-map-order', 'pdf'), { year: null })
    const numbers = (answer: typeof pdf) =>
      answer.roadMap?.sections.flatMap(({ activities }) => activities.map(({ number }) => number))
    expect(numbers(pdf)).toEqual(numbers(read))
  })
})

test('the letter names every school with its variant', async () => {
  const [table] = tablesOf(await printed('participants-letter', 'docx', stage.year.programmeId))
  const cells = table?.rows.map((row) => row.cells.map((cell) => cell.text)) ?? []
  expect(cells).toHaveLength(7)
  expect(cells[1]).toEqual(['1', 'МБОУ «Берёзовская СОШ»', 'Впервые или повторно за три года'])
})

test('the order on the coordinator names her', async () => {
  const text = textsOf(await printed('coordinator-order', 'docx')).join('\n')
  expect(text).toContain('Заречный coordinator, coordinator.')
})

test('the table of execution has every activity, and its own office alone sees it', async () => {
  const { body } = await draft('execution-table', stage.year.programmeId)
  expect([body.kind, body.addressees]).toEqual(['report', []])
  const [table] = tablesOf(await printed('execution-table', 'docx', stage.year.programmeId))
  const texts = table?.rows.map((row) => row.cells[0]?.text)
  for (const number of ['1.1', '1.2', '2.1', '3.2', '3.3']) expect(texts).toContain(number)
})

test('where nothing was changed there is nothing to amend', async () => {
  expect((await draft('amending-order')).refusal.code).toBe('road-map.nothing-to-amend')
})

test('an open correction becomes the words of an amending order', async () => {
  const { roadMapId, activities } = stage.year
  const head = { reason: 'По итогам собеседований', basisKind: 'interview' as const, basis: 'протокол № 3' }
  const as = stage.as('coordinator')
  const { body: correction } = await as.call(correctionsContract.startCorrection, { roadMapId, ...head })
  const place = { id: correction.id, activityId: activities['1.2'] ?? '', rowVersion: 1 }
  const changed = await as.call(correctionsContract.changeRow, {
    ...place,
    change: { title: 'Вебинары и консультации' },
  })
  expect(changed.status).toBe(200)
  const { body } = await draft('amending-order', stage.year.programmeId)
  expect(body.text?.clauses[0]?.clauses).toEqual([
    'в пункте 1.2 графу «Наименование мероприятия» изложить в следующей редакции: «Вебинары и консультации».',
  ])
})

test('a paper leads back to what it was made from, and an order to the revision that it put in force', async () => {
  const coordinator = stage.as('coordinator')
  const roadMapId = await understoodRoadMap(stage)
  const { begin, load, edit, approve } = correcting(stage)
  const correction = await begin(roadMapId)
  await edit(correction, 0, { title: 'Вебинары и очные встречи' })
  const { body } = await coordinator.call(correctionsContract.draftAmendingOrder, versionOf(await load(correction.id)))
  const ground = async (who: 'coordinator' | 'director' | 'stranger' = 'coordinator') =>
    stage.as(who).call(draftingContract.loadGround, { id: body.documentId })
  const drafted = (await ground()).body
  expect(drafted.correction).toMatchObject({ roadMapId, status: 'draft', mayOpen: true })
  expect([drafted.roadMap, drafted.project === null]).toEqual([null, false])
  expect([(await ground('director')).status, (await ground('stranger')).status]).toEqual([404, 404])

  const paper = await coordinator.call(documentsContract.loadDocument, { id: body.documentId })
  const { text, addressees } = paper.body
  const signed = { ...(text ?? orderText), signatory: orderText.signatory }
  const organisationIds = addressees.map((one) => one.organisationId)
  await coordinator.call(documentsContract.changeDraft, { ...versionOf(paper.body), text: signed, organisationIds })
  const numbered = { id: body.documentId, rowVersion: paper.body.rowVersion + 1, number: '91', date: '2024-02-14' }
  await coordinator.call(documentsContract.registerDraft, numbered)
  await approve(await load(correction.id), '91')
  const approved = (await ground()).body
  expect(approved.correction).toMatchObject({ status: 'approved', mayOpen: false })
  expect(approved.roadMap).toMatchObject({ id: roadMapId, revision: 2 })
  expect((await ground('director')).body).toMatchObject({ correction: null, project: null })
})

test('a stranger drafts nothing from it', async () => {
  const layout = 'participants-letter' as const
  const answer = await stage.as('stranger').call(draftingContract.draftFromRecords, { programmeId, layout })
  expect(answer.status).toBe(404)
})
