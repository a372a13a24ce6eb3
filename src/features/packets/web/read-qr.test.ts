import { expect, test } from 'vitest'
import { day } from '../../../kernel/day.ts'
import { addressOf, placeOfAddress } from './read-qr.ts'

const place = { activityId: 'a', organisationId: 'b', window: { start: day(2024, 2, 1), end: day(2024, 4, 30) } }

test('the square of a printed row leads back to its row and window', () => {
  expect(placeOfAddress(addressOf('https://opora.example', place))).toEqual(place)
  const yearLong = { ...place, window: { start: null, end: null } }
  expect(placeOfAddress(addressOf('https://opora.example', yearLong))).toEqual(yearLong)
})

test('another square on the same page is none of ours', () => {
  expect(placeOfAddress('https://school.example.ru/')).toBeNull()
  expect(placeOfAddress('просто слова')).toBeNull()
})
