import { describe, expect, test } from 'vitest'
import { day } from '../../kernel/day.ts'
import { dayStep, monthToOpen, readMonth, weeksOfMonth } from './month-days.ts'

test('a month is laid out from Monday to Sunday, with blanks for the days of its neighbours', () => {
  const march = weeksOfMonth(day(2024, 3, 15))
  expect(march).toHaveLength(5)
  expect(march[0]).toEqual([null, null, null, null, '2024-03-01', '2024-03-02', '2024-03-03'])
  expect(march[4]?.at(-1)).toBe('2024-03-31')
  expect(weeksOfMonth(day(2021, 2, 1)).map((one) => one.length)).toEqual([7, 7, 7, 7])
  expect(weeksOfMonth(day(2024, 9, 1))).toHaveLength(6)
})

test('a month of the address is read, and what is none is not', () => {
  expect(readMonth('2024-03')).toBe('2024-03-01')
  for (const text of [undefined, '', '2024-13', '2024-3', '0204-03', '2024-03-05']) expect(readMonth(text)).toBeNull()
})

test('the calendar opens with today, or with the nearest month of the project', () => {
  const frame = { startsOn: day(2024, 1, 1), endsOn: day(2024, 12, 31) }
  expect(monthToOpen(day(2024, 5, 15), frame)).toBe('2024-05-01')
  expect(monthToOpen(day(2023, 5, 15), frame)).toBe('2024-01-01')
  expect(monthToOpen(day(2026, 5, 15), frame)).toBe('2024-12-01')
})

describe('a key', () => {
  test.each([
    ['ArrowRight', '2024-03-31', '2024-04-01'],
    ['ArrowUp', '2024-03-05', '2024-02-27'],
    ['Home', '2024-03-31', '2024-03-25'],
    ['End', '2024-03-25', '2024-03-31'],
    ['PageUp', '2024-03-31', '2024-02-29'],
    ['PageDown', '2024-12-31', '2025-01-31'],
  ])('%s leads from %s to %s', (key, from, to) => {
    expect(dayStep(key, readDay(from))).toBe(to)
  })

  test('of another kind leads nowhere', () => {
    expect(dayStep('a', day(2024, 3, 1))).toBeNull()
  })
})

function readDay(text: string) {
  return day(Number(text.slice(0, 4)), Number(text.slice(5, 7)), Number(text.slice(8)))
}
