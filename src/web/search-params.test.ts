import { expect, test } from 'vitest'
import { readSearch, writeSearch } from './search-params.ts'

test('an address says what was chosen in plain words', () => {
  expect(writeSearch({ state: 'late', activity: '1.2' })).toBe('?state=late&activity=1.2')
})

test('what is empty is left out of the address', () => {
  expect(writeSearch({ state: '', school: undefined, year: null, isOff: false })).toBe('')
})

test('several of one name are a list, there and back', () => {
  const text = writeSearch({ school: ['а', 'б'], page: 2 })
  expect(readSearch(text)).toEqual({ school: ['а', 'б'], page: '2' })
})

test('a name that objects carry by themselves is only a name', () => {
  expect(readSearch('?toString=1')).toEqual({ toString: '1' })
})
