import { eq } from 'drizzle-orm'
import { readXlsx } from 'hucre/xlsx'
import { describe, expect, test } from 'vitest'
import { startTestApp } from '../../../test/harness/app.ts'
import type { Visitor } from '../../../test/harness/district.ts'
import { autumn, planYear, spring } from '../../../test/harness/planned-year.ts'
import { day } from '../../kernel/day.ts'
import type { ActivityId, OrganisationId } from '../../kernel/id.ts'
import { people, sessions } from '../access/tables.ts'
import { assignmentsContract as contract } from './contract.ts'

const app = await startTestApp({ now: '2024-04-24T06:00:00Z' })
const { district } = app
const year = await planYear(app)
const programme = { programmeId: year.programmeId }
const toMay = { until: day(2024, 5, 20), reason: 'Вебинар перенёс институт' }

function place(number: string, school: number): { activityId: ActivityId; organisationId: OrganisationId } {
  const [activityId, organisationId] = [year.activities[number], district.schools[school]?.id]
  if (!activityId || !organisationId) throw new Error(`${number} of school ${school}`)
  return { activityId, organisationId }
}

const own = place('1.2', 0)
const look = async (who: Visitor, cell = own) => (await app.as(who).call(contract.loadCell, cell)).body
const waitingIn = async (cell = own) => {
  const move = (await look('coordinator', cell)).windows.flatMap((one) => one.moves)[0]
  if (!move) throw new Error('nobody asks')
  return { id: move.id, rowVersion: move.rowVersion }
}
const todayOf = async (who: Visitor) => (await app.as(who).call(contract.loadToday, {})).body

describe('a school asks for a later day', () => {
  test('with a reason, for one window, and once until it is answered', async () => {
    const { status, body } = await app
      .as('director')
      .call(contract.askDeadlineMove, { ...own, window: spring, ...toMay })
    expect(status).toBe(200)
    expect(body.windows.map((one) => [one.moves.length, one.may.askMove, one.dueOn])).toEqual([
      [1, false, '2024-04-27'],
      [0, true, '2024-11-29'],
    ])
    expect(body.windows[0]?.moves[0]).toMatchObject({
      status: 'waiting',
      askedUntil: '2024-05-20',
      askedBy: { side: 'organisation' },
      may: { grant: false, decline: false, withdraw: true, revoke: false },
    })
    const again = await app.as('director').call(contract.askDeadlineMove, { ...own, window: spring, ...toMay })
    expect([again.status, again.refusal.code]).toEqual([409, 'assignment.move-asked-already'])
  })

  test.each([
    ['no later than the present day', { until: day(2024, 4, 30) }, 422, 'assignment.move-not-later'],
    ['without a reason', { reason: '' }, 400, 'server.bad-input'],
    [
      'for a window that is not there',
      { window: { start: null, end: day(2024, 5, 1) } },
      409,
      'assignment.window-unknown',
    ],
    ['as if it wrote for another', { onBehalf: 'call' as const }, 400, 'assignment.own-needs-no-teller'],
  ])('%s it is refused', async (_, wrong, status, code) => {
    const wanted = { ...own, window: autumn, until: day(2024, 12, 20), reason: 'Карантин', ...wrong }
    const refused = await app.as('director').call(contract.askDeadlineMove, wanted)
    expect([refused.status, refused.refusal.code]).toEqual([status, code])
  })

  test('what has no deadline has none to move', async () => {
    const wanted = { ...place('3.3', 0), window: { start: null, end: null }, ...toMay }
    expect((await app.as('director').call(contract.askDeadlineMove, wanted)).refusal.code).toBe(
      'assignment.move-no-deadline',
    )
  })

  test('of ten requests at once one stands', async () => {
    const wanted = { ...place('1.2', 2), window: spring, ...toMay, onBehalf: 'letter' as const }
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => app.as('coordinator').call(contract.askDeadlineMove, wanted)),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array.from({ length: 9 }, () => 409)])
  })

  test('the coordinator writes it down for a school, and the school reads that', async () => {
    const wanted = { ...place('1.2', 1), window: spring, ...toMay }
    const untold = await app.as('coordinator').call(contract.askDeadlineMove, wanted)
    expect([untold.status, untold.refusal.code]).toEqual([400, 'assignment.say-how-told'])
    await app.as('coordinator').call(contract.askDeadlineMove, { ...wanted, onBehalf: 'call' })
    const [move] = (await look('neighbour', place('1.2', 1))).windows[0]?.moves ?? []
    expect(move).toMatchObject({ onBehalf: 'call', askedBy: { side: 'authority', name: null } })
  })

  test.each<[Visitor, number]>([
    ['stranger', 404],
    ['neighbour', 404],
    ['observer', 403],
    ['nobody', 401],
  ])('%s cannot (%i)', async (who, status) => {
    const wanted = { ...own, window: autumn, until: day(2024, 12, 20), reason: 'Карантин' }
    expect((await app.as(who).call(contract.askDeadlineMove, wanted)).status).toBe(status)
  })
})

describe('the head decides', () => {
  test('and finds it in «ждёт моего решения»; the coordinator does not', async () => {
    const { waiting } = await todayOf('head')
    expect(waiting.lines).toMatchObject([{ number: '1.2', action: 'move', count: 3 }])
    expect((await todayOf('coordinator')).waiting.lines).toEqual([])
  })

  test('a school, the coordinator and a stranger do not', async () => {
    const named = { ...(await waitingIn()), until: day(2024, 5, 15) }
    expect((await app.as('director').call(contract.grantDeadlineMove, named)).status).toBe(403)
    expect((await app.as('coordinator').call(contract.grantDeadlineMove, named)).refusal.code).toBe(
      'assignment.not-move-decider',
    )
    expect((await app.as('stranger').call(contract.grantDeadlineMove, named)).status).toBe(404)
  })

  test('another day than the one asked for, and that window alone moves', async () => {
    const named = { ...(await waitingIn()), until: day(2024, 5, 15) }
    const { body } = await app.as('head').call(contract.grantDeadlineMove, named)
    expect(body.windows.map((one) => [one.state, one.dueOn, one.movedTo])).toEqual([
      ['open', '2024-05-15', '2024-05-15'],
      ['ahead', '2024-11-29', null],
    ])
    app.clock.moveTo(new Date('2024-05-03T06:00:00Z'))
    const { kinds, rows, columns } = (await app.as('head').call(contract.loadMatrix, programme)).body
    const column = columns.findIndex((one) => one.number === '1.2')
    const cellOf = (id: OrganisationId) => {
      const at = rows.find((one) => one.organisationId === id)?.cells[column]
      return at === undefined ? undefined : kinds[at]
    }
    expect(cellOf(own.organisationId)).toMatchObject({ state: 'open', movedTo: '2024-05-15', isMoveAsked: false })
    expect(cellOf(place('1.2', 1).organisationId)).toMatchObject({ state: 'window-missed', isMoveAsked: true })
  })

  test('the same answer is given to a call that comes again, and nothing happens twice', async () => {
    const cell = place('1.2', 2)
    const named = { ...(await waitingIn(cell)), until: day(2024, 5, 31) }
    const how = { key: 'the-same-grant' }
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => app.as('head').call(contract.grantDeadlineMove, named, how)),
    )
    for (const { status, body } of answers) expect([status, body]).toEqual([200, answers[0]?.body])
    expect((await look('head', cell)).windows[0]?.moves).toHaveLength(1)
  })

  test('of two who decide at once, one is told that it is decided', async () => {
    const cell = place('1.2', 1)
    const named = await waitingIn(cell)
    const answers = await Promise.all([
      app.as('head').call(contract.grantDeadlineMove, { ...named, until: day(2024, 5, 17) }),
      app.as('head').call(contract.declineDeadlineMove, { ...named, reason: 'Времени было достаточно' }),
    ])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412])
    expect((await look('head', cell)).windows[0]?.moves).toHaveLength(1)
  })

  test('a refusal has a reason that the school reads, and the school may ask again', async () => {
    const wanted = { ...own, window: autumn, until: day(2024, 12, 20), reason: 'Карантин' }
    await app.as('director').call(contract.askDeadlineMove, wanted)
    const named = await waitingOf('waiting')
    expect((await app.as('head').call(contract.declineDeadlineMove, { ...named, reason: '' })).status).toBe(400)
    await app.as('head').call(contract.declineDeadlineMove, { ...named, reason: 'До ноября успеете' })
    const [, second] = (await look('director')).windows
    expect(second?.moves[0]).toMatchObject({ status: 'declined', resolution: 'До ноября успеете' })
    expect([second?.movedTo, second?.may.askMove]).toEqual([null, true])
  })

  test('a grant that was a mistake is taken back, and stays to be read', async () => {
    const named = await waitingOf('granted')
    expect((await app.as('director').call(contract.revokeDeadlineMove, named)).status).toBe(403)
    const { body } = await app.as('head').call(contract.revokeDeadlineMove, named)
    expect(body.windows[0]).toMatchObject({ state: 'window-missed', movedTo: null, moves: [{ status: 'revoked' }] })
    expect((await app.as('head').call(contract.revokeDeadlineMove, named)).status).toBe(412)
  })

  test('who asked may withdraw it before it is answered', async () => {
    await app.as('director').call(contract.askDeadlineMove, { ...own, window: spring, ...toMay })
    const named = await waitingOf('waiting')
    expect((await app.as('stranger').call(contract.withdrawDeadlineMove, named)).status).toBe(404)
    const { body } = await app.as('director').call(contract.withdrawDeadlineMove, named)
    expect(body.windows[0]?.moves.map((one) => one.status)).toEqual(['withdrawn', 'revoked'])
    expect((await app.as('head').call(contract.grantDeadlineMove, { ...named, until: day(2024, 6, 1) })).status).toBe(
      412,
    )
  })

  test('whom the coordinator helps out of a request reads that it was the authority', async () => {
    const asked = { ...own, window: autumn, reason: 'Каникулы', until: day(2024, 12, 20) }
    expect((await app.as('director').call(contract.askDeadlineMove, asked)).status).toBe(200)
    const withdrawn = await app.as('coordinator').call(contract.withdrawDeadlineMove, await waitingOf('waiting'))
    expect(withdrawn.status).toBe(200)
    const [ended] = (await look('director')).windows[1]?.moves ?? []
    expect(ended).toMatchObject({ status: 'withdrawn', endedBy: { side: 'authority', name: null } })
  })

  test('what was handed in meanwhile is not moved any more', async () => {
    const cell = place('1.2', 3)
    const told = { onBehalf: 'call' as const }
    await app.as('coordinator').call(contract.askDeadlineMove, { ...cell, window: spring, ...toMay, ...told })
    const proof = { form: 'words' as const, note: 'Участвовали' }
    await app.as('coordinator').call(contract.recordProof, { ...cell, window: spring, proof, ...told })
    const named = { ...(await waitingIn(cell)), until: day(2024, 5, 20) }
    expect((await app.as('head').call(contract.grantDeadlineMove, named)).refusal.code).toBe(
      'assignment.accepted-already',
    )
    const move = (await look('head', cell)).windows[0]?.moves[0]
    expect(move?.may).toMatchObject({ grant: false, decline: true })
    expect((await todayOf('head')).waiting.lines.filter((one) => one.action === 'move')).toEqual([])
  })
})

describe('while the head has no account', () => {
  test('the coordinator finds the request, and writes down her resolution with its date', async () => {
    await app.opora.perform({ kind: 'operator' }, async ({ db }) => {
      await db.update(people).set({ login: null }).where(eq(people.id, district.people.head))
      await db.delete(sessions).where(eq(sessions.personId, district.people.head))
    })
    await app.as('director').call(contract.askDeadlineMove, { ...own, window: spring, ...toMay })
    const lines = (await todayOf('coordinator')).waiting.lines
    expect(lines).toMatchObject([{ action: 'move', count: 1 }])
    expect((await look('coordinator')).may.recordMove).toBe(true)

    const named = { ...(await waitingOf('waiting')), until: day(2024, 5, 20) }
    const bare = await app.as('coordinator').call(contract.grantDeadlineMove, named)
    expect([bare.status, bare.refusal.code]).toEqual([400, 'assignment.move-resolution-needed'])
    const told = { ...named, resolutionOn: day(2024, 5, 2), resolution: 'Перенести' }
    const { body } = await app.as('coordinator').call(contract.grantDeadlineMove, told)
    expect(body.windows[0]).toMatchObject({
      movedTo: '2024-05-20',
      moves: [{ resolutionOn: '2024-05-02', decidedBy: { side: 'authority' } }, {}, {}],
    })
    expect((await app.as('curator').call(contract.revokeDeadlineMove, await waitingOf('granted'))).status).toBe(403)
  })
})

test('the tables for the office say where deadlines were moved', async () => {
  const list = await readXlsx((await app.as('coordinator').call(contract.exportList, programme)).raw)
  const [, head, ...rows] = list.sheets[0]?.rows ?? []
  const at = head?.indexOf('Срок перенесён до') ?? -1
  expect(rows.map((row) => row[at]).filter((one) => one)).toContain('20.05.2024')
  const matrix = await readXlsx((await app.as('coordinator').call(contract.exportMatrix, programme)).raw)
  expect(JSON.stringify(matrix.sheets[0]?.rows)).toContain('срок перенесён до 20.05.2024')
})

describe('a task', () => {
  test('is moved for one school, at the same hour, and waits in «Сегодня» past its old day', async () => {
    const given = await app.as('coordinator').call(contract.giveTask, {
      text: 'Сообщите число слушателей',
      dueOn: day(2024, 5, 10),
      dueTime: '16:00',
      organisationIds: [own.organisationId],
    })
    const { activityId } = given.body
    const cell = { activityId, organisationId: own.organisationId }
    const window = { start: null, end: day(2024, 5, 10) }
    const wanted = { ...cell, window, until: day(2024, 9, 2), reason: 'Слушатели наберутся к осени' }
    await app.as('director').call(contract.askDeadlineMove, wanted)
    const told = { until: day(2024, 9, 2), resolutionOn: day(2024, 5, 3), resolution: 'Согласна' }
    await app.as('coordinator').call(contract.grantDeadlineMove, { ...(await waitingIn(cell)), ...told })
    // A session that nobody uses ends; a director who looks in keeps hers.
    for (const today of ['05-25', '06-15', '07-05', '07-25', '08-15', '09-02']) {
      app.clock.moveTo(new Date(`2024-${today}T09:00:00Z`))
      await todayOf('director')
    }
    const lines = (await todayOf('director')).thisWeek.lines
    expect(lines.filter((one) => one.activityId === activityId)).toMatchObject([
      { dueOn: '2024-09-02', dueTime: '16:00' },
    ])
    app.clock.moveTo(new Date('2024-09-02T11:30:00Z'))
    expect((await look('director', cell)).state).toBe('late')
  })
})

/** The director's cell: its newest move of this status. */
async function waitingOf(status: 'waiting' | 'granted') {
  const move = (await look('coordinator')).windows.flatMap((one) => one.moves).find((one) => one.status === status)
  if (!move) throw new Error(`nothing is ${status}`)
  return { id: move.id, rowVersion: move.rowVersion }
}
