import { expect, test } from 'vitest'
import { startTestApp } from '../../../test/harness/app.ts'
import { askHouse } from '../../../test/harness/ask-house.ts'
import { administratorOf } from '../../../test/harness/organisation-changes.ts'
import type { OrganisationId } from '../../kernel/id.ts'
import { organisationsContract } from '../organisations/contract.ts'
import { createOrganisation } from '../organisations/service.ts'
import { accessContract } from './contract.ts'

const app = await startTestApp()
const { opora, as } = app
const own = (cookie: string) => ({ headers: { cookie: `opora=${cookie}` } })
const names = { shortName: 'Приозёрная область', fullName: 'Приозёрная область' }

/** An authority that nobody stands above, with a school. */
function topWithSchool(name: string) {
  return opora.perform({ kind: 'operator' }, async (work) => {
    const top = await createOrganisation(work, { kind: 'authority', parent: null, shortName: name, fullName: name })
    const school = `СОШ, ${name}`
    const below = await createOrganisation(work, { kind: 'school', parent: top, shortName: school, fullName: school })
    return { top, school: below }
  })
}

const pathOf = async (id: OrganisationId) =>
  (await askHouse<{ path: string }>(opora, 'select path from organisation where id = $1', [id]))[0]?.path

test('a region is put above authorities with all their schools, and whoever did it administers it', async () => {
  const [one, two] = [await topWithSchool('Первое управление'), await topWithSchool('Второе управление')]
  const cookie = await administratorOf(app, one.top.id)
  const head = await administratorOf(app, two.top.id)
  const authorities = [one, two].map(({ top: { id, rowVersion } }) => ({ id, rowVersion }))

  const foreign = await as('nobody').call(accessContract.addRegionAbove, { ...names, authorities }, own(cookie))
  expect([foreign.status, foreign.refusal.code]).toEqual([404, 'organisation.missing'])

  const mine = { ...names, authorities: authorities.slice(0, 1) }
  const stale = { ...names, authorities: [{ id: one.top.id, rowVersion: 7 }] }
  expect((await as('nobody').call(accessContract.addRegionAbove, stale, own(cookie))).status).toBe(412)
  const made = await as('nobody').call(accessContract.addRegionAbove, mine, own(cookie))
  expect([made.status, made.body.kind, made.body.parentId]).toEqual([200, 'region', null])
  expect(await pathOf(one.top.id)).toBe(`/${made.body.id}/${one.top.id}/`)
  expect(await pathOf(one.school.id)).toBe(`/${made.body.id}/${one.top.id}/${one.school.id}/`)
  expect(await pathOf(two.school.id)).toBe(two.school.path)

  const seen = (await as('nobody').call(organisationsContract.listOrganisations, {}, own(cookie))).body.organisations
  expect(seen.map(({ id }) => id).sort()).toEqual([made.body.id, one.top.id, one.school.id].sort())
  const others = (await as('nobody').call(organisationsContract.listOrganisations, {}, own(head))).body.organisations
  expect(others.map(({ id }) => id).sort()).toEqual([two.top.id, two.school.id].sort())

  const below = { kind: 'authority' as const, parentId: made.body.id, shortName: 'Третье', fullName: 'Третье' }
  expect((await as('nobody').call(organisationsContract.addOrganisation, below, own(cookie))).status).toBe(200)
  const again = await as('nobody').call(accessContract.addRegionAbove, mine, own(cookie))
  expect(again.refusal.code).toBe('organisation.changed-meanwhile')
  const traces = await askHouse<{ action: string }>(
    opora,
    'select action from audit_entry where request_id = $1 order by action',
    [made.requestId],
  )
  expect(traces.map(({ action }) => action)).toEqual(['membership.given', 'organisation.created', 'organisation.moved'])
})

test('of an authority below a region, or by whoever does not administer it, no region is made', async () => {
  const { id, rowVersion } = app.district.authority
  const input = { shortName: 'Ещё область', fullName: 'Ещё область', authorities: [{ id, rowVersion }] }
  expect((await as('coordinator').call(accessContract.addRegionAbove, input)).status).toBe(403)
  const refused = await as('chief').call(accessContract.addRegionAbove, input)
  expect([refused.status, refused.refusal.code]).toEqual([409, 'organisation.no-region'])
})
