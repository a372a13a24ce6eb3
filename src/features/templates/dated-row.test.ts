import { expect, test } from 'vitest'
import { day } from '../../kernel/day.ts'
import { bareCalendar } from '../calendar/place-calendar.ts'
import { builtIns } from './built-in.ts'
import { fallenOf, movedWindow } from './dated-row.ts'
import { rowsIn } from './in-year.ts'
import { frameOf } from './relative-term.ts'

const years = { year: 2026, isSchoolYear: false }
const vpr = { kind: 'vpr' as const, title: 'ВПР', startsOn: day(2026, 4, 20), endsOn: day(2026, 5, 20) }
const place = { calendar: { ...bareCalendar, periods: [vpr] }, frame: frameOf(years), shortDays: 7 }

test('a short event is looked at on both its days, a longer term on its last', () => {
  const seminar = { start: day(2026, 4, 19), end: day(2026, 4, 20) }
  expect(fallenOf(seminar, place).on.map((one) => one.kind)).toEqual(['vpr', 'day-off'])
  const spring = { start: day(2026, 4, 1), end: day(2026, 5, 29) }
  expect(fallenOf(spring, place)).toEqual({ on: [], through: [vpr] })
})

test('the end of the whole year is nobody’s appointment', () => {
  expect(fallenOf({ start: day(2026, 1, 1), end: day(2026, 12, 31) }, place)).toEqual({ on: [], through: [] })
})

test('a short event moves whole, of a longer term only the last day, and nothing begins after its end', () => {
  const to = day(2026, 5, 21)
  expect(movedWindow({ start: day(2026, 4, 21), end: day(2026, 4, 22) }, to, 7)).toEqual({
    start: '2026-05-20',
    end: to,
  })
  expect(movedWindow({ start: day(2026, 3, 1), end: day(2026, 5, 20) }, to, 7)).toEqual({
    start: '2026-03-01',
    end: to,
  })
  expect(movedWindow({ start: null, end: day(2026, 5, 20) }, to, 7)).toEqual({ start: null, end: to })
})

test('measures of a school year keep their months in a project of a calendar year', () => {
  const motivation = builtIns.find((one) => one.factor === 'Низкая учебная мотивация обучающихся')
  if (!motivation) throw new Error('no factor')
  expect(rowsIn(motivation.content, years).map((one) => one.period?.windows)).toEqual([
    [{ start: '2026-10-01', end: '2026-10-31' }],
    [
      { start: '2026-03-01', end: '2026-03-31' },
      { start: '2026-11-01', end: '2026-11-30' },
    ],
    [{ start: '2026-10-01', end: '2027-05-31' }],
  ])
  const school = rowsIn(motivation.content, { year: 2025, isSchoolYear: true })
  expect(school[1]?.period?.windows.map((one) => one.start)).toEqual(['2025-11-01', '2026-03-01'])
})
