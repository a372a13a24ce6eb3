import { importsContract } from '../../src/features/road-maps/import-contract.ts'
import type { TestApp } from './app.ts'

let templates = 0

/** An import of the built-in template, each of a year of its own, so that confirming founds a project of its own. */
export async function fromTemplate({ as }: Pick<TestApp, 'as'>) {
  const year = 2040 + (templates++ % 60)
  return (await as('coordinator').call(importsContract.startFromTemplate, { year })).body
}

/** A road map in force of a project of its own, by order № 12. */
export async function understoodRoadMap({ as }: Pick<TestApp, 'as'>) {
  const { id, rowVersion } = await fromTemplate({ as })
  const order = { orderNumber: '12', orderDate: '2024-02-01' }
  const { body } = await as('coordinator').call(importsContract.confirmUnderstanding, { id, rowVersion, ...order })
  return body.roadMapId
}
