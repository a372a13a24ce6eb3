import { describe, expect, test } from 'vitest'
import { startTestApp } from '../../../test/harness/app.ts'
import type { Visitor } from '../../../test/harness/district.ts'
import { planYear, spring } from '../../../test/harness/planned-year.ts'
import { day } from '../../kernel/day.ts'
import { assignmentsContract as contract } from './contract.ts'

const app = await startTestApp({ now: '2024-02-10T06:00:00Z' })
const todayAs = async (visitor: Visitor) => (await app.as(visitor).call(contract.loadToday, {})).body

describe('before anything was sent', () => {
  test('the first day says what to do first', async () => {
    expect((await todayAs('coordinator')).firstStep).toBe('drop-order')
    expect((await todayAs('director')).firstStep).toBe('nothing-sent')
    expect((await todayAs('observer')).firstStep).toBe('wait-for-coordinator')
    expect((await app.as('teacher').call(contract.loadToday, {})).status).toBe(403)
  })
})

describe('in spring', () => {
  test('the coordinator sees what is late, what is due this week, and what stands in the way', async () => {
    const year = await planYear(app)
    app.clock.moveTo(new Date('2024-04-24T06:00:00Z'))
    const today = await todayAs('coordinator')
    expect(today.firstStep).toBeNull()
    expect(today.late.lines.map((one) => [one.number, one.action])).toEqual([['1.1', 'prove']])
    expect(today.thisWeek.lines).toMatchObject([{ number: '1.2', action: 'remind', dueOn: '2024-04-27', count: 6 }])
    expect(today.thisWeek.lines[0]?.organisations).toHaveLength(4)
    expect(today.thisWeek.lines[0]?.workingDaysLeft).toBe(3)
    expect(today.hints.map((one) => [one.kind, one.count])).toEqual([
      ['variant-undefined', 1],
      ['never-opened', 6],
    ])

    const cell = { activityId: year.activities['1.2'] ?? '', organisationId: app.district.schools[0]?.id ?? '' }
    const proof = { form: 'outside-event' as const, heldOn: day(2024, 4, 20), tookPart: 'Директор' }
    await app.as('director').call(contract.recordProof, { ...cell, window: spring, proof })
    const { body } = await app.as('director').call(contract.submit, { ...cell, window: spring })
    const attempt = body.windows[0]?.attempts[0]
    expect((await todayAs('coordinator')).waiting.lines).toMatchObject([
      { number: '1.2', action: 'decide', state: 'waiting', count: 1 },
    ])
    expect((await todayAs('director')).waiting.lines).toEqual([])

    const named = { id: attempt?.id ?? '', rowVersion: attempt?.rowVersion ?? 0, comment: 'Приложите список' }
    await app.as('coordinator').call(contract.returnSubmission, named)
    expect((await todayAs('director')).waiting.lines).toMatchObject([{ action: 'correct', state: 'returned' }])
  })

  test('a school that handed in nothing does not stand under another one’s «возвращено»', async () => {
    const lines = (await todayAs('coordinator')).thisWeek.lines.filter((one) => one.number === '1.2')
    const ofReturned = lines.filter((one) => one.state === 'returned')
    expect(ofReturned).toMatchObject([{ count: 1, organisations: [{ id: app.district.schools[0]?.id }] }])
    expect(lines.filter((one) => one.state !== 'returned')).toMatchObject([{ state: 'due-soon', count: 5 }])
  })

  test('a school sees its own lines and no other school', async () => {
    const { raw, body } = await app.as('neighbour').call(contract.loadToday, {})
    expect(body.thisWeek.lines).toMatchObject([{ number: '1.2', action: 'prove', count: 1 }])
    expect(body.hints).toMatchObject([{ kind: 'to-acknowledge', count: 1 }])
    for (const other of app.district.schools.filter((_, index) => index !== 1)) {
      expect(raw.toString()).not.toContain(other.shortName)
    }
  })

  test('the head sees what awaits her', async () => {
    const before = await todayAs('head')
    expect(before.waiting.total).toBe(0)
    const matrix = before.late.lines[0]
    const own = { activityId: matrix?.activityId ?? '', organisationId: app.district.authority.id }
    const window = { start: day(2024, 2, 1), end: day(2024, 2, 29) }
    await app
      .as('coordinator')
      .call(contract.recordProof, { ...own, window, proof: { form: 'words', note: 'Письмо отправлено' } })
    expect((await todayAs('head')).waiting.lines).toMatchObject([{ number: '1.1', action: 'release', count: 1 }])
  })

  test('a stranger’s day knows nothing of it', async () => {
    const { late, thisWeek, waiting } = await todayAs('stranger')
    expect([late.total, thisWeek.total, waiting.total]).toEqual([0, 0, 0])
  })
})
