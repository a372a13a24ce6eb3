import { describe, expect, test } from 'vitest'
import { day } from '../../kernel/day.ts'
import { barOf, lanesOf, placeOfDay, runOf, spanOf, stretchesOf } from './timeline.ts'
import { NO_WINDOW } from './window.ts'

const year = { startsOn: day(2024, 1, 1), endsOn: day(2024, 12, 31) }
const spring = { start: day(2024, 2, 1), end: day(2024, 4, 30) }
const winter = { start: day(2024, 11, 15), end: day(2025, 1, 31) }
const months = stretchesOf(year, 'months')

describe('the columns of a timeline', () => {
  test('are the months of the project', () => {
    expect(months).toHaveLength(12)
    expect(months[1]).toEqual({ start: '2024-02-01', end: '2024-02-29' })
  })

  test('are the months of a school year, across the new year', () => {
    const school = stretchesOf({ startsOn: day(2023, 9, 1), endsOn: day(2024, 8, 31) }, 'months')
    expect([school.length, school[4]?.start]).toEqual([12, '2024-01-01'])
  })

  test('are whole weeks from Monday when looked at closely', () => {
    const weeks = stretchesOf(year, 'weeks')
    expect([weeks[0], weeks.at(-1)?.end]).toEqual([{ start: '2024-01-01', end: '2024-01-07' }, '2025-01-05'])
    expect(stretchesOf({ startsOn: day(2025, 1, 1), endsOn: day(2025, 1, 1) }, 'weeks')[0]?.start).toBe('2024-12-30')
  })

  test('go on into the next year with a window that crosses its end, but not to a year that was mistyped', () => {
    expect(spanOf([year], [spring, winter])).toEqual({ startsOn: '2024-01-01', endsOn: '2025-01-31' })
    expect(spanOf([year], [{ start: day(2024, 3, 1), end: day(2034, 3, 1) }])).toEqual(year)
    expect(spanOf([], [])).toBeNull()
  })
})

describe('a window among the columns', () => {
  test('covers its months whole', () => {
    expect(barOf(spring, year, months)).toEqual({ from: 1, until: 4, isOpenBefore: false, isOpenAfter: false })
  })

  test('covers the part of a month that it has', () => {
    const first = barOf({ start: day(2024, 4, 1), end: day(2024, 4, 15) }, year, months)
    expect([first?.from, first?.until]).toEqual([3, 3.5])
    const oneDay = barOf({ start: day(2024, 4, 30), end: day(2024, 4, 30) }, year, months)
    expect(oneDay?.from).toBeCloseTo(3 + 29 / 30)
    expect(oneDay?.until).toBe(4)
  })

  test('that crosses the end of the year is whole where the columns go on, and cut open where they do not', () => {
    const span = spanOf([year], [winter]) ?? year
    expect(barOf(winter, year, stretchesOf(span, 'months'))).toMatchObject({ isOpenAfter: false })
    expect(barOf(winter, year, stretchesOf(span, 'months'))?.until).toBe(13)
    expect(barOf(winter, year, months)).toMatchObject({ isOpenAfter: true })
  })

  test('without a start begins with the project, and is open there', () => {
    const bar = barOf({ start: null, end: day(2024, 3, 31) }, year, months)
    expect(bar).toEqual({ from: 0, until: 3, isOpenBefore: true, isOpenAfter: false })
    expect(barOf(NO_WINDOW, year, months)).toMatchObject({ from: 0, until: 12, isOpenAfter: true })
  })

  test('beyond all columns, or turned round, is not drawn', () => {
    expect(barOf({ start: day(2030, 1, 1), end: day(2030, 2, 1) }, year, months)).toBeNull()
    expect(barOf({ start: day(2024, 5, 1), end: day(2024, 4, 1) }, year, months)).toBeNull()
  })

  test('several windows lie on one line until they overlap', () => {
    expect(
      lanesOf([
        { from: 1, until: 4 },
        { from: 4, until: 5 },
        { from: 8, until: 11 },
      ]),
    ).toEqual([0, 0, 0])
    expect(
      lanesOf([
        { from: 1, until: 4 },
        { from: 2, until: 7 },
        { from: 4, until: 5 },
      ]),
    ).toEqual([0, 1, 0])
  })
})

test('today stands where its day begins', () => {
  expect(placeOfDay(day(2024, 1, 1), months)).toBe(0)
  expect(placeOfDay(day(2024, 6, 16), months)).toBe(5.5)
})

describe('how time runs', () => {
  const period = { kind: 'windows' as const, windows: [spring], recurrence: null }
  test.each([
    ['windows', period],
    ['no-date', null],
    ['no-date', { ...period, windows: [] }],
    ['no-date', { ...period, kind: 'unparseable' as const, windows: [] }],
    ['recurring', { kind: 'recurring' as const, windows: [], recurrence: 'monthly' as const }],
    ['recurring', { kind: 'recurring' as const, windows: [spring], recurrence: 'monthly' as const }],
    ['windows', { ...period, recurrence: 'yearly' as const }],
    ['ongoing', { kind: 'ongoing' as const, windows: [], recurrence: null }],
    ['on-schedule', { kind: 'on_schedule' as const, windows: [], recurrence: null }],
    ['on-demand', { kind: 'on_demand' as const, windows: [], recurrence: null }],
  ])('is %s', (run, of) => {
    expect(runOf(of)).toBe(run)
  })
})
