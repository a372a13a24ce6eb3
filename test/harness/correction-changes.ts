import { correctionsContract } from '../../src/features/corrections/contract.ts'
import { roadMapsContract } from '../../src/features/road-maps/contract.ts'
import { importsContract } from '../../src/features/road-maps/import-contract.ts'
import type { RoadMapId } from '../../src/kernel/id.ts'
import type { Change, Stage } from './changes.ts'
import { understoodRoadMap } from './template-map.ts'

const head = {
  reason: 'По итогам собеседований меняются сроки',
  basisKind: 'interview',
  basis: 'протокол № 3',
} as const

/** Examples of changes around corrections of a road map. */
export const correctionChanges: Record<string, (stage: Stage) => Promise<Change>> = {
  'corrections.startCorrection': async (stage) => ({
    as: 'coordinator',
    input: { roadMapId: await understoodRoadMap(stage), ...head },
  }),
  'corrections.describeCorrection': async (stage) => {
    const { id, rowVersion } = await started(stage)
    return { as: 'coordinator', input: { id, rowVersion, ...head, basis: 'протокол № 4' } }
  },
  'corrections.nameMap': async (stage) => {
    const { id, rowVersion } = await started(stage)
    return { as: 'coordinator', input: { id, rowVersion, title: 'Дорожная карта поддержки школ' } }
  },
  'corrections.addRow': async (stage) => {
    const { id, activityId } = await started(stage)
    return {
      as: 'coordinator',
      input: { id, above: activityId, number: '1.9', title: 'Стажировка управленческих команд' },
    }
  },
  'corrections.changeRow': onRow((place) => ({ ...place, change: { title: 'Вебинары и консультации' } })),
  'corrections.removeRow': onRow((place) => place),
  'corrections.restoreRow': async (stage) => ({ as: 'coordinator', input: await changed(stage) }),
  'corrections.keepRow': async (stage) => ({ as: 'coordinator', input: await overtaken(stage) }),
  'corrections.approveCorrection': async (stage) => {
    const { id } = await changed(stage)
    return { as: 'coordinator', input: { id, rowVersion: 1, orderNumber: '45', orderDate: '2024-02-14' } }
  },
  'corrections.draftAmendingOrder': async (stage) => {
    const { id } = await changed(stage)
    return { as: 'coordinator', input: { id, rowVersion: 1 } }
  },
  'corrections.abandonCorrection': async (stage) => {
    const { id, rowVersion } = await started(stage)
    return { as: 'coordinator', input: { id, rowVersion } }
  },
}

type Place = Awaited<ReturnType<typeof started>>

function onRow(make: (place: Pick<Place, 'id' | 'activityId' | 'rowVersion'>) => Change['input']) {
  return async (stage: Stage): Promise<Change> => {
    const { id, activityId } = await started(stage)
    return { as: 'coordinator', input: make({ id, activityId, rowVersion: 1 }) }
  }
}

async function started(stage: Stage) {
  const roadMapId = await understoodRoadMap(stage)
  const { body } = await stage.as('coordinator').call(correctionsContract.startCorrection, { roadMapId, ...head })
  return { id: body.id, rowVersion: body.rowVersion, activityId: await firstRow(stage, roadMapId) }
}

/** A correction with its first row changed; the version is the row's. */
async function changed(stage: Stage) {
  const { id, activityId } = await started(stage)
  const { body } = await stage.as('coordinator').call(correctionsContract.changeRow, {
    id,
    activityId,
    rowVersion: 1,
    change: { title: 'Вебинары и консультации' },
  })
  return { id, activityId, rowVersion: body.rowVersion }
}

/** A change that another revision of the map has overtaken. */
async function overtaken(stage: Stage) {
  const place = await changed(stage)
  const { body: correction } = await stage.as('coordinator').call(correctionsContract.loadCorrection, { id: place.id })
  await reviseBehind(stage, correction.roadMapId)
  return place
}

async function firstRow({ as }: Stage, id: RoadMapId) {
  const { body } = await as('coordinator').call(roadMapsContract.loadRoadMap, { id })
  const row = body.sections[0]?.activities[0]
  if (!row) throw new Error('the road map has no rows')
  return row.activityId
}

/** The first row with other words at its end, by another way to a revision: «уточнено понимание». */
export async function reviseBehind({ as }: Pick<Stage, 'as'>, roadMapId: RoadMapId): Promise<string> {
  const coordinator = as('coordinator')
  const { body } = await coordinator.call(importsContract.clarifyRoadMap, { roadMapId })
  const { id, rowVersion } = body
  const { body: read } = await coordinator.call(importsContract.loadImport, { id })
  const title = `${read.understanding?.sections[0]?.activities[0]?.title} заново`
  const edit = { id, rowVersion, key: '0.0', change: { title } }
  const { body: edited } = await coordinator.call(importsContract.changeActivity, edit)
  const order = { orderNumber: '12', orderDate: '2024-02-01' }
  await coordinator.call(importsContract.confirmUnderstanding, { id, rowVersion: edited.rowVersion, ...order })
  return title
}
