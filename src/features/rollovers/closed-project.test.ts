import { beforeAll, expect, test } from 'vitest'
import { startTestApp, type TestApp } from '../../../test/harness/app.ts'
import { planYear } from '../../../test/harness/planned-year.ts'
import { assignmentsContract } from '../assignments/contract.ts'
import { programmesContract } from '../programmes/contract.ts'
import { roadMapsContract } from '../road-maps/contract.ts'
import { importsContract } from '../road-maps/import-contract.ts'
import { rolloversContract } from './contract.ts'

let app: TestApp
let year: Awaited<ReturnType<typeof planYear>>

beforeAll(async () => {
  app = await startTestApp()
  year = await planYear(app)
})

async function project() {
  const { body } = await app.as('coordinator').call(programmesContract.listProgrammes, {})
  const found = body.programmes.find((one) => one.id === year.programmeId)
  if (!found) throw new Error('no project')
  return found
}

async function close(reason: string) {
  const { id, rowVersion } = await project()
  return app.as('coordinator').call(programmesContract.closeProgramme, { id, rowVersion, reason })
}

async function reopen() {
  const { id, rowVersion } = await project()
  const reason = 'не приняты последние отчёты'
  return app.as('coordinator').call(programmesContract.reopenProgramme, { id, rowVersion, reason })
}

const school = () => {
  const [first] = app.district.schools
  if (!first) throw new Error('no school')
  return first.id
}

async function changeVariant() {
  const coordinator = app.as('coordinator')
  const { body } = await coordinator.call(programmesContract.listParticipants, { id: year.programmeId })
  const one = body.participants.find(({ organisationId }) => organisationId === school())
  if (!one) throw new Error('no participant')
  const { organisationId, rowVersion } = one
  const variant = one.variant === 'first-or-repeated' ? 'persistent-or-signs' : 'first-or-repeated'
  const change = { id: year.programmeId, organisationId, rowVersion, variant, reason: 'по итогам года' } as const
  return coordinator.call(programmesContract.changeVariant, change)
}

async function firstWindow() {
  const activityId = year.activities['1.2']
  if (!activityId) throw new Error('no such row')
  const place = { activityId, organisationId: school() }
  const { body } = await app.as('coordinator').call(assignmentsContract.loadCell, place)
  return { place, view: body, window: body.windows[0]?.window ?? { start: null, end: null } }
}

test('before its last day a project is closed with a reason, and only once', async () => {
  expect((await close('')).refusal.code).toBe('programme.say-why-closed')
  const closed = await close('год завершён досрочно')
  expect([closed.status, closed.body.closedReason]).toEqual([200, 'год завершён досрочно'])
  expect((await close('ещё раз')).refusal.code).toBe('programme.closed-already')
  await reopen()
})

test('a closed project is read as before and refuses every change with a sentence that says what to do', async () => {
  await close('год завершён досрочно')
  const coordinator = app.as('coordinator')
  const { place, view, window } = await firstWindow()
  expect(view.windows.flatMap((one) => Object.values(one.may))).not.toContain(true)
  expect((await coordinator.call(assignmentsContract.loadMatrix, { programmeId: year.programmeId })).status).toBe(200)

  const onBehalf = 'letter' as const
  const proof = { form: 'link', url: 'https://example.test/page' } as const
  const refused = [
    await coordinator.call(assignmentsContract.recordProof, { ...place, window, proof, onBehalf }),
    await app.as('director').call(assignmentsContract.recordProof, { ...place, window, proof, onBehalf: null }),
    await changeVariant(),
  ]
  expect(refused.map((one) => one.status)).toEqual([409, 409, 409])
  expect(refused.map((one) => one.refusal.code)).toEqual(Array(3).fill('server.project-closed'))
  expect(refused[0]?.refusal.message).toContain('Открыть его снова может муниципальный координатор')

  const again = await reopen()
  expect([again.status, again.body.closedAt]).toEqual([200, null])
  const recorded = await coordinator.call(assignmentsContract.recordProof, { ...place, window, proof, onBehalf })
  expect(recorded.status).toBe(200)
})

test('two projects and two years stand side by side: the old one is closed and read, the new one goes on', async () => {
  const coordinator = app.as('coordinator')
  const { roadMapId } = year
  const { body: preview } = await coordinator.call(rolloversContract.previewNextYear, { roadMapId })
  const schools = preview.schools.map((one) => one.organisationId)
  await close('год завершён досрочно')
  const rolling = { roadMapId, toYear: preview.year + 1, schools, listed: [] }
  const { body: begun } = await coordinator.call(rolloversContract.startNextYear, rolling)
  const order = { orderNumber: '7', orderDate: '2025-02-03' }
  const { id, rowVersion } = begun
  const confirmed = await coordinator.call(importsContract.confirmUnderstanding, { id, rowVersion, ...order })
  expect(confirmed.body.outcome).toBe('created')
  const { body } = await coordinator.call(roadMapsContract.listRoadMaps, {})
  expect(body.roadMaps.map((one) => one.year)).toEqual(expect.arrayContaining([preview.year, preview.year + 1]))
  const sent = await coordinator.call(roadMapsContract.sendToSchools, {
    id: confirmed.body.roadMapId,
    organisationIds: schools,
  })
  expect(sent.status).toBe(200)
})

test('nobody but its coordinator closes a project', async () => {
  const { id, rowVersion } = await project()
  for (const stranger of ['director', 'nobody'] as const) {
    const answer = await app
      .as(stranger)
      .call(programmesContract.closeProgramme, { id, rowVersion, reason: 'просто так' })
    expect([401, 403, 404]).toContain(answer.status)
  }
})
