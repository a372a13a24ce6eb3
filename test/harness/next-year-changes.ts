import { programmesContract } from '../../src/features/programmes/contract.ts'
import { roadMapsContract } from '../../src/features/road-maps/contract.ts'
import { importsContract } from '../../src/features/road-maps/import-contract.ts'
import { rolloversContract } from '../../src/features/rollovers/contract.ts'
import type { Change, Stage } from './changes.ts'
import { understoodRoadMap } from './template-map.ts'

/** Examples of changes around the way into the next year. */
export const nextYearChanges: Record<string, (stage: Stage) => Promise<Change>> = {
  'rollovers.startNextYear': async (stage) => ({ as: 'coordinator', input: await rolling(stage) }),
  'programmes.renameProgramme': async (stage) => {
    const { id, rowVersion } = await ownProject(stage)
    return { as: 'coordinator', input: { id, rowVersion, title: `Поддержка школ ${id.slice(-6)}` } }
  },
  'programmes.closeProgramme': async (stage) => {
    const { id, rowVersion } = await ownProject(stage)
    return { as: 'coordinator', input: { id, rowVersion, reason: 'год завершён досрочно' } }
  },
  'programmes.reopenProgramme': async (stage) => {
    const { id, rowVersion } = await closed(stage)
    return { as: 'coordinator', input: { id, rowVersion, reason: 'не приняты последние отчёты' } }
  },
  'imports.settleLeftover': async (stage) => {
    const started = await rolledOver(stage)
    const { id, rowVersion } = started
    return { as: 'coordinator', input: { id, rowVersion, leftover: '0', answer: 'replace' } }
  },
}

/** A project of its own, closed by hand. */
async function closed(stage: Pick<Stage, 'as'>) {
  const { id, rowVersion } = await ownProject(stage)
  const reason = 'год завершён досрочно'
  return (await stage.as('coordinator').call(programmesContract.closeProgramme, { id, rowVersion, reason })).body
}

export async function ownProject({ as }: Pick<Stage, 'as'>) {
  const roadMapId = await understoodRoadMap({ as })
  const { body: roadMap } = await as('coordinator').call(roadMapsContract.loadRoadMap, { id: roadMapId })
  const { body } = await as('coordinator').call(programmesContract.listProgrammes, {})
  const found = body.programmes.find((one) => one.id === roadMap.programmeId)
  if (!found) throw new Error('the road map has no project')
  return found
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
