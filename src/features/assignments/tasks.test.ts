import { describe, expect, test } from 'vitest'
import { startTestApp } from '../../../test/harness/app.ts'
import { day } from '../../kernel/day.ts'
import { filesContract } from '../files/contract.ts'
import { assignmentsContract as contract } from './contract.ts'
import type { TaskView } from './task-view.ts'

const app = await startTestApp({ now: '2024-03-18T04:00:00Z' })
const { district } = app
const [first, second, third] = district.schools.map((one) => one.id)
if (!first || !second || !third) throw new Error('a district of six schools')

const text = 'Прислать списки учителей математики'
let task: TaskView

describe('a task outside the road map', () => {
  test('is given in one call, with the letter it comes from', async () => {
    const upload = Buffer.from('%PDF-1.4 a letter')
    const file = await app.as('coordinator').call(contract.keepLetterFile, { name: 'Письмо.pdf' }, { upload })
    expect(file.status).toBe(200)
    const { body, status } = await app.as('coordinator').call(contract.giveTask, {
      text,
      dueOn: day(2024, 3, 21),
      dueTime: '16:00',
      organisationIds: [first, second, second],
      letter: { number: '11-05/233', signedOn: day(2024, 3, 15), sender: 'Министерство', fileId: file.body.id },
    })
    expect(status).toBe(200)
    expect(body.recipients.map((one) => one.state)).toEqual(['due-soon', 'due-soon'])
    expect(body.letter).toMatchObject({ number: '11-05/233', file: { name: 'Письмо.pdf' } })
    task = body
  })

  test('keeps every character of a long text, and of the name of its letter', async () => {
    const long = `${'а'.repeat(119)}😀 и дальше`
    const name = `${'😀'.repeat(100)}.pdf`
    const file = await app
      .as('coordinator')
      .call(contract.keepLetterFile, { name: `${name}x` }, { upload: Buffer.from('%PDF-1.4 a letter') })
    expect([file.status, file.body.name]).toEqual([200, `${name}x`])
    const given = { text: long, dueOn: day(2024, 3, 21), organisationIds: [third], letter: { fileId: file.body.id } }
    const { status, body } = await app.as('coordinator').call(contract.giveTask, given)
    expect([status, body.text]).toEqual([200, long])
    const cancelled = { activityId: body.activityId, rowVersion: body.rowVersion }
    await app.as('coordinator').call(contract.cancelTask, cancelled)
  })

  test('is seen by its recipients, each of them alone, with the letter', async () => {
    const { body, raw } = await app.as('director').call(contract.listTasks, {})
    expect(body.tasks.map((one) => one.recipients.length)).toEqual([1])
    expect(raw.toString()).not.toContain(second)
    expect([body.mayGive, body.tasks[0]?.mayCancel]).toEqual([false, false])
    const fileId = body.tasks[0]?.letter?.file?.id
    expect((await app.as('director').call(filesContract.openFile, { id: fileId ?? '' })).status).toBe(200)
    expect((await app.as('neighbour').call(filesContract.openFile, { id: fileId ?? '' })).status).toBe(200)
    expect((await app.as('stranger').call(contract.loadTask, { activityId: task.activityId })).status).toBe(404)
    expect((await app.as('stranger').call(contract.listTasks, {})).body.tasks).toEqual([])
  })

  test('has its place in time: summed for the coordinator, for a school its own, without the cancelled', async () => {
    const march = { from: day(2024, 3, 1), to: day(2024, 3, 31) }
    const { body, statements } = await app.as('coordinator').call(contract.listTaskDeadlines, march)
    const { activityId } = task
    const inTime = { activityId, ownerId: district.authority.id, text, givenOn: '2024-03-18', dueOn: '2024-03-21' }
    expect(body.tasks).toEqual([{ ...inTime, states: [{ state: 'due-soon', count: 2 }], onlyId: null }])
    expect(statements).toBeLessThanOrEqual(6)
    const own = await app.as('director').call(contract.listTaskDeadlines, march)
    expect(own.body.tasks).toEqual([{ ...inTime, states: [{ state: 'due-soon', count: 1 }], onlyId: first }])
    expect(own.raw.toString()).not.toContain(second)
    expect((await app.as('stranger').call(contract.listTaskDeadlines, march)).body.tasks).toEqual([])
    const april = { from: day(2024, 4, 1), to: day(2024, 4, 30) }
    expect((await app.as('coordinator').call(contract.listTaskDeadlines, april)).body.tasks).toEqual([])
    expect((await app.as('coordinator').call(contract.listTaskDeadlines, { ...april, from: 'март' })).status).toBe(400)
    expect((await app.as('nobody').call(contract.listTaskDeadlines, april)).status).toBe(401)
  })

  test('is marked as seen by the first who opens it', async () => {
    const receipt = { activityId: task.activityId, organisationId: first }
    const { body } = await app.as('deputy').call(contract.noteTaskSeen, receipt)
    const seenAt = body.recipients[0]?.seenAt
    expect(seenAt).not.toBeNull()
    expect((await app.as('director').call(contract.noteTaskSeen, receipt)).body.recipients[0]?.seenAt).toBe(seenAt)
    expect((await app.as('neighbour').call(contract.noteTaskSeen, receipt)).status).toBe(404)
  })

  test('is answered like everything else: proof, submission, acceptance', async () => {
    const cell = { activityId: task.activityId, organisationId: first }
    const window = { start: null, end: task.dueOn }
    const proof = { form: 'link' as const, url: 'https://disk.example.ru/list' }
    await app.as('director').call(contract.recordProof, { ...cell, window, proof })
    const submitted = await app.as('director').call(contract.submit, { ...cell, window })
    expect(submitted.body).toMatchObject({ state: 'waiting', asked: { isTask: true, title: text, dueTime: '16:00' } })
    expect((await app.as('neighbour').call(contract.loadCell, cell)).status).toBe(404)
    const [attempt] = submitted.body.windows[0]?.attempts ?? []
    if (!attempt) throw new Error('nothing was handed in')
    const accepted = await app
      .as('coordinator')
      .call(contract.accept, { id: attempt.id, rowVersion: attempt.rowVersion })
    expect(accepted.body.state).toBe('accepted')
  })

  test('a school that was not asked has no cell in it', async () => {
    const cell = { activityId: task.activityId, organisationId: third }
    expect((await app.as('coordinator').call(contract.loadCell, cell)).status).toBe(404)
  })

  test('is late for whoever did not answer by its hour', async () => {
    app.clock.moveTo(new Date('2024-03-21T10:59:00Z'))
    const before = await app.as('coordinator').call(contract.loadTask, { activityId: task.activityId })
    expect(before.body.recipients.map((one) => one.state)).toEqual(['accepted', 'due-soon'])
    app.clock.moveTo(new Date('2024-03-21T11:00:00Z'))
    const after = await app.as('coordinator').call(contract.loadTask, { activityId: task.activityId })
    expect(after.body.recipients.map((one) => one.state)).toEqual(['accepted', 'late'])
  })

  test('is cancelled once, and asks nobody any more', async () => {
    const named = { activityId: task.activityId, rowVersion: task.rowVersion }
    expect((await app.as('stranger').call(contract.cancelTask, named)).status).toBe(404)
    expect((await app.as('head').call(contract.cancelTask, named)).status).toBe(403)
    expect((await app.as('coordinator').call(contract.cancelTask, named)).body.cancelled).toBe(true)
    expect((await app.as('coordinator').call(contract.cancelTask, named)).status).toBe(412)
    const given = { activityId: task.activityId, organisationId: second, window: { start: null, end: task.dueOn } }
    const proof = { form: 'words' as const, note: 'Отправлено' }
    const late = await app.as('neighbour').call(contract.recordProof, { ...given, proof })
    expect(late.refusal.code).toBe('task.cancelled')
  })
})

test("a letter's file is for its recipients, and only a file of the authority goes with a letter", async () => {
  const upload = Buffer.from('%PDF-1.4 a letter to one school')
  const { body: file } = await app.as('coordinator').call(contract.keepLetterFile, { name: 'Письмо.pdf' }, { upload })
  const openAs = async (visitor: 'director' | 'neighbour' | 'coordinator') =>
    (await app.as(visitor).call(filesContract.openFile, { id: file.id })).status
  expect([await openAs('coordinator'), await openAs('director'), await openAs('neighbour')]).toEqual([200, 404, 404])

  const letter = { number: '1', signedOn: null, sender: null, fileId: file.id }
  const input = { text: 'По письму', dueOn: day(2024, 4, 1), organisationIds: [first], letter }
  const { body: given } = await app.as('coordinator').call(contract.giveTask, input)
  expect([await openAs('coordinator'), await openAs('director'), await openAs('neighbour')]).toEqual([200, 200, 404])

  const window = { start: null, end: given.dueOn }
  const cell = { activityId: given.activityId, organisationId: first, windowEnd: window.end }
  const proved = await app
    .as('director')
    .call(contract.recordProofFile, { ...cell, form: 'file', name: 'Список.pdf' }, { upload })
  const own = proved.body.windows[0]?.proofs[0]?.file?.id
  if (!own) throw new Error('no file was recorded')
  const handedOn = { ...input, organisationIds: [second], letter: { ...letter, fileId: own } }
  expect((await app.as('coordinator').call(contract.giveTask, handedOn)).status).toBe(404)
})

test('a task to a foreign school, in the past, or by an hour that no clock has, is refused', async () => {
  const good = { text, dueOn: day(2024, 3, 25), organisationIds: [first] }
  const codeOf = async (input: typeof good & { dueTime?: string }) => {
    const { status, refusal } = await app.as('coordinator').call(contract.giveTask, input)
    return [status, refusal.code]
  }
  expect(await codeOf({ ...good, organisationIds: [district.otherSchool.id] })).toEqual([422, 'task.unknown-recipient'])
  expect(await codeOf({ ...good, dueOn: day(2024, 3, 20) })).toEqual([422, 'task.due-in-the-past'])
  expect(await codeOf({ ...good, dueTime: '25:00' })).toEqual([400, 'server.bad-input'])
  expect((await app.as('director').call(contract.giveTask, good)).status).toBe(403)
})

test('the same click twice is one task', async () => {
  const input = { text: 'Один раз', dueOn: day(2024, 4, 1), organisationIds: [first] }
  const answers = await Promise.all(
    [1, 2, 3].map(() => app.as('coordinator').call(contract.giveTask, input, { key: 'one-click-on-give' })),
  )
  expect(new Set(answers.map((one) => one.body.activityId)).size).toBe(1)
  const { body } = await app.as('coordinator').call(contract.listTasks, {})
  expect(body.tasks.filter((one) => one.text === 'Один раз')).toHaveLength(1)
})
