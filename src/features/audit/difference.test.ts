import { expect, test } from 'vitest'
import { differenceOf } from './difference.ts'

test('a change shows the fields that differ, in the order of the card', () => {
  const before = JSON.stringify({ name: 'Анна', position: 'завуч', disabledAt: null })
  const after = JSON.stringify({ name: 'Анна', position: 'директор', disabledAt: null })
  expect(differenceOf(before, after)).toEqual([{ field: 'position', before: 'завуч', after: 'директор' }])
})

test('ids, paths and counters say nothing to a reader', () => {
  const after = JSON.stringify({
    id: 'x',
    fileId: 'y',
    organisationIds: ['z'],
    path: '/a/',
    rowVersion: 2,
    number: '17',
  })
  expect(differenceOf(null, after)).toEqual([{ field: 'number', before: null, after: '17' }])
})

test('what was not written down shows nothing; a list shows how long it is', () => {
  expect(differenceOf(null, null)).toEqual([])
  expect(differenceOf(null, JSON.stringify([{ a: 1 }, { a: 2 }]))).toEqual([
    { field: 'count', before: null, after: '2' },
  ])
})
