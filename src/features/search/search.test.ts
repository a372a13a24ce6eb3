import { expect, test } from 'vitest'
import { startTestApp } from '../../../test/harness/app.ts'
import type { Visitor } from '../../../test/harness/district.ts'
import { planYear } from '../../../test/harness/planned-year.ts'
import { assignmentsContract } from '../assignments/contract.ts'
import { searchContract as contract } from './contract.ts'

const app = await startTestApp({ now: '2024-05-15T06:00:00Z' })
const { district } = app
await planYear(app)
await app.as('coordinator').call(assignmentsContract.giveTask, {
  text: 'Сообщите число слушателей курсов',
  dueOn: '2024-06-20',
  organisationIds: [district.schools[0]?.id ?? ''],
})
const find = async (visitor: Visitor, words: string) => {
  const { status, body } = await app.as(visitor).call(contract.find, { words })
  return status === 200 ? body.found.map((one) => `${one.kind}: ${one.title}`) : status
}

test('finds organisations by any of their words, «ё» or not', async () => {
  expect(await find('coordinator', 'сош берез')).toEqual(['organisation: МБОУ «Берёзовская СОШ»'])
  expect(await find('coordinator', 'БЕРЁЗ')).toEqual(['organisation: МБОУ «Берёзовская СОШ»'])
})

test('finds activities by number and words, tasks by their text, people for whoever looks after them', async () => {
  expect(await find('coordinator', 'слушателей число')).toEqual(['task: Сообщите число слушателей курсов'])
  expect(await find('coordinator', '1.2')).toEqual([expect.stringMatching(/^activity: 1\.2 /)])
  expect(await find('coordinator', 'заречный director')).toEqual(['person: Заречный director'])
  expect(await find('director', 'заречный')).not.toContain('person: Заречный coordinator')
})

test('shows nobody what is not hers', async () => {
  expect(await find('director', 'высокогорская')).toEqual([])
  expect(await find('neighbour', 'слушателей')).toEqual([])
  expect(await find('stranger', 'березовская')).toEqual([])
  expect(await find('teacher', 'березовская')).toBe(403)
  expect(await find('nobody', 'березовская')).toBe(401)
})

test('signs of patterns are letters like any other', async () => {
  expect(await find('coordinator', '%%')).toEqual([])
  expect(await find('coordinator', '__')).toEqual([])
  expect(await find('coordinator', 'x')).toBe(400)
})
