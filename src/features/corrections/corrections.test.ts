import { beforeAll, expect, test } from 'vitest'
import { startTestApp, type TestApp } from '../../../test/harness/app.ts'
import { correcting, correctionHead, versionOf } from '../../../test/harness/correcting.ts'
import { reviseBehind } from '../../../test/harness/correction-changes.ts'
import { understoodRoadMap } from '../../../test/harness/template-map.ts'
import type { RoadMapId } from '../../kernel/id.ts'
import { documentsContract } from '../documents/contract.ts'
import { roadMapsContract } from '../road-maps/contract.ts'
import { type CorrectionView, correctionsContract } from './contract.ts'

let app: TestApp

const { begin, load, edit, approve } = correcting({ as: (...who) => app.as(...who) })

beforeAll(async () => {
  app = await startTestApp()
})

async function titles(id: RoadMapId) {
  const { body } = await app.as('coordinator').call(roadMapsContract.loadRoadMap, { id })
  return body.sections.flatMap((section) => section.activities.map((row) => row.title))
}

test('a correction changes, adds and removes rows; its order makes it the next revision, and the one before stays', async () => {
  const roadMapId = await understoodRoadMap(app)
  const before = await titles(roadMapId)
  let correction = await begin(roadMapId)
  expect(correction.rows.map((row) => row.kind)).toEqual(before.map(() => 'same'))

  const changed = await edit(correction, 0, { title: 'Вебинары и очные встречи', period: 'март–апрель' })
  expect(changed.body.changes.map((one) => one.field)).toContain('title')
  const [first, second] = correction.rows
  if (!first || !second) throw new Error('the template has rows')
  const place = { id: correction.id, above: first.activityId }
  await app.as('coordinator').call(correctionsContract.addRow, { ...place, number: '1.9', title: 'Стажировки' })
  await app
    .as('coordinator')
    .call(correctionsContract.removeRow, { id: correction.id, activityId: second.activityId, rowVersion: 1 })

  correction = await load(correction.id)
  expect(correction.rows.slice(0, 3).map((row) => row.kind)).toEqual(['changed', 'added', 'removed'])
  expect(correction.needsOrder).toBe(true)
  expect(await titles(roadMapId)).toEqual(before)

  const without = await approve(correction, null, null)
  expect([without.status, without.refusal.code]).toEqual([422, 'correction.needs-order'])
  const approved = await approve(correction)
  expect(approved.body.revision).toBe(2)
  expect(await titles(roadMapId)).toEqual(['Вебинары и очные встречи', 'Стажировки', ...before.slice(2)])

  const { body } = await app.as('coordinator').call(roadMapsContract.listRevisions, { id: roadMapId })
  expect(
    body.revisions.map(({ number, status, orderNumber, reason }) => ({ number, status, orderNumber, reason })),
  ).toEqual([
    {
      number: 2,
      status: 'approved',
      orderNumber: '45',
      reason: `${correctionHead.reason} (собеседование: протокол № 3)`,
    },
    { number: 1, status: 'superseded', orderNumber: '12', reason: '' },
  ])
})

test('an amending order is never earlier than the order of the revision in force, and never of a day to come', async () => {
  const correction = await begin(await understoodRoadMap(app))
  await edit(correction, 0, { title: 'Вебинары и очные встречи' })
  const ready = await load(correction.id)
  const refused = await approve(ready, '45', '2023-03-15')
  expect([refused.status, refused.refusal.code]).toEqual([422, 'correction.order-too-early'])
  expect(refused.refusal.message).toContain('01.02.2024')
  const early = await approve(ready, '45', '2024-02-15')
  expect([early.status, early.refusal.code]).toEqual([422, 'correction.order-in-future'])
  expect((await approve(ready, '45', '2024-02-01')).body.revision).toBe(2)
})

test('a revision says what it changed, and a row tells its way through the revisions', async () => {
  const roadMapId = await understoodRoadMap(app)
  const correction = await begin(roadMapId)
  await edit(correction, 0, { title: 'Вебинары и очные встречи' })
  await approve(await load(correction.id))
  const coordinator = app.as('coordinator')
  const { body: difference } = await coordinator.call(roadMapsContract.compareRevision, { id: roadMapId, number: 2 })
  expect(difference.rows.map(({ kind, number, changes }) => [kind, number, changes.map((one) => one.field)])).toEqual([
    ['changed', '1.1', ['title']],
  ])
  const activityId = correction.rows[0]?.activityId
  if (!activityId) throw new Error('no rows')
  const { body } = await coordinator.call(roadMapsContract.listActivityHistory, { id: roadMapId, activityId })
  expect(body.changes.map(({ kind, revision }) => [kind, revision.number, revision.orderNumber])).toEqual([
    ['changed', 2, '45'],
    ['added', 1, '12'],
  ])
  const asked = { id: roadMapId, activityId }
  expect((await app.as('stranger').call(roadMapsContract.listActivityHistory, asked)).status).toBe(404)
})

test('the map is called otherwise once the correction is approved, and its order says so', async () => {
  const coordinator = app.as('coordinator')
  const roadMapId = await understoodRoadMap(app)
  const begun = await begin(roadMapId)
  const title = 'Дорожная карта поддержки школ на 2026 год'
  await coordinator.call(correctionsContract.nameMap, { ...versionOf(begun), title })
  const named = await load(begun.id)
  expect(named).toMatchObject({ title: begun.title, newTitle: title, needsOrder: true })
  const late = await coordinator.call(correctionsContract.nameMap, { ...versionOf(begun), title: 'Поздно' })
  expect([late.status, late.refusal.current]).toMatchObject([412, { newTitle: title }])

  const { body: order } = await coordinator.call(correctionsContract.draftAmendingOrder, versionOf(named))
  const { body: draft } = await coordinator.call(documentsContract.loadDocument, { id: order.documentId })
  expect(draft.text?.clauses[0]?.clauses).toEqual([
    `наименование Дорожной карты изложить в следующей редакции: «${title}».`,
  ])
  const ready = await load(begun.id)
  expect((await approve(ready, null, null)).refusal.code).toBe('correction.needs-order')
  expect((await approve(ready)).body.revision).toBe(2)
  expect((await coordinator.call(roadMapsContract.loadRoadMap, { id: roadMapId })).body.title).toBe(title)
  const compared = await coordinator.call(roadMapsContract.compareRevision, { id: roadMapId, number: 2 })
  expect(compared.body).toEqual({ title: { before: begun.title, after: title }, rows: [] })
})

test('the title that stands in force takes the change of it back', async () => {
  const begun = await begin(await understoodRoadMap(app))
  const call = (at: CorrectionView, title: string) =>
    app.as('coordinator').call(correctionsContract.nameMap, { ...versionOf(at), title })
  await call(begun, 'Другая карта')
  await call(await load(begun.id), begun.title)
  const back = await load(begun.id)
  expect(back).toMatchObject({ newTitle: null, needsOrder: false })
  expect((await approve(back)).refusal.code).toBe('correction.nothing-changed')
})

test('what only we understood otherwise needs no order', async () => {
  const correction = await begin(await understoodRoadMap(app))
  await edit(correction, 0, { proof: ['document'] })
  const approved = await approve(correction, null, null)
  expect(approved.body.revision).toBe(2)
})

test('two people change one row: the second reads the first, and different fields of one row are both kept', async () => {
  const correction = await begin(await understoodRoadMap(app))
  await edit(correction, 0, { title: 'Вебинары и встречи' })
  const second = await edit(correction, 0, { expectedResult: 'справка' })
  expect([second.status, second.refusal.code]).toEqual([412, 'correction.changed-meanwhile'])
  expect(second.refusal.current).toMatchObject({ rowVersion: 2, after: { title: 'Вебинары и встречи' } })
  await edit(await load(correction.id), 0, { expectedResult: 'справка' })
  expect((await load(correction.id)).rows[0]?.after).toMatchObject({
    title: 'Вебинары и встречи',
    expectedResult: 'справка',
  })
})

test('a revision that came out meanwhile is merged row by row; what both changed waits for a decision', async () => {
  const roadMapId = await understoodRoadMap(app)
  const correction = await begin(roadMapId)
  await edit(correction, 0, { title: 'Вебинары и очные встречи' })
  await edit(correction, 1, { expectedResult: 'аналитическая справка' })
  const title = await reviseBehind(app, roadMapId)

  const met = await load(correction.id)
  expect(met.revision).toBe(2)
  expect(met.rows[0]?.conflict).toMatchObject({ current: { title }, fields: ['title'] })
  expect(met.rows[1]).toMatchObject({ kind: 'changed', conflict: null })
  const refused = await approve(met)
  expect([refused.status, refused.refusal.code]).toEqual([409, 'correction.conflicts'])

  const row = met.rows[0]
  if (!row) throw new Error('the row is gone')
  const { activityId, rowVersion } = row
  await app.as('coordinator').call(correctionsContract.keepRow, { id: met.id, activityId, rowVersion })
  expect((await approve(await load(met.id))).body.revision).toBe(3)
  expect((await titles(roadMapId))[0]).toBe('Вебинары и очные встречи')
})

test('one correction is open at a time, and a closed one is changed no more', async () => {
  const roadMapId = await understoodRoadMap(app)
  const { id, rowVersion, rows } = await begin(roadMapId)
  const again = await app.as('coordinator').call(correctionsContract.startCorrection, { roadMapId, ...correctionHead })
  expect([again.status, again.refusal.code]).toEqual([409, 'correction.already-open'])
  await app.as('coordinator').call(correctionsContract.abandonCorrection, { id, rowVersion })
  const activityId = rows[0]?.activityId
  if (!activityId) throw new Error('no rows')
  const late = await app
    .as('coordinator')
    .call(correctionsContract.changeRow, { id, activityId, rowVersion: 1, change: { title: 'Поздно' } })
  expect([late.status, late.refusal.code]).toEqual([409, 'correction.closed'])
})

test('a term that cannot be understood is refused, and nothing is lost', async () => {
  const correction = await begin(await understoodRoadMap(app))
  const refused = await edit(correction, 0, { period: 'когда-нибудь потом' })
  expect([refused.status, refused.refusal.code]).toEqual([422, 'correction.period-not-understood'])
})

test('a stranger and a school find no corrections', async () => {
  const roadMapId = await understoodRoadMap(app)
  const { id } = await begin(roadMapId)
  expect((await app.as('stranger').call(correctionsContract.loadCorrection, { id })).status).toBe(404)
  expect((await app.as('stranger').call(correctionsContract.listCorrections, { roadMapId })).status).toBe(404)
  expect((await app.as('director').call(correctionsContract.loadCorrection, { id })).status).toBe(403)
})

test('of two who approve at the same moment one does, and the other is told that it is done', async () => {
  const roadMapId = await understoodRoadMap(app)
  const correction = await begin(roadMapId)
  await edit(correction, 0, { title: 'Вебинары и очные встречи' })
  const both = await Promise.all([approve(correction), approve(correction)])
  expect(both.map((one) => one.refusal.code ?? one.body.revision).sort()).toEqual([2, 'correction.closed'])
})

test('a row changed while the correction is approved stands in the revision, or its writer is told that it does not', async () => {
  const outcomes = new Set<string>()
  for (let round = 0; round < 6; round++) {
    const roadMapId = await understoodRoadMap(app)
    const correction = await begin(roadMapId)
    await edit(correction, 0, { title: 'Вебинары и очные встречи' })
    const title = `Собеседования с командами, ${round}`
    const [approved, edited] = await Promise.all([approve(correction), edit(correction, 1, { title })])
    expect(approved.status).toBe(200)
    const isThere = (await titles(roadMapId)).includes(title)
    outcomes.add(edited.status === 200 && !isThere ? 'lost' : (edited.refusal.code ?? 'kept'))
  }
  expect([...outcomes].filter((one) => one !== 'kept' && one !== 'correction.closed')).toEqual([])
})
