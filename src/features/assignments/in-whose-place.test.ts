import { describe, expect, test } from 'vitest'
import { startTestApp } from '../../../test/harness/app.ts'
import type { Visitor } from '../../../test/harness/district.ts'
import { autumn, february, planYear, spring } from '../../../test/harness/planned-year.ts'
import { day } from '../../kernel/day.ts'
import type { ActivityId, OrganisationId } from '../../kernel/id.ts'
import { readPaperBytes } from '../../paper/open-paper.ts'
import { accessContract } from '../access/contract.ts'
import { journalContract } from '../access/journal-contract.ts'
import { assignmentsContract as contract } from './contract.ts'

const app = await startTestApp({ now: '2024-04-22T06:00:00Z' })
const { as, district, clock } = app
const year = await planYear(app)
const later = { until: day(2024, 12, 20), reason: 'Карантин' }

const curator = { side: 'controller', name: 'Заречный curator', insteadOf: { name: 'Заречный head' } }

/** Of the first school, whose director asks; of the second, whose director asks as well. */
const [first, second] = [place(0), place(1)]
/** The authority's own part, accepted as soon as it is proved. */
const ownPart = { activityId: year.activities['1.1'] ?? '', organisationId: district.authority.id }
const proof = { form: 'words' as const, note: 'Письмо отправлено' }

function place(school: number): { activityId: ActivityId; organisationId: OrganisationId } {
  const [activityId, organisationId] = [year.activities['1.2'], district.schools[school]?.id]
  if (!activityId || !organisationId) throw new Error(`school ${school}`)
  return { activityId, organisationId }
}

const look = async (who: Visitor, cell = first) => (await as(who).call(contract.loadCell, cell)).body
const movesOf = async (who: Visitor, cell = first) => (await look(who, cell)).windows.flatMap((one) => one.moves)
const waitingOf = async (who: Visitor, action: 'move' | 'release') => {
  const { waiting } = (await as(who).call(contract.loadToday, {})).body
  return waiting.lines.filter((one) => one.action === action)
}
const askedOf = (who: Visitor) => waitingOf(who, 'move')
const acceptedOf = (who: Visitor) => waitingOf(who, 'release')

async function named(cell = first, status = 'waiting') {
  const move = (await movesOf('head', cell)).find((one) => one.status === status)
  if (!move) throw new Error(`nothing is ${status}`)
  return { id: move.id, rowVersion: move.rowVersion }
}

describe('the controller is away from 24 to 26 April, and a curator stands in for her', () => {
  test('before the first day the curator finds nothing to decide, and may not', async () => {
    const { head, curator: substituteId } = district.people
    const days = { startsOn: day(2024, 4, 24), endsOn: day(2024, 4, 26), basis: 'приказ № 12-к' }
    const { status } = await as('administrator').call(accessContract.addSubstitution, {
      ...{ absentId: head, substituteId },
      ...days,
    })
    expect(status).toBe(200)
    await as('director').call(contract.askDeadlineMove, { ...first, window: autumn, ...later })
    await as('neighbour').call(contract.askDeadlineMove, { ...second, window: autumn, ...later })
    await as('coordinator').call(contract.recordProof, { ...ownPart, window: february, proof })
    expect([await askedOf('curator'), await acceptedOf('curator')]).toEqual([[], []])
    expect(await acceptedOf('head')).toMatchObject([{ number: '1.1', count: 1 }])
    const refused = await as('curator').call(contract.grantDeadlineMove, { ...(await named()), until: later.until })
    expect(refused.status).toBe(403)
  })

  test('on these days she finds both requests in «Сегодня», as the absent one does', async () => {
    clock.moveTo(new Date('2024-04-24T06:00:00Z'))
    expect(await askedOf('curator')).toMatchObject([{ number: '1.2', count: 2 }])
    expect(await askedOf('head')).toMatchObject([{ number: '1.2', count: 2 }])
    expect((await movesOf('curator')).map((one) => one.may)).toMatchObject([{ grant: true, decline: true }])
  })

  test('and what was accepted waits for her to take it off control, as for the absent one', async () => {
    expect(await acceptedOf('curator')).toEqual(await acceptedOf('head'))
    expect(await acceptedOf('curator')).toMatchObject([{ number: '1.1', count: 1 }])
    expect(await acceptedOf('coordinator')).toEqual([])
  })

  test('she grants one and refuses the other, and no date of a resolution is asked of her', async () => {
    const granted = await as('curator').call(contract.grantDeadlineMove, { ...(await named()), until: later.until })
    expect(granted.body.windows[1]).toMatchObject({ movedTo: '2024-12-20', moves: [{ decidedBy: curator }] })
    const why = { ...(await named(second)), reason: 'До ноября успеете' }
    const declined = await as('curator').call(contract.declineDeadlineMove, why)
    expect(declined.body.windows[1]).toMatchObject({
      movedTo: null,
      moves: [{ status: 'declined', resolutionOn: null, decidedBy: curator }],
    })
  })

  test('everybody reads in whose place it was decided; a school without names', async () => {
    for (const who of ['head', 'coordinator', 'observer'] as const)
      expect(await movesOf(who)).toMatchObject([{ decidedBy: curator }])
    const toSchool = { side: 'controller', name: null, insteadOf: { name: null } }
    expect(await movesOf('director')).toMatchObject([{ decidedBy: toSchool }])
    expect(await movesOf('neighbour', second)).toMatchObject([{ decidedBy: toSchool }])
  })

  test('what she takes off control says so as well', async () => {
    const { body } = await as('curator').call(contract.releaseFromControl, {
      activityId: second.activityId,
      organisationIds: [second.organisationId],
      resolution: 'Школа закрыта на ремонт',
    })
    const release = await look('head', second)
    expect([body.released.length, release.releases]).toMatchObject([1, [{ releasedBy: curator }]])
  })

  test('the journal of changes keeps for whom it was', async () => {
    const { body } = await as('administrator').call(journalContract.listJournal, {})
    const granted = body.entries.find((one) => one.action === 'deadline-move.granted')
    expect(JSON.parse(granted?.after ?? 'null')).toMatchObject({ decidedFor: district.people.head })
    expect(granted).toMatchObject({ personName: 'Заречный curator', insteadOf: 'Заречный head' })
    const released = body.entries.find((one) => one.action === 'control.released')
    expect(released).toMatchObject({ personName: 'Заречный curator', insteadOf: 'Заречный head' })
    expect(body.entries.find((one) => one.action === 'deadline-move.asked')).toMatchObject({ insteadOf: null })
    const { raw } = await as('administrator').call(journalContract.exportJournal, {})
    const { blocks } = await readPaperBytes(new Uint8Array(raw))
    expect(JSON.stringify(blocks)).toContain('Заречный curator (вместо: Заречный head)')
  })

  test('what she takes back names her, in the cell and in the journal', async () => {
    const [release] = (await look('curator', second)).releases
    const named = { id: release?.id ?? '', rowVersion: release?.rowVersion ?? 0 }
    const { body } = await as('curator').call(contract.revokeRelease, named)
    expect(body.releases).toMatchObject([{ releasedBy: curator, revokedBy: curator }])
    const toSchool = { side: 'controller', name: null, insteadOf: { name: null } }
    expect((await look('neighbour', second)).releases).toMatchObject([{ revokedBy: toSchool }])
    const { entries } = (await as('administrator').call(journalContract.listJournal, {})).body
    const [taken] = entries.filter((one) => one.action === 'control.release-revoked')
    expect(taken).toMatchObject({ personName: 'Заречный curator', insteadOf: 'Заречный head' })
  })

  test('after the last day she may not any more; what she has decided stands', async () => {
    await as('director').call(contract.askDeadlineMove, { ...first, window: spring, ...later, until: day(2024, 5, 20) })
    expect(await askedOf('curator')).toHaveLength(1)
    clock.moveTo(new Date('2024-04-27T06:00:00Z'))
    expect([await askedOf('curator'), await acceptedOf('curator')]).toEqual([[], []])
    expect(await acceptedOf('head')).toHaveLength(1)
    const waiting = { ...(await named()), until: day(2024, 5, 20) }
    const refused = await as('curator').call(contract.grantDeadlineMove, waiting)
    expect(refused.status).toBe(403)
    const taken = await as('curator').call(contract.revokeDeadlineMove, await named(first, 'granted'))
    expect(taken.status).toBe(403)
    expect((await look('curator')).windows[1]).toMatchObject({
      movedTo: '2024-12-20',
      moves: [{ decidedBy: curator, may: { grant: false, decline: false, revoke: false } }],
    })
  })

  test('what the controller decides herself is in nobody’s place', async () => {
    const { body } = await as('head').call(contract.grantDeadlineMove, { ...(await named()), until: day(2024, 5, 20) })
    expect(body.windows[0]?.moves[0]?.decidedBy).toEqual({
      ...{ side: 'controller', name: 'Заречный head' },
      insteadOf: null,
    })
    const taken = await as('head').call(contract.revokeDeadlineMove, await named(first, 'granted'))
    const head = { side: 'controller', name: 'Заречный head', insteadOf: null }
    const ended = taken.body.windows.flatMap((one) => one.moves).find((one) => one.status === 'revoked')
    expect(ended).toMatchObject({ endedBy: head })
    const { entries } = (await as('administrator').call(journalContract.listJournal, {})).body
    const [revoked] = entries.filter((one) => one.action === 'deadline-move.revoked')
    expect(revoked).toMatchObject({ personName: 'Заречный head', insteadOf: null })
  })
})
