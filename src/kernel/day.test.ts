import { expect, test } from 'vitest'
import { addDays, dayAt, day as dayOf, daysInMonth, isDay, weekday } from './day.ts'

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

test('days follow one another as the calendar has them, over two turns of the century', () => {
  const first = Date.UTC(1899, 11, 28)
  const days = Array.from({ length: 75_000 }, (_, index) => new Date(first + index * 86_400_000))
  for (const [index, date] of days.entries()) {
    const text = date.toISOString().slice(0, 10)
    const one = dayOf(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate())
    if (one !== text || weekday(one) !== (date.getUTCDay() || 7)) expect.fail(`${text} is ${one}, ${weekday(one)}`)
    for (const step of [-40, -1, 1, 3, 400]) {
      const there = days[index + step]?.toISOString().slice(0, 10)
      if (there !== undefined && addDays(one, step) !== there) expect.fail(`${text} and ${step} is ${there}`)
    }
  }
})

test('a month has as many days as the calendar gives it', () => {
  for (let year = 1896; year <= 2104; year++)
    for (let month = 1; month <= 12; month++)
      expect(daysInMonth(year, month)).toBe(new Date(Date.UTC(year, month, 0)).getUTCDate())
  expect(
    ['2024-02-29', '2023-02-29', '2024-04-31', '2024-13-01', '2024-1-01', '2024-00-10', 'x024-01-01'].map(isDay),
  ).toEqual([true, false, false, false, false, false, false])
})
