import { describe, expect, test } from 'vitest'
import { startTestApp } from '../../../test/harness/app.ts'
import {
  approvedMap,
  begunMap,
  freshProject,
  fullRow,
  versionOf,
  writtenMap,
} from '../../../test/harness/school-map-changes.ts'
import { schoolMapsContract } from './contract.ts'

const app = await startTestApp()
const { as } = app
const { loadSchoolMap, addMapRow, changeMapRow, submitSchoolMap, agreeSchoolMap, returnSchoolMap, approveSchoolMap } =
  schoolMapsContract

test('advice is read by whoever writes, and by nobody else', async () => {
  const where = await freshProject(app)
  const map = await begunMap(app, where)
  await as('director').call(addMapRow, { id: map.id, change: { title: 'Пробный экзамен' } })
  const kinds = async (visitor: 'director' | 'coordinator' | 'head') =>
    (await as(visitor).call(loadSchoolMap, where)).body.advice.map((one) => one.kind)
  expect(await kinds('director')).toEqual(['no-indicator', 'no-proof'])
  expect(await kinds('coordinator')).toEqual([])
  expect(await kinds('head')).toEqual([])
  await as('coordinator').call(addMapRow, { id: map.id, change: { title: 'Сборы' }, onBehalf: 'call' })
  expect((await kinds('coordinator')).length).toBeGreaterThan(0)
})

describe('advice of what the school did last year', () => {
  const repeats = async (visitor: Reader, where: Awaited<ReturnType<typeof freshProject>>) =>
    (await as(visitor).call(loadSchoolMap, where)).body.advice.filter((one) => one.kind === 'repeats-last-year')

  test('finds the map in force of the year before this one, and tells its author alone', async () => {
    const longAgo = await freshProject(app, 2021)
    const old = await writtenMap(app, longAgo)
    await as('director').call(changeMapRow, { ...versionOf(old.row), change: { title: 'Летняя школа вожатых' } })
    await approve(old.map)
    await approvedMap(app, await freshProject(app, 2022))
    await begunMap(app, await freshProject(app, 2023))
    const where = await freshProject(app)
    const map = await begunMap(app, where)
    const add = (title: string) => as('director').call(addMapRow, { id: map.id, change: { title } })
    const { body: again } = await add('Консультации девятиклассникам по математике')
    await add('Летняя школа вожатых')
    const told = [{ activityId: again.activityId, kind: 'repeats-last-year', words: fullRow.title }]
    expect(await repeats('director', where)).toEqual(told)
    expect(await repeats('deputy', where)).toEqual(told)
    for (const other of ['coordinator', 'curator', 'head', 'observer', 'methodist'] as const)
      expect(await repeats(other, where)).toEqual([])
  })

  test('is over once the map is handed over, and comes back with it', async () => {
    const where = await freshProject(app)
    const { map } = await writtenMap(app, where)
    expect(await repeats('director', where)).toHaveLength(1)
    const { body: sent } = await as('director').call(submitSchoolMap, versionOf(map))
    expect(await repeats('director', where)).toEqual([])
    await as('coordinator').call(returnSchoolMap, { ...versionOf(sent), reason: 'уточните' })
    expect(await repeats('director', where)).toHaveLength(1)
    expect(await repeats('coordinator', where)).toEqual([])
  })

  test('says nothing of the year itself, nor of what is only written', async () => {
    const where = await freshProject(app, 2020)
    await writtenMap(app, where)
    expect(await repeats('director', where)).toEqual([])
  })
})

type Reader = 'director' | 'deputy' | 'coordinator' | 'curator' | 'head' | 'observer' | 'methodist'

async function approve(map: { id: string; rowVersion: number }) {
  const { body: sent } = await as('director').call(submitSchoolMap, Object(versionOf(map)))
  const { body: agreed } = await as('coordinator').call(agreeSchoolMap, versionOf(sent))
  const order = { orderNumber: '7-о', orderDate: '2021-02-14' }
  await as('director').call(approveSchoolMap, { ...versionOf(agreed), ...order })
}
