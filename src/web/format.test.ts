import { expect, test } from 'vitest'
import { day, dotted } from '../kernel/day.ts'
import { formatBytes, formatClock, formatDay, formatMoment, formatNumber } from './format.ts'

test('a day reads as people write it', () => {
  const value = day(2024, 2, 3)
  expect([formatDay(value, 'ru'), formatDay(value, 'en'), dotted(value)]).toEqual([
    '3 февраля 2024',
    '3 February 2024',
    '03.02.2024',
  ])
})

test('a moment is told by the clock of the organisation', () => {
  const moment = '2024-02-13T20:30:00Z'
  expect(formatMoment(moment, 'Asia/Novosibirsk')).toBe('14.02.2024 03:30')
  expect(formatMoment(moment, 'Europe/Kaliningrad')).toBe('13.02.2024 22:30')
  expect(formatClock(moment, 'Europe/Moscow')).toBe('23:30')
})

test('numbers and sizes follow the language', () => {
  expect(formatNumber(12345.6, 'en')).toBe('12,346')
  expect(formatNumber(1.25, 'ru', 2)).toBe('1,25')
  expect([0, 700, 20 * 1024 ** 2, 1.5 * 1024 ** 2].map((size) => formatBytes(size, 'ru'))).toEqual([
    '0\u00a0байт',
    '700\u00a0байт',
    '20\u00a0МБ',
    '1,5\u00a0МБ',
  ])
})
