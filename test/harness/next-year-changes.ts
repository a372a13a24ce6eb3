import { importsContract } from '../../src/features/road-maps/import-contract.ts'
import { rolloversContract } from '../../src/features/rollovers/contract.ts'
import type { Change, Stage } from './changes.ts'
import { understoodRoadMap } from './template-map.ts'

/** Examples of changes around the way into the next year. */
export const nextYearChanges: Record<string, (stage: Stage) => Promise<Change>> = {
  'rollovers.startNextYear': async (stage) => ({ as: 'coordinator', input: await rolling(stage) }),
  'imports.settleLeftover': async (stage) => {
    const started = await rolledOver(stage)
    const { id, rowVersion } = started
    return { as: 'coordinator', input: { id, rowVersion, leftover: '0', answer: 'replace' } }
  },
}

async function rolling(stage: Pick<Stage, 'as'>) {
  const roadMapId = await understoodRoadMap(stage)
  const { body } = await stage.as('coordinator').call(rolloversContract.previewNextYear, { roadMapId })
  const schools = body.schools.map((one) => one.organisationId)
  return { roadMapId, toYear: body.year + 1, schools, listed: [] }
}

/** An import of the next year in which the old one is still named. */
async function rolledOver(stage: Pick<Stage, 'as'>) {
  const { body } = await stage.as('coordinator').call(rolloversContract.startNextYear, await rolling(stage))
  const { body: view } = await stage.as('coordinator').call(importsContract.loadImport, { id: body.id })
  if (view.understanding?.nextYear?.leftovers.length === 0) throw new Error('the template names its year')
  return body
}
