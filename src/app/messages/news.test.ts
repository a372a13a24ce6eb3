import { beforeAll, describe, expect, test } from 'vitest'
import { startTestApp } from '../../../test/harness/app.ts'
import { askHouse } from '../../../test/harness/ask-house.ts'
import type { Visitor } from '../../../test/harness/district.ts'
import { giveAddress } from '../../../test/harness/message-changes.ts'
import { type PlannedYear, planYear, spring } from '../../../test/harness/planned-year.ts'
import { assignmentsContract } from '../../features/assignments/contract.ts'
import { messagesContract } from '../../features/messages/contract.ts'
import { roadMapsContract } from '../../features/road-maps/contract.ts'
import { day } from '../../kernel/day.ts'
import { tellNews } from './tell-news.ts'

const app = await startTestApp({ now: '2024-02-14T06:00:00Z' })
let year: PlannedYear

beforeAll(async () => {
  year = await planYear(app, { isSent: false })
})

const told = async (visitor: Visitor) => (await app.as(visitor).call(messagesContract.listMessages, {})).body.messages
const eventsOf = async (visitor: Visitor) => (await told(visitor)).map(({ event }) => event)
const cell = () => ({ activityId: year.activities['1.2'] ?? '', organisationId: app.district.schools[0]?.id ?? '' })

async function handIn() {
  const proof = { form: 'outside-event' as const, heldOn: day(2024, 2, 10), tookPart: 'Директор' }
  await app.as('director').call(assignmentsContract.recordProof, { ...cell(), window: spring, proof })
  const { body } = await app.as('director').call(assignmentsContract.submit, { ...cell(), window: spring })
  return body.windows[0]?.attempts.find((one) => one.status === 'waiting')
}

describe('in the application', () => {
  test('a school learns of its plan, and no other does before it is sent to it', async () => {
    const [first] = app.district.schools
    const sent = { id: year.roadMapId, organisationIds: [first?.id ?? ''] }
    expect((await app.as('coordinator').call(roadMapsContract.sendToSchools, sent)).status).toBe(200)
    await expect.poll(() => eventsOf('director')).toEqual(['plan-sent'])
    expect(await eventsOf('deputy')).toEqual(['plan-sent'])
    expect([await eventsOf('neighbour'), await eventsOf('coordinator'), await eventsOf('stranger')]).toEqual([
      [],
      [],
      [],
    ])
  })

  test('what is handed in is told to who decides, what is decided to who handed in', async () => {
    const attempt = await handIn()
    await expect.poll(() => eventsOf('coordinator')).toEqual(['submitted'])
    expect(await told('curator')).toMatchObject([
      { event: 'submitted', number: '1.2', organisation: app.district.schools[0]?.shortName },
    ])
    const named = { id: attempt?.id ?? '', rowVersion: attempt?.rowVersion ?? 0 }
    await app.as('coordinator').call(assignmentsContract.returnSubmission, { ...named, comment: 'Приложите список' })
    await expect.poll(() => eventsOf('director')).toEqual(['returned', 'plan-sent'])
    expect((await told('director'))[0]).toMatchObject({ comment: 'Приложите список', isRead: false })
    expect([await eventsOf('head'), await eventsOf('neighbour')]).toEqual([[], []])
  })

  test('a task is told to each school that it was given to, at once by a letter where somebody chose so', async () => {
    await giveAddress(app, 'neighbour', 'neighbour@school.example')
    const { isServerSet: _, ...letters } = (await app.as('neighbour').call(messagesContract.loadLetters, {})).body
    const events = [{ event: 'task-given' as const, choice: 'at-once' as const }]
    await app.as('neighbour').call(messagesContract.chooseLetters, { ...letters, events })
    await app.as('coordinator').call(assignmentsContract.giveTask, {
      ...{ text: 'Сообщите число слушателей', dueOn: '2024-02-20', dueTime: '16:00', letter: null },
      organisationIds: app.district.schools.slice(0, 2).map(({ id }) => id),
    })
    await expect.poll(() => eventsOf('neighbour')).toEqual(['task-given'])
    expect((await told('director'))[0]).toMatchObject({ event: 'task-given', day: '2024-02-20' })
    const mails = await askHouse<{ subject: string; body: string }>(
      app.opora,
      `select * from mail where kind = 'at-once'`,
    )
    expect(mails).toMatchObject([{ subject: 'Опора: Новое поручение до 20 февраля 2024: Сообщите число слушателей' }])
    const [other = ''] = app.district.schools.map(({ shortName }) => shortName)
    expect(mails[0]?.body).not.toContain(other)
  })

  test('the same news told again changes nothing', async () => {
    const entries = await askHouse<{ id: string }>(
      app.opora,
      `select id from audit_entry where action in ('task.given', 'submission.made', 'submission.returned', 'road-map.sent')`,
    )
    const count = () => askHouse(app.opora, 'select id from message union all select id from mail')
    const before = (await count()).length
    for (const { id } of entries) {
      await app.opora.perform({ kind: 'job', name: 'test' }, (work) => tellNews(work, [id], 'http://127.0.0.1:8310'))
    }
    expect((await count()).length).toBe(before)
  })

  test('the coordinator reminds many at once, and each school is told once, of its own', async () => {
    const schools = app.district.schools.slice(0, 2).map(({ id }) => id)
    const activityIds = [year.activities['1.2'] ?? '', year.activities['2.1'] ?? '']
    const cells = schools.flatMap((organisationId) =>
      activityIds.map((activityId) => ({ activityId: Object(activityId).valueOf(), organisationId })),
    )
    const { body } = await app.as('coordinator').call(assignmentsContract.remindMany, { cells })
    expect(body.reminded).toBe(2)
    await expect.poll(() => eventsOf('director')).toContain('reminded')
    expect((await told('director')).filter(({ event }) => event === 'reminded')).toMatchObject([{ number: '1.2' }])
    const stranger = await app.as('stranger').call(assignmentsContract.remindMany, { cells })
    expect([stranger.status, stranger.refusal.code]).toEqual([403, 'assignment.nobody-to-remind'])
  })

  test('of many that are accepted at once a school is told once', async () => {
    await handIn()
    await app
      .as('coordinator')
      .call(assignmentsContract.acceptMany, { cells: [cell()], seenAt: '2199-01-01T00:00:00Z' })
    await expect.poll(() => eventsOf('deputy')).toContain('accepted')
    expect((await eventsOf('deputy')).filter((one) => one === 'accepted')).toHaveLength(1)
  })
})
