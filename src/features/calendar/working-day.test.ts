import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, type Day, day, daysInMonth, isDay } from '../../kernel/day.ts'
import {
  decreeOf,
  isWithinWorkingDays,
  isWorkingDay,
  workingDayAfter,
  workingDayBefore,
  workingDaysBetween,
} from './working-day.ts'

describe('the production calendar of Russia', () => {
  test.each([
    [2023, 247],
    [2024, 248],
    [2025, 247],
    [2026, 247],
  ])('%i has %i working days', (year, count) => {
    expect(daysOf(year).filter((one) => isWorkingDay(one))).toHaveLength(count)
  })

  test.each(['2024-04-27', '2024-11-02', '2024-12-28', '2025-11-01'])('Saturday %s is worked', (text) => {
    expect(isWorkingDay(asDay(text))).toBe(true)
  })

  test.each([
    '2023-02-24',
    '2023-05-08',
    '2024-04-29',
    '2024-04-30',
    '2024-05-10',
    '2024-12-30',
    '2024-12-31',
    '2025-05-02',
    '2025-06-13',
    '2025-12-31',
    '2026-01-09',
    '2026-03-09',
    '2026-05-11',
    '2026-12-31',
  ])('%s is off, because its rest was moved to it', (text) => {
    expect(isWorkingDay(asDay(text))).toBe(false)
  })

  test('a year without data knows weekends and fixed holidays, and says so', () => {
    expect(isWorkingDay(day(2031, 1, 8))).toBe(false)
    expect(isWorkingDay(day(2031, 1, 9))).toBe(true)
    expect(isWorkingDay(day(2031, 2, 22))).toBe(false)
    expect([decreeOf(2031), decreeOf(2027)]).toEqual([null, null])
    expect(decreeOf(2024)).toEqual({ number: '1314', signedOn: '2023-08-10' })
  })
})

describe('counting working days', () => {
  test('from Friday to Monday there is one', () => {
    expect(workingDaysBetween(day(2024, 3, 15), day(2024, 3, 18))).toBe(1)
  })

  test('before the May holidays of 2024 the worked Saturday counts', () => {
    expect(workingDaysBetween(day(2024, 4, 25), day(2024, 5, 2))).toBe(3)
  })

  test('to the same day or back there is none', () => {
    expect(workingDaysBetween(day(2024, 3, 15), day(2024, 3, 15))).toBe(0)
    expect(workingDaysBetween(day(2024, 3, 15), day(2024, 3, 1))).toBe(0)
  })

  test('the last day of March 2024 is a Sunday: the working day before is the 29th, after is the 1st', () => {
    expect(workingDayBefore(day(2024, 3, 31))).toBe('2024-03-29')
    expect(workingDayAfter(day(2024, 3, 31))).toBe('2024-04-01')
  })

  test('the nearest working day is one, and no working day lies between', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 3000 }), (offset) => {
        const any = addDays(day(2022, 1, 1), offset)
        const [before, after] = [workingDayBefore(any), workingDayAfter(any)]
        expect(isWorkingDay(before) && isWorkingDay(after)).toBe(true)
        expect(before <= any && any <= after).toBe(true)
        if (before !== after) expect(workingDaysBetween(before, after)).toBe(1)
      }),
    )
  })
})

function daysOf(year: number): Day[] {
  const months = Array.from({ length: 12 }, (_, index) => index + 1)
  return months.flatMap((month) =>
    Array.from({ length: daysInMonth(year, month) }, (_, index) => day(year, month, index + 1)),
  )
}

function asDay(text: string): Day {
  if (!isDay(text)) throw new Error(text)
  return text
}

test('few working days are left where their count says so', () => {
  const offset = fc.integer({ min: -10, max: 60 })
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 3000 }), offset, fc.integer({ min: 0, max: 15 }), (start, ahead, most) => {
      const from = addDays(day(2020, 1, 1), start)
      const to = addDays(from, ahead)
      expect(isWithinWorkingDays(from, to, most)).toBe(workingDaysBetween(from, to) <= most)
    }),
  )
})

test('working days are as many as one meets on the way, with whatever an authority works otherwise', () => {
  const change = fc.tuple(fc.integer({ min: -400, max: 1200 }), fc.boolean())
  const far = fc.integer({ min: -30, max: 1100 })
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 3000 }),
      far,
      fc.array(change, { maxLength: 30 }),
      (start, ahead, changed) => {
        const from = addDays(day(2019, 6, 1), start)
        const to = addDays(from, ahead)
        const changes = Object.fromEntries(changed.map(([index, isWorking]) => [addDays(from, index), isWorking]))
        let met = 0
        for (let one = addDays(from, 1); one <= to; one = addDays(one, 1)) if (isWorkingDay(one, changes)) met++
        expect(workingDaysBetween(from, to, changes)).toBe(met)
      },
    ),
  )
})
