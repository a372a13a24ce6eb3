import { describe, expect, test } from 'vitest'
import { startTestApp } from '../../../test/harness/app.ts'
import type { Visitor } from '../../../test/harness/district.ts'
import { planYear } from '../../../test/harness/planned-year.ts'
import { submittedMap, versionOf, writtenMap } from '../../../test/harness/school-map-changes.ts'
import { assignmentsContract } from '../../features/assignments/contract.ts'
import { correctionsContract } from '../../features/corrections/contract.ts'
import { messagesContract } from '../../features/messages/contract.ts'
import { schoolMapsContract } from '../../features/school-maps/contract.ts'
import { day } from '../../kernel/day.ts'

const app = await startTestApp({ now: '2024-02-14T06:00:00Z' })
const told = async (visitor: Visitor) => (await app.as(visitor).call(messagesContract.listMessages, {})).body.messages
const eventsOf = async (visitor: Visitor) => (await told(visitor)).map(({ event }) => event)

describe('of deadlines, schools’ maps and changed plans', () => {
  test('who asks for a later day hears the controller’s answer, and she hears the question', async () => {
    const [organisationId = ''] = app.district.schools.map(({ id }) => id)
    const task = await app.as('coordinator').call(assignmentsContract.giveTask, {
      ...{ text: 'Пришлите список классов', dueOn: '2024-02-21', letter: null },
      organisationIds: [organisationId],
    })
    const window = { start: null, end: day(2024, 2, 21) }
    const place = { activityId: task.body.activityId, organisationId, window }
    const { body } = await app
      .as('deputy')
      .call(assignmentsContract.askDeadlineMove, { ...place, until: day(2024, 3, 1), reason: 'карантин' })
    await expect.poll(() => eventsOf('head')).toEqual(['move-asked'])
    expect((await told('head'))[0]).toMatchObject({ day: '2024-03-01', comment: 'карантин' })
    const move = body.windows[0]?.moves[0]
    const decision = { id: move?.id ?? '', rowVersion: move?.rowVersion ?? 1, reason: 'времени достаточно' }
    await app.as('head').call(assignmentsContract.declineDeadlineMove, decision)
    await expect.poll(() => eventsOf('deputy')).toContain('move-declined')
    expect((await told('deputy'))[0]).toMatchObject({ comment: 'времени достаточно' })
    expect(await eventsOf('director')).not.toContain('move-declined')
    expect(await eventsOf('neighbour')).not.toContain('move-asked')
  })

  test('a school’s map goes to the coordinator and comes back to the school', async () => {
    const { map } = await writtenMap(app)
    const { body: submitted } = await app.as('director').call(schoolMapsContract.submitSchoolMap, versionOf(map))
    await expect.poll(() => eventsOf('coordinator')).toContain('map-submitted')
    const reason = 'уточните показатель'
    const { body: returned } = await app
      .as('coordinator')
      .call(schoolMapsContract.returnSchoolMap, { ...versionOf(submitted), reason })
    await expect.poll(() => eventsOf('director')).toContain('map-returned')
    expect((await told('director'))[0]).toMatchObject({ event: 'map-returned', comment: reason })
    expect(returned.status).toBe('returned')
    expect(await eventsOf('neighbour')).not.toContain('map-returned')
  })

  test('agreed with comments is said so, and what the director approved is told to the coordinator', async () => {
    const submitted = await submittedMap(app)
    const comment = { id: submitted.id, words: 'Добавьте строку о родителях' }
    await app.as('coordinator').call(schoolMapsContract.commentSchoolMap, comment)
    const { body: agreed } = await app.as('coordinator').call(schoolMapsContract.agreeSchoolMap, versionOf(submitted))
    await expect.poll(() => eventsOf('deputy')).toContain('map-agreed')
    expect((await told('deputy'))[0]).toMatchObject({ event: 'map-agreed', remarks: 1 })
    const order = { orderNumber: '12-о', orderDate: day(2024, 2, 14) }
    await app.as('director').call(schoolMapsContract.approveSchoolMap, { ...versionOf(agreed), ...order })
    await expect.poll(() => eventsOf('coordinator')).toContain('map-approved')
  })

  test('a changed plan is told to its schools, and a school whose own row leans on it is asked what becomes of it', async () => {
    const year = await planYear(app, { title: 'Проект с изменениями' })
    const supported = year.activities['1.2'] ?? ''
    const [first] = app.district.schools
    const place = { programmeId: year.programmeId, organisationId: first?.id ?? '' }
    const { map, row } = await writtenMap(app, Object(place))
    const change = { supportsActivityId: supported }
    await app.as('director').call(schoolMapsContract.changeMapRow, { ...versionOf(row), change })
    const { body: submitted } = await app.as('director').call(schoolMapsContract.submitSchoolMap, versionOf(map))
    const { body: agreed } = await app.as('coordinator').call(schoolMapsContract.agreeSchoolMap, versionOf(submitted))
    const order = { orderNumber: '13-о', orderDate: day(2024, 2, 14) }
    await app.as('director').call(schoolMapsContract.approveSchoolMap, { ...versionOf(agreed), ...order })

    const coordinator = app.as('coordinator')
    const why = { reason: 'По итогам собеседований', basisKind: 'interview' as const, basis: 'протокол № 3' }
    const { body: correction } = await coordinator.call(correctionsContract.startCorrection, {
      roadMapId: year.roadMapId,
      ...why,
    })
    const rowOf = (number: string) => ({ id: correction.id, activityId: year.activities[number] ?? '', rowVersion: 1 })
    await coordinator.call(correctionsContract.removeRow, rowOf('1.2'))
    await coordinator.call(correctionsContract.changeRow, { ...rowOf('2.1'), change: { title: 'Объединения и пары' } })
    const approval = { id: correction.id, rowVersion: 1, orderNumber: '45', orderDate: day(2024, 2, 14) }
    expect((await coordinator.call(correctionsContract.approveCorrection, approval)).status).toBe(200)

    await expect.poll(() => eventsOf('director')).toContain('consent-asked')
    const changed = async (visitor: Visitor) => (await told(visitor)).filter((one) => one.event === 'plan-changed')
    expect(await changed('director')).toMatchObject([{ count: 2, path: `/road-map/${year.roadMapId}/plan` }])
    // The second school is of another variant: row 2.1 was never its own.
    await expect.poll(() => changed('neighbour')).toMatchObject([{ count: 1, number: '1.2' }])
    expect(await eventsOf('neighbour')).not.toContain('consent-asked')
    expect(await eventsOf('stranger')).toEqual([])
  })
})
