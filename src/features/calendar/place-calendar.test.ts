import { expect, test } from 'vitest'
import { day } from '../../kernel/day.ts'
import { bareCalendar, obstructionsOf } from './place-calendar.ts'

const autumn = {
  kind: 'holidays' as const,
  title: 'Осенние каникулы',
  startsOn: day(2025, 10, 25),
  endsOn: day(2025, 11, 4),
}

test('a working day outside of every holiday falls on nothing', () => {
  expect(obstructionsOf(day(2025, 10, 22), { ...bareCalendar, periods: [autumn] })).toEqual([])
})

test('a day in the holidays is led to the working days around the whole of them', () => {
  expect(obstructionsOf(day(2025, 10, 29), { ...bareCalendar, periods: [autumn] })).toEqual([
    {
      kind: 'holidays',
      during: { title: 'Осенние каникулы', startsOn: '2025-10-25', endsOn: '2025-11-04' },
      before: '2025-10-24',
      after: '2025-11-05',
    },
  ])
})

test('a day that the authority has off is a day off, though the country works', () => {
  const dayChanges = { '2025-10-22': false, '2025-10-23': false }
  expect(obstructionsOf(day(2025, 10, 22), { dayChanges, periods: [] })).toEqual([
    { kind: 'day-off', during: null, before: '2025-10-21', after: '2025-10-24' },
  ])
})

test('a Sunday in the holidays is both', () => {
  const found = obstructionsOf(day(2025, 10, 26), { ...bareCalendar, periods: [autumn] })
  expect(found.map(({ kind }) => kind)).toEqual(['day-off', 'holidays'])
})
