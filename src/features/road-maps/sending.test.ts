import { beforeAll, expect, test } from 'vitest'
import { startTestApp, type TestApp } from '../../../test/harness/app.ts'
import { confirmImport, demoOrder, readImport, uploadOrder } from '../../../test/harness/upload-order.ts'
import type { FileId, OrganisationId, RoadMapId } from '../../kernel/id.ts'
import { filesContract } from '../files/contract.ts'
import { organisationsContract } from '../organisations/contract.ts'
import { programmesContract } from '../programmes/contract.ts'
import { roadMapsContract } from './contract.ts'
import { demoOrderDocx } from './demo-order.ts'
import { importsContract } from './import-contract.ts'

let app: TestApp
let roadMapId: RoadMapId
let orderFileId: FileId

beforeAll(async () => {
  app = await startTestApp()
  const imported = await uploadOrder(app, demoOrderDocx())
  if (!imported.fileId) throw new Error('an order that was uploaded has a file')
  orderFileId = imported.fileId
  const confirmed = await confirmImport(app, imported)
  roadMapId = confirmed.body.roadMapId
})

test('schools see nothing before it is sent, their own plan afterwards, and acknowledge it once', async () => {
  expect((await app.as('director').call(roadMapsContract.loadRoadMap, { id: roadMapId })).status).toBe(404)
  const preview = await app.as('coordinator').call(roadMapsContract.previewDispatch, { id: roadMapId })
  const own = app.district.schools[0]
  const plan = preview.body.plans.find((one) => one.organisationId === own?.id)
  if (!own || !plan) throw new Error('the first school takes part')
  expect(plan.heldBack).toBeGreaterThan(0)
  expect(plan.text).toContain(own.shortName)
  expect(plan.text).toContain('Чем подтвердить')

  const send = (organisationIds: OrganisationId[]) =>
    app.as('coordinator').call(roadMapsContract.sendToSchools, { id: roadMapId, organisationIds })
  expect((await send([app.district.otherSchool.id])).status).toBe(422)
  expect((await send([own.id])).body.dispatches).toHaveLength(1)

  const seen = await app.as('director').call(roadMapsContract.loadRoadMap, { id: roadMapId })
  expect(seen.body.isWhole).toBe(false)
  expect(seen.body.sections.flatMap((section) => section.activities)).toEqual(plan.activities)
  expect((await app.as('neighbour').call(roadMapsContract.loadRoadMap, { id: roadMapId })).status).toBe(404)
  expect((await app.as('director').call(roadMapsContract.previewDispatch, { id: roadMapId })).status).toBe(403)

  const said = { id: roadMapId, organisationId: own.id }
  expect((await app.as('neighbour').call(roadMapsContract.acknowledge, said)).status).toBe(404)
  const acknowledged = await app.as('director').call(roadMapsContract.acknowledge, said)
  expect(acknowledged.body.acknowledgedBy).toBe('Заречный director')
  expect((await app.as('coordinator').call(roadMapsContract.acknowledge, said)).status).toBe(409)
  await send([own.id])
  const { body } = await app.as('director').call(roadMapsContract.listDispatches, { id: roadMapId })
  expect(body.dispatches).toMatchObject([{ organisationId: own.id, acknowledgedAt: acknowledged.body.acknowledgedAt }])
})

test('the signed order is read by the schools to which it was sent, and by no other', async () => {
  const open = async (visitor: 'director' | 'neighbour' | 'stranger') =>
    (await app.as(visitor).call(filesContract.openFile, { id: orderFileId })).status
  expect([await open('director'), await open('neighbour'), await open('stranger')]).toEqual([200, 404, 404])
})

test('a variant is given with a reason, is kept in the history, and opens its section to the school', async () => {
  const { body: roadMap } = await app.as('director').call(roadMapsContract.loadRoadMap, { id: roadMapId })
  const own = app.district.schools[0]
  if (!own) throw new Error('there is a first school')
  const place = { id: roadMap.programmeId, organisationId: own.id }
  const { body } = await app.as('director').call(programmesContract.listParticipants, { id: roadMap.programmeId })
  expect(body.participants.map((one) => one.organisationId)).toEqual([own.id])
  const rowVersion = body.participants[0]?.rowVersion ?? 0
  const change = { ...place, rowVersion, variant: 'first-or-repeated' as const, reason: 'Впервые в перечне' }
  expect((await app.as('director').call(programmesContract.changeVariant, change)).status).toBe(403)
  expect((await app.as('stranger').call(programmesContract.changeVariant, change)).status).toBe(404)
  const changed = await app.as('coordinator').call(programmesContract.changeVariant, change)
  expect(changed.body).toMatchObject({ variant: 'first-or-repeated', rowVersion: rowVersion + 1 })
  const stale = { ...change, variant: 'persistent-or-signs' as const }
  expect((await app.as('coordinator').call(programmesContract.changeVariant, stale)).status).toBe(412)
  const history = await app.as('director').call(programmesContract.listVariantChanges, place)
  expect(history.body.changes[0]).toMatchObject({ reason: 'Впервые в перечне', changedBy: 'Заречный coordinator' })
  const after = await app.as('director').call(roadMapsContract.loadRoadMap, { id: roadMapId })
  expect(after.body.sections.length).toBe(roadMap.sections.length + 1)

  const clarified = await app.as('coordinator').call(importsContract.clarifyRoadMap, { roadMapId })
  const { understanding } = await readImport(app, clarified.body.id)
  const shown = understanding?.participants.find((one) => one.organisationId === own.id)
  expect(shown?.variant).toBe('first-or-repeated')
})

test('reading and confirming take as many statements for many schools as for few', async () => {
  const preview = () => app.as('coordinator').call(roadMapsContract.previewDispatch, { id: roadMapId })
  const before = await preview()
  const few = await confirmWith(['МБОУ «Новая СОШ»'])
  const many = await confirmWith(Array.from({ length: 12 }, (_, index) => `МБОУ «Новая СОШ ${index}»`))
  expect([few.body.outcome, many.body.outcome]).toEqual(['participants', 'participants'])
  expect(many.statements).toBe(few.statements)
  const after = await preview()
  expect(after.body.plans).toHaveLength(before.body.plans.length + 13)
  expect(after.statements).toBe(before.statements)
  const { body } = await app.as('coordinator').call(organisationsContract.listOrganisations, {})
  expect(new Set(body.organisations.map((one) => one.fullName)).size).toBe(body.organisations.length)
})

/** The road map clarified by these schools more. */
async function confirmWith(newSchools: string[]) {
  const coordinator = app.as('coordinator')
  const started = await coordinator.call(importsContract.clarifyRoadMap, { roadMapId })
  let { id, rowVersion } = started.body
  for (const shortName of newSchools) {
    const school = { id, rowVersion, organisationId: null, shortName }
    rowVersion = (await coordinator.call(importsContract.addParticipant, school)).body.rowVersion
  }
  return coordinator.call(importsContract.confirmUnderstanding, { id, rowVersion, ...demoOrder })
}
