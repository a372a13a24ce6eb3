import { expect, test } from 'vitest'
import { startTestApp } from '../../../test/harness/app.ts'
import { freshProject, fullRow, versionOf } from '../../../test/harness/school-map-changes.ts'
import { day } from '../../kernel/day.ts'
import { schoolMapsContract as maps } from '../school-maps/contract.ts'
import { assignmentsContract } from './contract.ts'

const app = await startTestApp()
const { as } = app
const { loadToday, loadCell, recordProof, submit, accept, exempt, releaseFromControl } = assignmentsContract

/** A map in force whose rows are due within the week. */
async function inForce(rows: number) {
  const place = await freshProject(app)
  const { body: map } = await as('director').call(maps.startSchoolMap, place)
  const change = { ...fullRow, periodText: 'до 20 февраля 2024' }
  const activityIds = []
  for (let count = 0; count < rows; count++) {
    activityIds.push((await as('director').call(maps.addMapRow, { id: map.id, change })).body.activityId)
  }
  const { body: submitted } = await as('director').call(maps.submitSchoolMap, versionOf(map))
  const { body: agreed } = await as('coordinator').call(maps.agreeSchoolMap, versionOf(submitted))
  const order = { orderNumber: '12-о', orderDate: day(2024, 2, 14) }
  await as('director').call(maps.approveSchoolMap, { ...versionOf(agreed), ...order })
  const [activityId] = activityIds
  if (!activityId) throw new Error('a map without rows')
  return { place, cell: { activityId, organisationId: place.organisationId } }
}

const linesOf = async (visitor: 'director' | 'coordinator' | 'head' | 'neighbour', activityId: string) => {
  const { body } = await as(visitor).call(loadToday, {})
  return [...body.late.lines, ...body.thisWeek.lines, ...body.waiting.lines].filter(
    (one) => one.activityId === activityId,
  )
}

test('a row of a map in force is in the day of the school, is proved there and accepted by the coordinator', async () => {
  const { cell } = await inForce(1)
  expect(await linesOf('director', cell.activityId)).toMatchObject([
    { number: 'Ш.1', title: fullRow.title, action: 'prove', dueOn: '2024-02-20', state: 'due-soon' },
  ])
  expect(await linesOf('neighbour', cell.activityId)).toEqual([])
  expect((await as('neighbour').call(loadCell, cell)).status).toBe(404)
  const { body: seen } = await as('director').call(loadCell, cell)
  expect(seen.asked).toMatchObject({ number: 'Ш.1', isTask: false, periodText: 'до 20 февраля 2024' })
  expect(seen.may).toMatchObject({ recordOnBehalf: false, release: false, exempt: false })

  const window = seen.windows[0]?.window ?? { start: null, end: null }
  const proof = { form: 'words' as const, note: 'Прошло пять занятий, пришли все' }
  await as('director').call(recordProof, { ...cell, window, proof })
  await as('director').call(submit, { ...cell, window })
  expect(await linesOf('coordinator', cell.activityId)).toMatchObject([{ action: 'decide' }])
  const { body: waiting } = await as('coordinator').call(loadCell, cell)
  const attempt = waiting.windows[0]?.attempts[0]
  if (!attempt) throw new Error('it was handed in')
  const accepted = await as('coordinator').call(accept, { id: attempt.id, rowVersion: attempt.rowVersion })
  expect([accepted.status, accepted.body.state]).toEqual([200, 'accepted'])
  expect(await linesOf('head', cell.activityId)).toEqual([])
})

test('nobody takes a school’s own row off for it: neither out of the demand nor off control', async () => {
  const { cell } = await inForce(1)
  const out = await as('coordinator').call(exempt, { ...cell, reason: 'школа на ремонте' })
  expect([out.status, out.refusal.code]).toEqual([409, 'assignment.own-row'])
  const off = { activityId: cell.activityId, organisationIds: [cell.organisationId], resolution: 'снято' }
  expect((await as('head').call(releaseFromControl, off)).status).toBe(404)
})

test('a row that is only being written asks nothing yet', async () => {
  const place = await freshProject(app)
  const { body: map } = await as('director').call(maps.startSchoolMap, place)
  const { body: row } = await as('director').call(maps.addMapRow, { id: map.id, change: fullRow })
  const cell = { activityId: row.activityId, organisationId: place.organisationId }
  expect((await as('director').call(loadCell, cell)).status).toBe(404)
})

test('«Сегодня» takes as many statements for many rows as for few', async () => {
  const before = await as('coordinator').call(loadToday, {})
  await inForce(6)
  const after = await as('coordinator').call(loadToday, {})
  expect(after.statements).toBe(before.statements)
})
