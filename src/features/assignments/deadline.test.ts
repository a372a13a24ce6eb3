import { describe, expect, test } from 'vitest'
import { type Day, day } from '../../kernel/day.ts'
import { NO_CHANGES } from '../calendar/working-day.ts'
import type { DayOffRule } from '../organisations/organisation.ts'
import { clockAt, dueOn, isOver, workingDaysLeft } from './deadline.ts'

// 31 March 2024 is a Sunday.
const endOfMarch = (rule: DayOffRule, time: string | null = null) => ({
  end: day(2024, 3, 31),
  time,
  rule,
  dayChanges: NO_CHANGES,
})
const at = (today: Day, time = '12:00') => ({ today, time })

describe('what an authority works otherwise than the country', () => {
  const changed = (dayChanges: Record<string, boolean>) => ({ ...endOfMarch('before'), dayChanges })

  test('moves a deadline past its own day off, and keeps one on a Sunday that it works', () => {
    expect(dueOn(changed({ '2024-03-29': false }))).toBe('2024-03-28')
    expect(dueOn(changed({ '2024-03-31': true }))).toBe('2024-03-31')
  })

  test('counts for the days that are left', () => {
    expect(workingDaysLeft(changed({ '2024-03-27': false }), at(day(2024, 3, 26)))).toBe(2)
  })
})

describe('a deadline on a day off', () => {
  test.each<[DayOffRule, string]>([
    ['before', '2024-03-29'],
    ['after', '2024-04-01'],
    ['same', '2024-03-31'],
  ])('is shown by the rule «%s» on %s', (rule, shown) => {
    expect(dueOn(endOfMarch(rule))).toBe(shown)
  })

  test('makes nobody late before the last day as written', () => {
    expect(isOver(endOfMarch('before'), at(day(2024, 3, 31)))).toBe(false)
    expect(isOver(endOfMarch('before'), at(day(2024, 4, 1)))).toBe(true)
  })

  test('makes nobody late before the working day after it, where the authority prefers that', () => {
    expect(isOver(endOfMarch('after'), at(day(2024, 4, 1)))).toBe(false)
    expect(isOver(endOfMarch('after'), at(day(2024, 4, 2)))).toBe(true)
  })

  test('of a task with an hour stays on its day, and passes with the hour', () => {
    expect(dueOn(endOfMarch('before', '16:00'))).toBe('2024-03-31')
    expect(isOver(endOfMarch('before', '16:00'), at(day(2024, 3, 31), '15:59'))).toBe(false)
    expect(isOver(endOfMarch('before', '16:00'), at(day(2024, 3, 31), '16:00'))).toBe(true)
  })
})

test('«осталось» counts working days up to the day shown', () => {
  expect(workingDaysLeft(endOfMarch('before'), at(day(2024, 3, 26)))).toBe(3)
  expect(workingDaysLeft(endOfMarch('before'), at(day(2024, 3, 29)))).toBe(0)
})

test('a day begins by the clock of the organisation, not of the server', () => {
  const moment = new Date('2024-03-31T19:30:00Z')
  expect(clockAt(moment, 'Asia/Yekaterinburg')).toEqual({ today: '2024-04-01', time: '00:30' })
  expect(clockAt(moment, 'Europe/Moscow')).toEqual({ today: '2024-03-31', time: '22:30' })
})
