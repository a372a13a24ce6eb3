import { expect, test } from 'vitest'
import { day } from '../../kernel/day.ts'
import { missingPeriods, proposedPeriods } from './calendar.ts'

test('what is proposed for a year lies in it, one after another where it is of one kind', () => {
  for (const year of [2023, 2024, 2025, 2026, 2027]) {
    const proposed = proposedPeriods(year)
    expect(proposed.every(({ startsOn, endsOn }) => startsOn <= endsOn)).toBe(true)
    expect(proposed.every(({ startsOn, endsOn }) => [startsOn, endsOn].every((one) => one.startsWith(`${year}`)))).toBe(
      true,
    )
  }
  expect(proposedPeriods(2025).find(({ title }) => title === 'Осенние каникулы')).toMatchObject({
    startsOn: '2025-10-25',
    endsOn: '2025-11-02',
  })
})

test('what the authority has said of those days is not proposed again', () => {
  const own = { kind: 'holidays' as const, title: 'Каникулы', startsOn: day(2025, 10, 27), endsOn: day(2025, 11, 4) }
  expect(missingPeriods(2025, [own])).toHaveLength(proposedPeriods(2025).length - 1)
  expect(missingPeriods(2025, proposedPeriods(2025))).toEqual([])
})
