import { templateOffersContract } from '../../src/app/template-offers/contract.ts'
import { correctionsContract } from '../../src/features/corrections/contract.ts'
import { importsContract } from '../../src/features/road-maps/import-contract.ts'
import { templatesContract } from '../../src/features/templates/contract.ts'
import type { TestApp } from './app.ts'
import type { Change, Stage } from './changes.ts'
import { reviseBehind } from './correction-changes.ts'
import { understoodRoadMap } from './template-map.ts'

/** Examples of rows taken from a template that has changed. */
export const offerChanges: Record<string, (stage: Stage) => Promise<Change>> = {
  'template-offers.takeIntoImport': async (stage) => {
    const { id } = await begunAndChanged(stage)
    const { body } = await stage.as('coordinator').call(templateOffersContract.findForImport, { id })
    const { body: imported } = await stage.as('coordinator').call(importsContract.loadImport, { id })
    const { rowVersion } = imported
    return {
      as: 'coordinator',
      input: { id, rowVersion, revision: body.offer?.revision, row: body.offer?.rows[0]?.row },
    }
  },
  'template-offers.takeIntoCorrection': async (stage) => {
    const { id } = await correctedAndChanged(stage)
    const { body } = await stage.as('coordinator').call(templateOffersContract.findForCorrection, { id })
    const [row] = body.offer?.rows ?? []
    const seen = { revision: body.offer?.revision, row: row?.row, rowVersion: row?.rowVersion }
    return { as: 'coordinator', input: { id, ...seen } }
  },
  'template-offers.leaveOffer': async (stage) => {
    const { id } = await begunAndChanged(stage)
    const { body } = await stage.as('coordinator').call(templateOffersContract.findForImport, { id })
    const { useId, rowVersion, revision } = body.offer ?? {}
    return { as: 'coordinator', input: { useId, rowVersion, revision } }
  },
}

let begun = 0

/** An import begun with a template of the authority's own, with the road map that the template was kept from. */
export async function begunWithTemplate({ as }: Pick<TestApp, 'as'>) {
  const coordinator = as('coordinator')
  const sourceId = await understoodRoadMap({ as })
  const { body: template } = await coordinator.call(templatesContract.saveAsTemplate, {
    ...{ roadMapId: sourceId, title: 'Наш план' },
  })
  const { body } = await coordinator.call(templatesContract.adoptTemplate, { key: template.key, year: 2026 })
  const change = { programmeTitle: `По шаблону ${++begun}` }
  const { body: named } = await coordinator.call(importsContract.changeHeader, {
    ...{ id: body.id, rowVersion: body.rowVersion, change },
  })
  return { id: body.id, rowVersion: named.rowVersion, template, sourceId }
}

/** The road map behind the template gets other words in its first row, and takes the template's place. */
export async function changeTemplate(
  { as }: Pick<TestApp, 'as'>,
  { template, sourceId }: Pick<Awaited<ReturnType<typeof begunWithTemplate>>, 'template' | 'sourceId'>,
) {
  const title = await reviseBehind({ as }, sourceId)
  const { body } = await as('coordinator').call(templatesContract.renewTemplate, {
    ...{ key: template.key, rowVersion: template.own?.rowVersion ?? 0, roadMapId: sourceId },
  })
  return { title, template: body }
}

export async function begunAndChanged(stage: Pick<TestApp, 'as'>) {
  const known = await begunWithTemplate(stage)
  return { ...known, ...(await changeTemplate(stage, known)) }
}

/** The same of a road map in force, with an open correction of it. */
export async function correctedAndChanged(stage: Pick<TestApp, 'as'>) {
  const coordinator = stage.as('coordinator')
  const known = await begunWithTemplate(stage)
  const { body: confirmed } = await coordinator.call(importsContract.confirmUnderstanding, {
    ...{ id: known.id, rowVersion: known.rowVersion, orderNumber: '13', orderDate: '2026-02-01' },
  })
  const { title } = await changeTemplate(stage, known)
  const { body } = await coordinator.call(correctionsContract.startCorrection, {
    ...{ roadMapId: confirmed.roadMapId, reason: 'по новому шаблону', basisKind: 'other', basis: '' },
  })
  return { id: body.id, roadMapId: confirmed.roadMapId, title, template: known.template, sourceId: known.sourceId }
}
