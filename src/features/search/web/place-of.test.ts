import { expect, test } from 'vitest'
import { newId } from '../../../kernel/id.ts'
import { choiceOf, commandsWith } from './place-of.ts'

const commands = [
  { title: 'Новое поручение', to: '/tasks', search: { new: 'yes' } },
  { title: 'Настройки', to: '/settings', search: {} },
]

test('a command is found by any part of its name, all of them without a word', () => {
  expect(commandsWith(commands, ['поруч']).map((one) => one.to)).toEqual(['/tasks'])
  expect(commandsWith(commands, [])).toHaveLength(2)
})

test('what was found leads to where it is worked with', () => {
  const programmeId = newId<'programme'>()
  const activity = { kind: 'activity' as const, id: 'a', title: '1.2', note: '', programmeId }
  expect(choiceOf(activity)).toMatchObject({
    to: '/road-map',
    search: { what: 'a', project: programmeId, whole: 'no' },
  })
  expect(choiceOf({ ...activity, kind: 'task', programmeId: null })).toMatchObject({
    to: '/tasks',
    search: { task: 'a' },
  })
})
