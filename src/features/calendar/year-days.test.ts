import { expect, test } from 'vitest'
import { day } from '../../kernel/day.ts'
import { newId } from '../../kernel/id.ts'
import { type SaidDay, weeksOf, workingDaysOf, yearDays } from './year-days.ts'

const said = (value: string, isWorking: boolean | null, setBy: string | null = null): SaidDay => ({
  id: newId(),
  day: day(2024, Number(value.slice(0, 2)), Number(value.slice(3))),
  isWorking,
  reason: 'приказ',
  rowVersion: 1,
  setBy,
})

test('a month is drawn in weeks from Monday, with nothing where another month is', () => {
  const march = weeksOf(2024, 3)
  expect(march).toHaveLength(5)
  expect(march[0]).toEqual([null, null, null, null, '2024-03-01', '2024-03-02', '2024-03-03'])
  expect(march.at(-1)?.at(-1)).toBe('2024-03-31')
  expect(weeksOf(2021, 2)).toHaveLength(4)
})

test('what the authority says itself stands over what is said above it, and null says nothing', () => {
  const at = yearDays({
    days: [
      said('04-26', false, 'Область'),
      said('04-26', true),
      said('04-27', null),
      said('04-25', false, 'Область'),
      said('04-25', null),
    ],
    periods: [],
  })
  expect(at(day(2024, 4, 26))).toMatchObject({ isWorking: true, said: { setBy: null } })
  expect(at(day(2024, 4, 27))).toMatchObject({ isWorking: true, said: null })
  expect(at(day(2024, 4, 25))).toMatchObject({ isWorking: false, said: { setBy: 'Область' } })
  expect(at(day(2024, 4, 28)).isWorking).toBe(false)
})

test('the year is counted with what the authority says', () => {
  expect(workingDaysOf(2024, [])).toBe(248)
  expect(workingDaysOf(2024, [said('04-27', false), said('03-31', true), said('04-01', false)])).toBe(247)
})
