import { hashOfToken } from '../../src/features/access/identify.service.ts'
import { memberships, people, sessions } from '../../src/features/access/tables.ts'
import { organisationsContract } from '../../src/features/organisations/contract.ts'
import { createOrganisation } from '../../src/features/organisations/service.ts'
import type { OrganisationId } from '../../src/kernel/id.ts'
import { newId } from '../../src/kernel/id.ts'
import type { TestApp } from './app.ts'
import type { Change, Stage } from './changes.ts'

const since = { validFrom: '2024-01-01', basis: 'постановление № 5' }
const closing = { closedOn: '2024-02-01', basis: 'постановление № 6', successorId: null }

/** Calls that change an organisation, each on one that was made for it. */
export const organisationChanges: Record<string, (stage: Stage) => Promise<Change>> = {
  'organisations.addOrganisation': async (stage) => ({ as: 'coordinator', input: newSchool(stage) }),
  'organisations.changeOrganisation': async (stage) => {
    const { body } = await stage.as('coordinator').call(organisationsContract.addOrganisation, newSchool(stage))
    const names = { shortName: 'МБОУ «Новая»', fullName: `МБОУ «Новая школа ${newId()}»` }
    const input = { id: body.id, rowVersion: body.rowVersion, ...names, timeZone: 'UTC', dayOffRule: 'after' }
    return { as: 'coordinator', input }
  },
  'organisations.becomeRegion': async (stage) => {
    // An installation of its own inside this one: another authority at the top, administered by somebody of hers alone.
    const region = await topAuthority(stage)
    return { as: 'nobody', input: { id: region.id, rowVersion: region.rowVersion }, cookie: region.cookie }
  },
  'access.addRegionAbove': async (stage) => {
    const { id, rowVersion, cookie } = await topAuthority(stage)
    const name = `Область ${newId()}`
    const input = { shortName: name, fullName: name, authorities: [{ id, rowVersion }] }
    return { as: 'nobody', input, cookie }
  },
  'organisations.renameOrganisation': async (stage) => {
    const name = { shortName: 'МБОУ «Иная»', fullName: `МБОУ «Иная школа ${newId()}»` }
    return onNewSchool({ ...name, ...since })(stage)
  },
  'organisations.moveOrganisation': async (stage) => {
    const { otherAuthority, region } = stage.district
    const cookie = await administratorOf(stage, region.id)
    const { body } = await stage.as('coordinator').call(organisationsContract.addOrganisation, newSchool(stage))
    const input = { id: body.id, rowVersion: body.rowVersion, parentId: otherAuthority.id, ...since }
    return { as: 'nobody', input, cookie }
  },
  'organisations.closeOrganisation': onNewSchool(closing),
  'organisations.reopenOrganisation': async (stage) => {
    const { input } = await onNewSchool(closing)(stage)
    const { id, rowVersion } = input
    await stage.as('coordinator').call(organisationsContract.closeOrganisation, input as ClosingInput) // made just above
    return { as: 'coordinator', input: { id, rowVersion: Number(rowVersion) + 1 } }
  },
  'organisations.setCode': onNewSchool({ scheme: 'inn', value: '7707083893', validFrom: null }),
}

type ClosingInput = typeof closing & { id: OrganisationId; rowVersion: number }

/** A change of a school that was made for it. */
function onNewSchool(change: Record<string, unknown>) {
  return async (stage: Stage): Promise<Change> => {
    const { body } = await stage.as('coordinator').call(organisationsContract.addOrganisation, newSchool(stage))
    return { as: 'coordinator', input: { id: body.id, rowVersion: body.rowVersion, ...change } }
  }
}

/** An authority with nobody above it, and the session of its own administrator. */
async function topAuthority(stage: Stage) {
  const name = `Управление ${newId()}`
  const made = await stage.opora.perform({ kind: 'operator' }, (work) =>
    createOrganisation(work, { kind: 'authority', parent: null, shortName: name, fullName: name }),
  )
  return { id: made.id, rowVersion: made.rowVersion, cookie: await administratorOf(stage, made.id) }
}

export async function administratorOf(
  { opora }: Pick<TestApp, 'opora'>,
  organisationId: OrganisationId,
): Promise<string> {
  const [personId, cookie] = [newId<'person'>(), newId().repeat(2)]
  await opora.perform({ kind: 'operator' }, async ({ db, now }) => {
    await db.insert(people).values({ id: personId, name: 'Инна Заречная', createdAt: now })
    await db.insert(memberships).values({ id: newId(), personId, organisationId, role: 'administrator' })
    const session = { id: newId<'session'>(), personId, tokenHash: hashOfToken(cookie), device: 'test' }
    await db.insert(sessions).values({ ...session, createdAt: now, seenAt: now, expiresAt: new Date('2100-01-01') })
  })
  return cookie
}

function newSchool({ district }: Stage) {
  const name = `МБОУ «Школа ${newId()}»`
  return { kind: 'school' as const, parentId: district.authority.id, shortName: name, fullName: name }
}
