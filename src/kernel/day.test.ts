import { expect, test } from 'vitest'
import { dayAt } from './day.ts'

test('a day ends on the wall of each place, to the millisecond', () => {
  const midnight = Date.UTC(2024, 2, 1) - 5 * 3_600_000
  expect(dayAt(new Date(midnight - 1), 'Asia/Yekaterinburg')).toBe('2024-02-29')
  expect(dayAt(new Date(midnight), 'Asia/Yekaterinburg')).toBe('2024-03-01')
  expect(dayAt(new Date(midnight), 'Europe/Kaliningrad')).toBe('2024-02-29')
})

test.each(['Europe/Moscow', 'Asia/Kamchatka', 'Asia/Kathmandu', 'Australia/Lord_Howe', 'America/St_Johns'])(
  'a day that was read before is the one that the wall of %s shows',
  (timeZone) => {
    const wall = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' })
    for (let moment = Date.UTC(2024, 2, 8); moment < Date.UTC(2024, 3, 9); moment += 431_017) {
      expect(dayAt(new Date(moment), timeZone)).toBe(wall.format(moment))
      expect(dayAt(new Date(moment), timeZone)).toBe(wall.format(moment))
    }
  },
)
