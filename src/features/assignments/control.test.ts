import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { startTestApp } from '../../../test/harness/app.ts'
import { planYear, spring } from '../../../test/harness/planned-year.ts'
import { day } from '../../kernel/day.ts'
import type { ActivityId } from '../../kernel/id.ts'
import { people, sessions } from '../access/tables.ts'
import { assignmentsContract as contract } from './contract.ts'

const app = await startTestApp({ now: '2024-03-15T06:00:00Z' })
const { district } = app
const year = await planYear(app)
const webinars = activity('1.2')
const [first, second, third] = district.schools.map((one) => one.id)
if (!first || !second || !third) throw new Error('a district of six schools')

function activity(number: string): ActivityId {
  const id = year.activities[number]
  if (!id) throw new Error(number)
  return id
}

async function acceptAll(organisationId: typeof first) {
  for (const window of [spring, { start: day(2024, 9, 1), end: day(2024, 11, 30) }]) {
    await app.as('coordinator').call(contract.recordProof, {
      activityId: webinars,
      organisationId: organisationId ?? '',
      window,
      proof: { form: 'words', note: 'Участвовали' },
      onBehalf: 'call',
    })
  }
}

describe('off control', () => {
  test('the head takes a whole activity off control in one call', async () => {
    await acceptAll(first)
    await acceptAll(second)
    const input = { activityId: webinars, organisationIds: [first, second] }
    const { body, statements } = await app.as('head').call(contract.releaseFromControl, input)
    expect(new Set(body.released)).toEqual(new Set([first, second]))
    expect(statements).toBeLessThanOrEqual(22)
    const cell = await app.as('director').call(contract.loadCell, { activityId: webinars, organisationId: first })
    expect([cell.body.state, cell.body.releases[0]?.releasedBy.side]).toEqual(['off-control', 'controller'])

    const again = await app.as('head').call(contract.releaseFromControl, input)
    expect([again.status, again.refusal.code]).toEqual([409, 'assignment.released-already'])
  })

  test('what is not accepted needs words why', async () => {
    const input = { activityId: webinars, organisationIds: [third] }
    const { status, refusal } = await app.as('head').call(contract.releaseFromControl, input)
    expect([status, refusal.code]).toEqual([409, 'assignment.not-accepted-yet'])
    expect(refusal.message).toContain('Ключевская')
    const withWords = { ...input, resolution: 'Школа на капитальном ремонте' }
    expect((await app.as('head').call(contract.releaseFromControl, withWords)).status).toBe(200)
  })

  test('nothing is added to it until the release is revoked', async () => {
    const cell = { activityId: webinars, organisationId: third }
    const proof = { form: 'words' as const, note: 'Участвовали' }
    const added = await app.as('coordinator').call(contract.recordProof, {
      ...cell,
      window: spring,
      proof,
      onBehalf: 'call',
    })
    expect([added.status, added.refusal.code]).toEqual([409, 'assignment.closed'])

    const release = (await app.as('head').call(contract.loadCell, cell)).body.releases[0]
    if (!release) throw new Error('nothing was released')
    const named = { id: release.id, rowVersion: release.rowVersion }
    expect((await app.as('coordinator').call(contract.revokeRelease, named)).refusal.code).toBe(
      'assignment.not-controller',
    )
    expect((await app.as('stranger').call(contract.revokeRelease, named)).status).toBe(404)
    expect((await app.as('head').call(contract.revokeRelease, named)).body.state).toBe('open')
    expect((await app.as('head').call(contract.revokeRelease, named)).status).toBe(412)
  })

  test('the coordinator writes the decision down only while the head has no account', async () => {
    const input = { activityId: webinars, organisationIds: [third], resolution: 'С контроля снять' }
    const told = { ...input, resolutionOn: day(2024, 3, 14) }
    expect((await app.as('coordinator').call(contract.releaseFromControl, told)).refusal.code).toBe(
      'assignment.not-controller',
    )
    await app.opora.perform({ kind: 'operator' }, async ({ db }) => {
      await db.update(people).set({ login: null }).where(eq(people.id, district.people.head))
      await db.delete(sessions).where(eq(sessions.personId, district.people.head))
    })
    expect((await app.as('coordinator').call(contract.releaseFromControl, input)).refusal.code).toBe(
      'assignment.resolution-needed',
    )
    expect((await app.as('coordinator').call(contract.releaseFromControl, told)).status).toBe(200)
    const cell = await app.as('coordinator').call(contract.loadCell, { activityId: webinars, organisationId: third })
    expect(cell.body.releases[0]).toMatchObject({ resolutionOn: '2024-03-14', releasedBy: { side: 'authority' } })
  })

  test('a school, an observer and a stranger release nothing', async () => {
    const input = { activityId: webinars, organisationIds: [first] }
    expect((await app.as('director').call(contract.releaseFromControl, input)).status).toBe(403)
    expect((await app.as('observer').call(contract.releaseFromControl, input)).status).toBe(403)
    expect((await app.as('stranger').call(contract.releaseFromControl, input)).status).toBe(404)
  })
})

describe('not required', () => {
  const cell = { activityId: activity('3.3'), organisationId: first }

  test('for one organisation, with the reason that it reads', async () => {
    const noReason = await app.as('coordinator').call(contract.exempt, { ...cell, reason: '' })
    expect(noReason.status).toBe(400)
    const { body } = await app.as('coordinator').call(contract.exempt, { ...cell, reason: 'Школа закрывается в мае' })
    expect(body.state).toBe('not-applicable')
    const seen = await app.as('director').call(contract.loadCell, cell)
    expect(seen.body.exemptions[0]).toMatchObject({ reason: 'Школа закрывается в мае', madeBy: { name: null } })
    const again = await app.as('coordinator').call(contract.exempt, { ...cell, reason: 'Ещё раз' })
    expect([again.status, again.refusal.code]).toEqual([409, 'assignment.exempt-already'])
  })

  test('and required again', async () => {
    const exemption = (await app.as('coordinator').call(contract.loadCell, cell)).body.exemptions[0]
    if (!exemption) throw new Error('nothing is exempt')
    const named = { id: exemption.id, rowVersion: exemption.rowVersion }
    expect((await app.as('stranger').call(contract.revokeExemption, named)).status).toBe(404)
    expect((await app.as('curator').call(contract.revokeExemption, named)).status).toBe(403)
    expect((await app.as('coordinator').call(contract.revokeExemption, named)).body.state).toBe('no-date')
    expect((await app.as('coordinator').call(contract.revokeExemption, named)).status).toBe(412)
  })
})
