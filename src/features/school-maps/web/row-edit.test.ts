import { expect, test } from 'vitest'
import { contestedFields, isGivenUp, isRecorded, type Typed } from './row-edit.ts'

const recorded: Typed = {
  cause: '',
  title: 'Консультации по математике',
  indicator: '',
  responsible: '',
  periodText: '',
  expectedResult: '',
  proof: [],
  supportsActivityId: null,
  removed: false,
}

test('whoever types on before her first words have come back quarrels with nobody', () => {
  const typedOn = { change: { title: 'Консультации по математике, 9 класс' }, from: { title: '' } }
  expect(contestedFields(recorded, typedOn, { title: 'Консультации по математике' })).toEqual([])
})

test('the same words sent twice are recorded once', () => {
  const twice = { change: { title: 'Консультации по математике' }, from: { title: '' } }
  expect(contestedFields(recorded, twice, {})).toEqual([])
  expect(isRecorded(recorded, twice)).toBe(true)
})

test('what somebody else wrote in the same field is shown beside hers, also where she wrote in it before', () => {
  const edit = { change: { title: 'Уроки вдвоём' }, from: { title: '' } }
  expect(contestedFields(recorded, edit, {})).toEqual(['title'])
  expect(contestedFields(recorded, edit, { title: 'Уроки' })).toEqual(['title'])
  expect(contestedFields(recorded, edit, { indicator: '' })).toEqual(['title'])
  expect(isRecorded(recorded, edit)).toBe(false)
})

test('another field of the row is no obstacle', () => {
  const edit = { change: { proof: ['file' as const] }, from: { proof: [] } }
  expect(contestedFields({ ...recorded, indicator: '70 %' }, edit, {})).toEqual([])
})

test('words that she gave up are no quarrel when they come once more; other words of hers are', () => {
  const edit = { change: { indicator: '75 %' }, from: { indicator: '' } }
  expect(isGivenUp(['indicator'], edit, { indicator: '75 %' })).toBe(true)
  expect(isGivenUp(['indicator'], edit, { indicator: '70 %' })).toBe(false)
  expect(isGivenUp(['indicator'], edit, { title: 'Уроки' })).toBe(false)
  expect(isGivenUp(['proof'], { change: { proof: ['file'] }, from: { proof: [] } }, { proof: ['file'] })).toBe(true)
})
