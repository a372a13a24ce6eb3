import { expect, test } from 'vitest'
import { newId } from '../../kernel/id.ts'
import { mergeColumns } from './merge-columns.ts'

const map = (...titles: string[]) => titles.map((title) => ({ activityId: newId<'activity'>(), title }))

test('activities of the same words share a column, whatever their case and punctuation', () => {
  const [first, second] = [map('Вебинары', 'Диагностика дефицитов.'), map('диагностика  дефицитов', 'Вебинары')]
  const columns = mergeColumns([first, second])
  expect(columns.map((one) => one.first.title)).toEqual(['Вебинары', 'Диагностика дефицитов.'])
  expect(columns.map((one) => one.activities[1]?.activityId)).toEqual([second[1]?.activityId, second[0]?.activityId])
})

test('what only a later map has stands behind what it follows there', () => {
  const columns = mergeColumns([map('А', 'Б'), map('А', 'В', 'Б')])
  expect(columns.map((one) => one.first.title)).toEqual(['А', 'В', 'Б'])
  expect(columns[1]?.activities[0]).toBeNull()
})

test('two activities of one map never share a column', () => {
  const [twice] = [map('Семинар', 'Семинар')]
  expect(mergeColumns([twice]).map((one) => one.activities[0]?.activityId)).toEqual(twice.map((one) => one.activityId))
})
