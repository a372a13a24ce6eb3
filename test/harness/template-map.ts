import { importsContract } from '../../src/features/road-maps/import-contract.ts'
import type { TestApp } from './app.ts'

let templates = 0

/** An import of the built-in template, each of a project of its own, so that confirming founds one. */
export async function fromTemplate({ as }: Pick<TestApp, 'as'>) {
  const coordinator = as('coordinator')
  const year = 2040 + (templates++ % 60)
  const { body } = await coordinator.call(importsContract.startFromTemplate, { year })
  const named = { id: body.id, rowVersion: body.rowVersion, change: { programmeTitle: `Сопровождение ${templates}` } }
  const { body: renamed } = await coordinator.call(importsContract.changeHeader, named)
  return { ...body, rowVersion: renamed.rowVersion }
}

/** A road map in force of a project of its own, by order № 12. */
export async function understoodRoadMap({ as }: Pick<TestApp, 'as'>) {
  const { id, rowVersion } = await fromTemplate({ as })
  const order = { orderNumber: '12', orderDate: '2024-02-01' }
  const { body } = await as('coordinator').call(importsContract.confirmUnderstanding, { id, rowVersion, ...order })
  return body.roadMapId
}
