import { expect, test } from 'vitest'
import { day } from '../../../kernel/day.ts'
import { newId } from '../../../kernel/id.ts'
import type { TaskDeadline } from '../task-view.ts'
import { sumTasks } from './task-sums.ts'

const [authority, neighbour, school] = [newId<'organisation'>(), newId<'organisation'>(), newId<'organisation'>()]
const lists: TaskDeadline = {
  activityId: newId<'activity'>(),
  ownerId: authority,
  text: 'Прислать списки',
  givenOn: day(2024, 3, 18),
  dueOn: day(2024, 3, 21),
  states: [
    { state: 'accepted', count: 3 },
    { state: 'late', count: 1 },
  ],
  onlyId: null,
}
const photos = { ...lists, ownerId: neighbour, text: 'Прислать фото', dueOn: day(2024, 3, 19), onlyId: school }
const titles = (filter: Parameters<typeof sumTasks>[1]) =>
  sumTasks([lists, photos], filter, 'Поручения').map((one) => one.column.title)

test('tasks stand by their day, from the day on which they were given, with the worst state', () => {
  const [first, second] = sumTasks([lists, photos], {}, 'Поручения')
  expect([first?.column.title, first?.only?.organisationId]).toEqual(['Прислать фото', school])
  expect(second?.windows[0]).toMatchObject({
    window: { start: '2024-03-18', end: '2024-03-21' },
    worst: 'late',
    asked: 4,
  })
})

test('a filter that tasks know narrows them, and one of the road map leaves none', () => {
  expect(titles({ place: authority })).toEqual(['Прислать списки'])
  expect(titles({ state: 'returned' })).toEqual([])
  expect(sumTasks([lists], { late: 'yes' }, '')[0]?.asked).toBe(1)
  expect(titles({ section: '1' })).toEqual([])
})
