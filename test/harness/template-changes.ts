import { templatesContract } from '../../src/features/templates/contract.ts'
import type { Change, Stage } from './changes.ts'
import { understoodRoadMap } from './template-map.ts'

/** Examples of changes around templates; each keeps one of its own first. */
export const templateChanges: Record<string, (stage: Stage) => Promise<Change>> = {
  'templates.adoptTemplate': async () => ({ as: 'coordinator', input: { key: 'support-project', year: 2033 } }),
  'templates.saveAsTemplate': async (stage) => ({
    as: 'coordinator',
    input: { roadMapId: await understoodRoadMap(stage), title: 'Наш план' },
  }),
  'templates.renewTemplate': async (stage) => ({
    as: 'coordinator',
    input: { ...(await keptTemplate(stage)), roadMapId: await understoodRoadMap(stage) },
  }),
  'templates.renameTemplate': async (stage) => ({
    as: 'coordinator',
    input: { ...(await keptTemplate(stage)), title: 'Наш план, короткий' },
  }),
  'templates.removeTemplate': async (stage) => ({ as: 'coordinator', input: await keptTemplate(stage) }),
}

async function keptTemplate(stage: Pick<Stage, 'as'>) {
  const input = { roadMapId: await understoodRoadMap(stage), title: 'Наш план' }
  const { body } = await stage.as('coordinator').call(templatesContract.saveAsTemplate, input)
  return { key: body.key, rowVersion: body.own?.rowVersion ?? 0 }
}
