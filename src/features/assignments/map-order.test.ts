import { expect, test } from 'vitest'
import { startTestApp } from '../../../test/harness/app.ts'
import { yearAskingForMaps } from '../../../test/harness/map-order-changes.ts'
import { approvedMap, askedMap, begunMap } from '../../../test/harness/school-map-changes.ts'
import { assignmentsContract } from './contract.ts'

const app = await startTestApp()
const { as } = app

test('the order of a school map proves the row that asks for it, and waits for the coordinator', async () => {
  const { place, activityId, other, window } = await yearAskingForMaps(app)
  const { organisationId } = place
  const asked = { activityId, organisationId, window }
  const rows = async () => (await as('director').call(assignmentsContract.listMapOrderRows, place)).body.rows
  expect(await rows()).toEqual([])
  const early = await as('director').call(assignmentsContract.proveByMapOrder, asked)
  expect([early.status, early.refusal.code]).toEqual([409, 'assignment.map-not-approved'])

  await approvedMap(app, place)
  expect(await rows()).toMatchObject([{ activityId, number: '1.6', window, order: { number: '12-о' } }])
  const wrong = await as('director').call(assignmentsContract.proveByMapOrder, { ...asked, activityId: other })
  expect([wrong.status, wrong.refusal.code]).toEqual([409, 'assignment.asks-no-map'])

  const { body: cell } = await as('director').call(assignmentsContract.proveByMapOrder, asked)
  expect(cell.state).toBe('waiting')
  expect(cell.windows[0]?.proofs).toMatchObject([
    { note: 'Дорожная карта школы утверждена приказом от 14.02.2024 № 12-о.' },
  ])
  expect(await rows()).toEqual([])
  const again = await as('director').call(assignmentsContract.proveByMapOrder, asked)
  expect([again.status, again.refusal.code]).toEqual([409, 'assignment.waiting-already'])
  const { body: same } = await as('director').call(assignmentsContract.loadCell, { activityId, organisationId })
  expect(same.windows[0]?.proofs).toHaveLength(1)
})

test('what the coordinator records by the word of the school is accepted at once; a stranger finds nothing', async () => {
  const { place, activityId, window } = await yearAskingForMaps(app)
  await approvedMap(app, place)
  const asked = { activityId, organisationId: place.organisationId, window }
  expect((await as('stranger').call(assignmentsContract.proveByMapOrder, asked)).status).toBe(404)
  expect((await as('stranger').call(assignmentsContract.listMapOrderRows, place)).status).toBe(404)
  const told = { ...asked, onBehalf: 'letter' as const }
  expect((await as('coordinator').call(assignmentsContract.proveByMapOrder, told)).body.state).toBe('accepted')
})

test('«Сегодня» tells a director to begin the map that is asked for, and to answer where consent is asked', async () => {
  const { place } = await yearAskingForMaps(app)
  const hints = async (visitor: 'director' | 'coordinator') =>
    (await as(visitor).call(assignmentsContract.loadToday, {})).body.hints
  const ofProject = async (programmeId: string) =>
    (await hints('director')).filter((one) => one.programmeId === programmeId && one.kind.startsWith('map-'))
  expect(await ofProject(place.programmeId)).toMatchObject([
    { kind: 'map-to-begin', count: 1, organisationId: place.organisationId },
  ])
  expect((await hints('coordinator')).filter((one) => one.kind === 'map-to-begin')).toEqual([])
  await begunMap(app, place)
  expect(await ofProject(place.programmeId)).toEqual([])

  const asked = await askedMap(app)
  expect(await ofProject(asked.place.programmeId)).toMatchObject([{ kind: 'map-to-answer', count: 1 }])
})
