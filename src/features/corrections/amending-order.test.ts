import { beforeAll, expect, test } from 'vitest'
import { startTestApp, type TestApp } from '../../../test/harness/app.ts'
import { correcting, versionOf } from '../../../test/harness/correcting.ts'
import { orderText } from '../../../test/harness/document-changes.ts'
import { understoodRoadMap } from '../../../test/harness/template-map.ts'
import type { DocumentId } from '../../kernel/id.ts'
import { documentsContract } from '../documents/contract.ts'
import { type CorrectionView, correctionsContract } from './contract.ts'

let app: TestApp

const { begin, load, edit, approve } = correcting({ as: (...who) => app.as(...who) })

beforeAll(async () => {
  app = await startTestApp()
})

test('the amending order is drafted from the changes, registered, and its number is the one of the revision', async () => {
  const coordinator = app.as('coordinator')
  const roadMapId = await understoodRoadMap(app)
  const begun = await begin(roadMapId)
  const nothing = await coordinator.call(correctionsContract.draftAmendingOrder, versionOf(begun))
  expect([nothing.status, nothing.refusal.code]).toEqual([409, 'correction.nothing-to-order'])
  await edit(begun, 0, { title: 'Вебинары и очные встречи' })
  const { body: first } = await coordinator.call(correctionsContract.draftAmendingOrder, versionOf(begun))
  expect((await load(begun.id)).order).toMatchObject({ id: first.documentId, status: 'draft', isOutdated: false })

  await edit(await load(begun.id), 1, { expectedResult: 'справка' })
  const outdated = await load(begun.id)
  expect(outdated.order?.isOutdated).toBe(true)
  const { body: second } = await coordinator.call(correctionsContract.draftAmendingOrder, versionOf(outdated))
  const former = await coordinator.call(documentsContract.loadDocument, { id: first.documentId })
  expect(former.body.status).toBe('abandoned')

  const { body: draft } = await coordinator.call(documentsContract.loadDocument, { id: second.documentId })
  expect(draft.title).toBe('О внесении изменений в приказ от 01.02.2024 № 12')
  expect(draft.text?.preamble[0]).toContain('(собеседования показали, что сроки не выдерживаются; протокол № 3)')
  expect(draft.text?.clauses[0]?.clauses).toEqual([
    'в пункте 1.1 графу «Наименование мероприятия» изложить в следующей редакции: «Вебинары и очные встречи»;',
    'в пункте 1.2 графу «Ожидаемый результат» изложить в следующей редакции: «справка».',
  ])
  const signed = { ...versionOf(draft), number: '45-изм', date: '2024-02-14' }
  await coordinator.call(documentsContract.changeDraft, {
    ...versionOf(draft),
    text: { ...(draft.text ?? orderText), signatory: orderText.signatory },
    organisationIds: [],
  })
  await coordinator.call(documentsContract.registerDraft, { ...signed, rowVersion: signed.rowVersion + 1 })
  const ready = await load(begun.id)
  expect(ready.order).toMatchObject({ status: 'registered', number: '45-изм', date: '2024-02-14', isOutdated: false })

  await approve(ready, '45-изм', '2024-02-14')
  const { body } = await coordinator.call(documentsContract.listDocuments, { text: '45-изм' })
  expect(body.documents.map(({ id }) => id)).toEqual([second.documentId])
  expect((await load(begun.id)).order?.id).toBe(second.documentId)
})

test('beside a registered order no second one is drafted, and the changes are approved by it alone', async () => {
  const begun = await begin(await understoodRoadMap(app))
  await edit(begun, 0, { title: 'Вебинары и очные встречи' })
  const registered = await registerAmendment(begun.id, '50-изм')
  const again = await draftOrder(await load(begun.id))
  expect([again.status, again.refusal.code]).toEqual([409, 'correction.order-registered'])
  expect(again.refusal.current).toEqual({ documentId: registered })
  expect(again.refusal.message).toContain('№ 50-изм от 14.02.2024')
  const other = await approve(await load(begun.id), '51-изм')
  expect([other.status, other.refusal.code]).toEqual([409, 'correction.other-order'])
  expect((await approve(await load(begun.id), '50-изм')).body.revision).toBe(2)
})

test('an order that says something else approves nothing: the rows go back, or another one takes its place', async () => {
  const coordinator = app.as('coordinator')
  const begun = await begin(await understoodRoadMap(app))
  await edit(begun, 0, { title: 'Вебинары и очные встречи' })
  const first = await registerAmendment(begun.id, '52-изм')
  await edit(await load(begun.id), 1, { expectedResult: 'справка' })
  const met = await load(begun.id)
  expect(met.order).toMatchObject({ id: first, isOutdated: true, repeals: null })
  const refused = await approve(met, '52-изм')
  expect([refused.status, refused.refusal.code]).toEqual([409, 'correction.order-outdated'])

  const { body: second } = await draftOrder(met)
  const drafted = await load(begun.id)
  expect(drafted.order).toMatchObject({ id: second.documentId, status: 'draft', repeals: { id: first } })
  const { body: words } = await coordinator.call(documentsContract.loadDocument, { id: second.documentId })
  expect(words.text?.clauses[1]?.text).toMatch(
    /^Признать утратившим силу приказ .+ от 14\.02\.2024 № 52-изм «О внесении/,
  )
  const elsewhere = await approve(drafted, '53-изм')
  expect(elsewhere.refusal.code).toBe('correction.order-outdated')

  await registerDrafted(second.documentId, '53-изм')
  expect((await approve(await load(begun.id), '53-изм')).body.revision).toBe(2)
  expect((await load(begun.id)).order).toMatchObject({ id: second.documentId, number: '53-изм', isOutdated: false })
})

test('rows given back to what the registered order says let it approve; the draft in its place is put away', async () => {
  const begun = await begin(await understoodRoadMap(app))
  await edit(begun, 0, { title: 'Вебинары и очные встречи' })
  const first = await registerAmendment(begun.id, '54-изм')
  await edit(await load(begun.id), 1, { expectedResult: 'справка' })
  const { body: second } = await draftOrder(await load(begun.id))
  const row = (await load(begun.id)).rows[1]
  if (!row) throw new Error('the template has rows')
  const { activityId, rowVersion } = row
  await app.as('coordinator').call(correctionsContract.restoreRow, { id: begun.id, activityId, rowVersion })
  const met = await load(begun.id)
  expect(met.order).toMatchObject({ id: first, isOutdated: false, repeals: null })
  expect((await approve(met, '54-изм')).body.revision).toBe(2)
  const { body } = await app.as('coordinator').call(documentsContract.loadDocument, { id: second.documentId })
  expect(body.status).toBe('abandoned')
})

test('of two who draft the order at the same moment one does', async () => {
  const begun = await begin(await understoodRoadMap(app))
  await edit(begun, 0, { title: 'Вебинары и очные встречи' })
  const met = await load(begun.id)
  const both = await Promise.all([draftOrder(met), draftOrder(met)])
  expect(both.map((one) => one.status).sort()).toEqual([200, 412])
})

test('a draft is registered while another is drafted or the changes are approved elsewhere: never are two orders in force', async () => {
  for (let round = 0; round < 4; round++) {
    const begun = await begin(await understoodRoadMap(app))
    await edit(begun, 0, { title: 'Вебинары и очные встречи' })
    const { body: draft } = await draftOrder(await load(begun.id))
    const met = await load(begun.id)
    const [registered, decided] = await Promise.all([
      registerDrafted(draft.documentId, `6${round}-изм`),
      round % 2 === 0 ? draftOrder(met) : approve(met, `7${round}-изм`),
    ])
    expect([registered.status, decided.status].filter((one) => one === 200)).toHaveLength(1)
  }
})

async function draftOrder(correction: CorrectionView) {
  return app.as('coordinator').call(correctionsContract.draftAmendingOrder, versionOf(correction))
}

async function registerAmendment(id: CorrectionView['id'], number: string) {
  const { body } = await draftOrder(await load(id))
  await registerDrafted(body.documentId, number)
  return body.documentId
}

async function registerDrafted(id: DocumentId, number: string) {
  const coordinator = app.as('coordinator')
  const { body: draft } = await coordinator.call(documentsContract.loadDocument, { id })
  const text = { ...(draft.text ?? orderText), signatory: orderText.signatory }
  const { body } = await coordinator.call(documentsContract.changeDraft, {
    ...versionOf(draft),
    text,
    organisationIds: [],
  })
  return coordinator.call(documentsContract.registerDraft, { ...versionOf(body), number, date: '2024-02-14' })
}
