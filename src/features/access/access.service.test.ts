import { describe, expect, test } from 'vitest'
import { startTestApp } from '../../../test/harness/app.ts'
import { accessContract } from './contract.ts'
import { createInvitation } from './links.service.ts'

const app = await startTestApp()
const { opora, district, as } = app

async function invite(visitor: 'director' | 'deputy') {
  return opora.perform({ kind: 'operator' }, async (work) =>
    work.tokenOf(await createInvitation(work, 'invitation', district.people[visitor])),
  )
}

describe('links', () => {
  test('an invitation opens once, sets a password and signs in', async () => {
    const token = await invite('deputy')
    const seen = await as('nobody').call(accessContract.inspectLink, { token })
    expect(seen.body).toMatchObject({ kind: 'invitation', organisationName: 'МБОУ «Берёзовская СОШ»' })

    const accepted = await as('nobody').call(accessContract.acceptLink, {
      token,
      login: 'Zavuch@example.test',
      password: 'четыре слова подряд тут',
    })
    expect(accepted.status).toBe(200)

    const again = await as('nobody').call(accessContract.acceptLink, {
      token,
      login: 'x'.repeat(5),
      password: 'y'.repeat(12),
    })
    expect(again).toMatchObject({ status: 409, refusal: { code: 'access.link-used' } })

    const signedIn = await as('nobody').call(accessContract.signIn, {
      login: ' zavuch@EXAMPLE.test',
      password: 'четыре слова подряд тут',
    })
    expect(signedIn.status).toBe(200)
  })

  test('a weak password is refused with advice and the link stays usable', async () => {
    const token = await invite('deputy')
    const weak = await as('nobody').call(accessContract.acceptLink, { token, login: 'zavuch', password: '1234567890' })
    expect(weak).toMatchObject({ status: 422, refusal: { code: 'access.password-too-common' } })
    expect((await as('nobody').call(accessContract.inspectLink, { token })).status).toBe(200)
  })
})

describe('people', () => {
  test('the coordinator adds a person; twice with one key is once', async () => {
    const input = {
      name: 'Ольга Петровна Заречная',
      position: 'директор',
      role: 'school_head' as const,
      organisationId: district.schools[2]?.id ?? district.authority.id,
    }
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => as('coordinator').call(accessContract.addPerson, input, { key: 'same-key-1' })),
    )
    expect(new Set(answers.map((answer) => JSON.stringify(answer.body))).size).toBe(1)
    const { body } = await as('coordinator').call(accessContract.listPeople, {})
    expect(body.people.filter((person) => person.name === input.name)).toHaveLength(1)
    const other = await as('coordinator').call(
      accessContract.addPerson,
      { ...input, name: 'Другая' },
      { key: 'same-key-1' },
    )
    expect(other.status).toBe(422)
  })

  test('a director may not add people, and a stranger does not see the district', async () => {
    const denied = await as('director').call(accessContract.listPeople, {})
    expect(denied.status).toBe(403)
    const { body } = await as('stranger').call(accessContract.listPeople, {})
    expect(body.people.map((person) => person.name)).toEqual(['Заречный stranger'])
  })

  test('a substitute holds the roles of the absent person on those days only', async () => {
    await as('administrator').call(accessContract.addSubstitution, {
      absentId: district.people.head,
      substituteId: district.people.curator,
      startsOn: '2024-02-10',
      endsOn: '2024-02-20',
      basis: 'отпуск',
    })
    const during = await as('curator').call(accessContract.loadMe, {})
    expect(during.body.person?.memberships.map((one) => one.role)).toContain('authority_head')
    expect(during.body.person?.memberships.map((one) => one.actingUntil)).toEqual(
      expect.arrayContaining([null, '2024-02-20']),
    )
    app.clock.moveTo(new Date('2024-02-21T06:00:00Z'))
    const after = await as('curator').call(accessContract.loadMe, {})
    expect(after.body.person?.memberships.map((one) => one.role)).toEqual(['curator'])
  })
})

test('whoever comes within thirty days stays signed in; whoever stays away longer signs in again', async () => {
  const whoAt = async (day: string) => {
    app.clock.moveTo(new Date(`${day}T06:00:00Z`))
    return (await as('observer').call(accessContract.loadMe, {})).body.person?.name ?? null
  }
  expect(await whoAt('2024-03-10')).not.toBeNull()
  expect(await whoAt('2024-04-08')).not.toBeNull()
  expect(await whoAt('2024-05-10')).toBeNull()
})
