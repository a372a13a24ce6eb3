import { describe, expect, test } from 'vitest'
import { startTestApp } from '../../../test/harness/app.ts'
import { askHouse } from '../../../test/harness/ask-house.ts'
import { createOrganisation } from '../organisations/service.ts'
import { accessContract } from './contract.ts'
import { createInvitation } from './links.service.ts'

const app = await startTestApp()
const { opora, district, as } = app
const days = { startsOn: '2024-02-01', endsOn: '2024-03-01', basis: 'отпуск' }

function addPerson(name: string) {
  const wanted = { name, position: '', role: 'observer' as const, organisationId: district.authority.id }
  return as('administrator').call(accessContract.addPerson, wanted)
}

async function openLinksOf(personId: string) {
  const { body } = await as('administrator').call(accessContract.listInvitations, {})
  return body.invitations.filter((one) => one.personId === personId)
}

describe('nobody climbs by keeping the people', () => {
  test('a coordinator makes no link for an administrator and sees none that is open', async () => {
    const { administrator } = district.people
    const refused = await as('coordinator').call(accessContract.inviteAgain, { id: administrator })
    expect(refused).toMatchObject({ status: 403, refusal: { code: 'access.not-yours' } })

    await as('administrator').call(accessContract.inviteAgain, { id: administrator })
    expect(await openLinksOf(administrator)).toHaveLength(1)
    const { body } = await as('coordinator').call(accessContract.listInvitations, {})
    expect(body.invitations.map((one) => one.personId)).not.toContain(administrator)
  })

  test('a coordinator makes no link for the head of the authority, nor a head, nor one who stands in for her', async () => {
    const { head, curator } = district.people
    const link = await as('coordinator').call(accessContract.inviteAgain, { id: head })
    expect(link).toMatchObject({ status: 403, refusal: { code: 'access.not-yours' } })
    const role = { id: curator, role: 'authority_head' as const, organisationId: district.authority.id }
    expect((await as('coordinator').call(accessContract.addMembership, role)).status).toBe(403)
    const instead = { ...days, absentId: head, substituteId: curator }
    expect((await as('coordinator').call(accessContract.addSubstitution, instead)).status).toBe(403)
    expect((await as('administrator').call(accessContract.inviteAgain, { id: head })).status).toBe(200)
  })

  test('a coordinator neither disables an administrator nor names who stands in for one', async () => {
    const { administrator, coordinator, curator } = district.people
    const card = { id: administrator, rowVersion: 1, name: 'Другая', position: '', disabled: true }
    expect((await as('coordinator').call(accessContract.changePerson, card)).status).toBe(403)
    for (const substituteId of [coordinator, curator]) {
      const wanted = { ...days, absentId: administrator, substituteId }
      expect((await as('coordinator').call(accessContract.addSubstitution, wanted)).status).toBe(403)
    }
  })

  test('a coordinator takes neither a role nor a substitution for herself', async () => {
    const { coordinator, curator } = district.people
    const role = { id: coordinator, role: 'curator' as const, organisationId: district.authority.id }
    const refusal = { status: 403, refusal: { code: 'access.not-for-oneself' } }
    expect(await as('coordinator').call(accessContract.addMembership, role)).toMatchObject(refusal)
    const instead = { ...days, absentId: curator, substituteId: coordinator }
    expect(await as('coordinator').call(accessContract.addSubstitution, instead)).toMatchObject(refusal)
    expect((await as('administrator').call(accessContract.addSubstitution, instead)).status).toBe(200)
  })

  test('whoever stands in for an administrator is out of the hands of a coordinator as well', async () => {
    const { administrator, observer } = district.people
    const link = await as('coordinator').call(accessContract.inviteAgain, { id: observer })
    expect(link.status).toBe(200)
    const instead = { ...days, absentId: administrator, substituteId: observer }
    expect((await as('administrator').call(accessContract.addSubstitution, instead)).status).toBe(200)
    expect(await openLinksOf(observer)).toEqual([])
    expect((await as('coordinator').call(accessContract.inviteAgain, { id: observer })).status).toBe(403)
  })
})

describe('links of one person', () => {
  test('of links made at one moment only one is left open, and opening it ends the others', async () => {
    const { body } = await addPerson('Соснина Анна Львовна')
    await Promise.all(
      Array.from({ length: 6 }, () => as('coordinator').call(accessContract.inviteAgain, { id: body.id })),
    )
    expect(await openLinksOf(body.id)).toHaveLength(1)
  })

  test('a link of before does not open an administrator', async () => {
    const { body } = await addPerson('Озёрова Анна Львовна')
    await as('coordinator').call(accessContract.inviteAgain, { id: body.id })
    expect(await openLinksOf(body.id)).toHaveLength(1)
    const role = { id: body.id, role: 'administrator' as const, organisationId: district.authority.id }
    expect((await as('administrator').call(accessContract.addMembership, role)).status).toBe(200)
    expect(await openLinksOf(body.id)).toEqual([])
  })

  test('a link of a demonstration still opens after another was made', async () => {
    const token = await opora.perform({ kind: 'operator' }, async (work) => {
      const id = await createInvitation(work, 'demonstration', district.people.curator)
      await createInvitation(work, 'invitation', district.people.curator)
      return work.tokenOf(id)
    })
    expect((await as('nobody').call(accessContract.acceptLink, { token })).status).toBe(200)
  })

  test('two clicks on the sheet for the schools invite every head once', async () => {
    await opora.perform({ kind: 'operator' }, (work) =>
      createOrganisation(work, { kind: 'school', parent: district.authority, shortName: 'Новая', fullName: 'Новая' }),
    )
    const made = await Promise.all(
      Array.from({ length: 4 }, () => as('coordinator').call(accessContract.inviteSchools, {})),
    )
    const counts = made.map((one) => one.body.made)
    expect(counts.filter((count) => count > 0)).toHaveLength(1)
  })
})

test('two administrators cannot end each other at one moment', async () => {
  // Nobody above them is left who could give the role again.
  await askHouse(
    opora,
    `update membership set ended_at = now() where role = 'administrator' and organisation_id = $1`,
    [district.region.id],
  )
  const { body } = await as('administrator').call(accessContract.listPeople, {})
  const roles = body.people.flatMap((person) => person.memberships).filter((one) => one.role === 'administrator')
  expect(roles.length).toBeGreaterThan(1)
  const answers = await Promise.all(
    roles.map((role) => as('administrator').call(accessContract.endMembership, { id: role.id })),
  )
  expect(answers.filter((one) => one.status === 200)).toHaveLength(roles.length - 1)
})
