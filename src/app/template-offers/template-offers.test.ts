import { describe, expect, test } from 'vitest'
import { startTestApp } from '../../../test/harness/app.ts'
import {
  begunAndChanged,
  begunWithTemplate,
  changeTemplate,
  correctedAndChanged,
} from '../../../test/harness/offer-changes.ts'
import { correctionsContract } from '../../features/corrections/contract.ts'
import { importsContract } from '../../features/road-maps/import-contract.ts'
import { standingRows } from '../../features/road-maps/understanding.ts'
import { templatesContract } from '../../features/templates/contract.ts'
import { templateOffersContract as contract } from './contract.ts'

const app = await startTestApp({ now: '2026-01-15T06:00:00Z' })
const { as } = app
const coordinator = as('coordinator')

const offerOf = async (id: string) => (await coordinator.call(contract.findForImport, { id })).body.offer
const planOf = async (id: string) => (await coordinator.call(importsContract.loadImport, { id })).body
const titlesOf = async (id: string) => {
  const { understanding } = await planOf(id)
  return understanding ? standingRows(understanding).map(({ row }) => row.title) : []
}

describe('an import begun with a template', () => {
  test('says nothing while the template is as it was, nor where it was begun otherwise', async () => {
    const { id } = await begunWithTemplate(app)
    expect(await offerOf(id)).toBeNull()
    const { body } = await coordinator.call(importsContract.startFromTemplate, { year: 2031 })
    expect(await offerOf(body.id)).toBeNull()
    const adopted = await coordinator.call(templatesContract.adoptTemplate, { key: 'support-project', year: 2032 })
    expect(await offerOf(adopted.body.id)).toBeNull()
  })

  test('is told of a change of the template, and takes a row of it only when asked to', async () => {
    const { id, title, template } = await begunAndChanged(app)
    const before = await titlesOf(id)
    const offer = await offerOf(id)
    expect(offer).toMatchObject({ title: template.title, revision: 2, rows: [{ kind: 'changed', isBoth: false }] })
    expect(await titlesOf(id)).toEqual(before)
    const [row] = offer?.rows ?? []
    const { rowVersion } = await planOf(id)
    const taking = { id, rowVersion, revision: 2, row: row?.row ?? '' }
    expect((await coordinator.call(contract.takeIntoImport, taking)).status).toBe(200)
    expect(await titlesOf(id)).toEqual([title, ...before.slice(1)])
    expect(await offerOf(id)).toBeNull()
    const again = await coordinator.call(contract.takeIntoImport, { ...taking, rowVersion: rowVersion + 1 })
    expect([again.status, again.refusal.code]).toEqual([409, 'template.row-settled'])
    expect((await coordinator.call(contract.takeIntoImport, taking)).status).toBe(412)
  })

  test('of a row that was changed in both says so', async () => {
    const known = await begunWithTemplate(app)
    const change = { id: known.id, rowVersion: known.rowVersion, key: '0.0', change: { title: 'Распределение школ' } }
    await coordinator.call(importsContract.changeActivity, change)
    await changeTemplate(app, known)
    const offer = await offerOf(known.id)
    expect(offer?.rows).toMatchObject([{ kind: 'changed', isBoth: true, title: 'Распределение школ' }])
  })

  test('leaves the rest as it is by one press, and is told again of the next change', async () => {
    const known = await begunAndChanged(app)
    const { useId = '', rowVersion = 0, revision = 0 } = (await offerOf(known.id)) ?? {}
    const before = await titlesOf(known.id)
    const leaving = { useId, rowVersion, revision }
    expect((await coordinator.call(contract.leaveOffer, leaving)).status).toBe(200)
    expect([await offerOf(known.id), await titlesOf(known.id)]).toEqual([null, before])
    expect((await coordinator.call(contract.leaveOffer, leaving)).status).toBe(412)
    await changeTemplate(app, known)
    expect(await offerOf(known.id)).toMatchObject({ revision: 3, rows: [{ kind: 'changed' }] })
  })

  test('hears nothing of a template that was removed', async () => {
    const { id, template } = await begunAndChanged(app)
    const { rowVersion = 0 } = template.own ?? {}
    await coordinator.call(templatesContract.removeTemplate, { key: template.key, rowVersion })
    expect(await offerOf(id)).toBeNull()
  })

  test('is no business of others, and once confirmed is changed by corrections alone', async () => {
    const { id } = await begunAndChanged(app)
    const { useId = '', revision = 0, rows } = (await offerOf(id)) ?? {}
    const taking = { id, rowVersion: 2, revision, row: rows?.[0]?.row ?? '' }
    for (const [who, status] of [
      ['stranger', 404],
      ['director', 403],
    ] as const) {
      expect((await as(who).call(contract.findForImport, { id })).status).toBe(status)
      expect((await as(who).call(contract.takeIntoImport, taking)).status).toBe(status)
      expect((await as(who).call(contract.leaveOffer, { useId, rowVersion: 1, revision })).status).toBe(status)
    }
    const { rowVersion } = await planOf(id)
    const order = { orderNumber: '14', orderDate: '2026-02-01' }
    await coordinator.call(importsContract.confirmUnderstanding, { id, rowVersion, ...order })
    expect(await offerOf(id)).toBeNull()
    expect((await coordinator.call(contract.takeIntoImport, { ...taking, rowVersion: rowVersion + 1 })).status).toBe(
      409,
    )
  })
})

describe('an open correction of a road map begun with a template', () => {
  const forCorrection = async (id: string) => (await coordinator.call(contract.findForCorrection, { id })).body.offer

  test('is offered the changed row, takes it as a change of its own, and then has it', async () => {
    const { id, title } = await correctedAndChanged(app)
    const offer = await forCorrection(id)
    expect(offer?.rows).toMatchObject([{ kind: 'changed', rowVersion: 1 }])
    const [row] = offer?.rows ?? []
    const taking = { id, rowVersion: 1, revision: 2, row: row?.row ?? '' }
    expect((await as('stranger').call(contract.takeIntoCorrection, taking)).status).toBe(404)
    expect((await coordinator.call(contract.takeIntoCorrection, taking)).status).toBe(200)
    const { body } = await coordinator.call(correctionsContract.loadCorrection, { id })
    const changed = body.rows.filter((one) => one.kind !== 'same')
    expect(changed).toMatchObject([{ kind: 'changed', after: { title }, changes: [{ field: 'title' }] }])
    expect(await forCorrection(id)).toBeNull()
  })

  test('that is closed is offered nothing', async () => {
    const { id } = await correctedAndChanged(app)
    await coordinator.call(correctionsContract.abandonCorrection, { id, rowVersion: 1 })
    expect(await forCorrection(id)).toBeNull()
  })
})

describe('a template', () => {
  test('is replaced by whoever keeps it, with its version, and by a road map only', async () => {
    const { template, sourceId } = await begunWithTemplate(app)
    const { key } = template
    const renewing = { key, rowVersion: template.own?.rowVersion ?? 0, roadMapId: sourceId }
    expect((await as('stranger').call(templatesContract.renewTemplate, renewing)).status).toBe(404)
    expect((await as('director').call(templatesContract.renewTemplate, renewing)).status).toBe(403)
    expect((await coordinator.call(templatesContract.renewTemplate, renewing)).status).toBe(200)
    expect((await coordinator.call(templatesContract.renewTemplate, renewing)).status).toBe(412)
  })
})
