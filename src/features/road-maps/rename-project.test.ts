import { beforeAll, expect, test } from 'vitest'
import { startTestApp, type TestApp } from '../../../test/harness/app.ts'
import { ownProject } from '../../../test/harness/next-year-changes.ts'
import { type ProgrammeView, programmesContract } from '../programmes/contract.ts'
import { roadMapsContract } from './contract.ts'
import { importsContract } from './import-contract.ts'

let app: TestApp

beforeAll(async () => {
  app = await startTestApp()
})

function rename({ id, rowVersion }: Pick<ProgrammeView, 'id' | 'rowVersion'>, title: string) {
  return app.as('coordinator').call(programmesContract.renameProgramme, { id, rowVersion, title })
}

test('the project is called otherwise, and whoever comes second reads what it is called now', async () => {
  const project = await ownProject(app)
  const { body } = await rename(project, 'Поддержка школ округа')
  expect(body).toMatchObject({ title: 'Поддержка школ округа', rowVersion: project.rowVersion + 1 })
  const late = await rename(project, 'Опоздавшее название')
  expect([late.status, late.refusal.current]).toMatchObject([412, { title: 'Поддержка школ округа' }])
  expect((await rename(body, 'Поддержка школ округа')).refusal.code).toBe('programme.same-title')
})

test('a title that another project of the year bears is refused', async () => {
  const [one, other] = [await ownProject(app), await ownProject(app)]
  const coordinator = app.as('coordinator')
  const { body } = await coordinator.call(importsContract.startFromTemplate, { year: one.year })
  const named = { id: body.id, rowVersion: body.rowVersion, change: { programmeTitle: other.title } }
  const { body: ready } = await coordinator.call(importsContract.changeHeader, named)
  const order = { orderNumber: '13', orderDate: '2024-02-02' }
  await coordinator.call(importsContract.confirmUnderstanding, { id: body.id, rowVersion: ready.rowVersion, ...order })
  expect((await rename(one, `  ${other.title} `)).refusal.code).toBe('programme.title-taken')
})

test('the order that founded it, read again with its own title, finds the renamed project', async () => {
  const project = await ownProject(app)
  await rename(project, 'Поддержка и сопровождение')
  const coordinator = app.as('coordinator')
  const { body } = await coordinator.call(importsContract.startFromTemplate, { year: project.year })
  const named = { id: body.id, rowVersion: body.rowVersion, change: { programmeTitle: project.title } }
  const { body: ready } = await coordinator.call(importsContract.changeHeader, named)
  const order = { orderNumber: '12', orderDate: '2024-02-01' }
  const again = { id: body.id, rowVersion: ready.rowVersion, ...order }
  const { body: confirmed } = await coordinator.call(importsContract.confirmUnderstanding, again)
  const { body: map } = await coordinator.call(roadMapsContract.loadRoadMap, { id: confirmed.roadMapId })
  expect(map.programmeId).toBe(project.id)
})

test('a closed project keeps its title, and a school or a stranger names none', async () => {
  const project = await ownProject(app)
  const reason = 'год завершён досрочно'
  const { id, rowVersion } = project
  const { body: closed } = await app
    .as('coordinator')
    .call(programmesContract.closeProgramme, { id, rowVersion, reason })
  const late = await rename(closed, 'Поздно')
  expect([late.status, late.refusal.code]).toEqual([409, 'server.project-closed'])
  const input = { id, rowVersion: closed.rowVersion, title: 'Чужое' }
  expect((await app.as('director').call(programmesContract.renameProgramme, input)).status).toBe(403)
  expect((await app.as('stranger').call(programmesContract.renameProgramme, input)).status).toBe(404)
})
