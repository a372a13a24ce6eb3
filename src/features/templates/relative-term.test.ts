import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, type Day, day } from '../../kernel/day.ts'
import type { Period, Window } from '../../kernel/period.ts'
import { understandPeriod } from '../road-maps/period.ts'
import { printPeriod } from '../road-maps/period-print.ts'
import { contextOf, type ProjectYear, relativeTerm, termIn } from './relative-term.ts'

const calendar = (year: number): ProjectYear => ({ year, isSchoolYear: false })
const school = (year: number): ProjectYear => ({ year, isSchoolYear: true })

function moved(words: string, from: ProjectYear, to: ProjectYear): Period | null {
  const term = relativeTerm(understandPeriod(words, contextOf(from)), from)
  return term && termIn(term, to)
}

test('an office’s own words stay, with the year of the project in them', () => {
  const examples: [string, string][] = [
    ['Февраль – апрель 2024 год. Сентябрь – ноябрь 2024 г.', 'Февраль – апрель 2026 год. Сентябрь – ноябрь 2026 г.'],
    ['до 15.05.2024', 'до 15.05.2026'],
    ['март', 'март'],
    ['ежемесячно до 25 числа', 'ежемесячно до 25 числа'],
    ['по мере необходимости', 'по мере необходимости'],
  ]
  for (const [words, later] of examples) expect(moved(words, calendar(2024), calendar(2026))?.text).toBe(later)
})

test('February ends when it ends, also where it was leap', () => {
  expect(moved('февраль', calendar(2024), calendar(2025))?.windows).toEqual([
    { start: '2025-02-01', end: '2025-02-28' },
  ])
  expect(moved('февраль', calendar(2023), calendar(2024))?.windows).toEqual([
    { start: '2024-02-01', end: '2024-02-29' },
  ])
  expect(moved('29.02.2024', calendar(2024), calendar(2025))?.windows[0]?.end).toBe('2025-02-28')
})

test('a school year keeps its months on both sides of January', () => {
  expect(moved('октябрь 2024 – май 2025', school(2024), school(2026))?.windows).toEqual([
    { start: '2026-10-01', end: '2027-05-31' },
  ])
})

test('what was not understood has no term', () => {
  expect(moved('фыва', calendar(2024), calendar(2026))).toBeNull()
})

const anyDay = fc
  .tuple(fc.integer({ min: 2020, max: 2030 }), fc.integer({ min: 0, max: 365 }))
  .map(([year, days]) => addDays(day(year, 1, 1), days))
const wholeMonths = fc
  .tuple(fc.integer({ min: 2020, max: 2030 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 14 }))
  .map(([year, month, length]) => {
    const after = month - 1 + length
    return { start: day(year, month, 1), end: addDays(day(year + Math.floor(after / 12), (after % 12) + 1, 1), -1) }
  })
const anyWindow: fc.Arbitrary<Window> = fc.oneof(
  wholeMonths,
  fc
    .tuple(anyDay, anyDay)
    .map(([one, other]) => ({ start: one < other ? one : other, end: one < other ? other : one })),
  anyDay.map((end) => ({ start: null, end })),
  anyDay.map((start) => ({ start, end: null })),
)
const windows = fc.uniqueArray(anyWindow, { minLength: 1, maxLength: 4, selector: (one) => JSON.stringify(one) })
const years = fc.record({ year: fc.integer({ min: 2022, max: 2028 }), isSchoolYear: fc.boolean() })

function periodWith(own: readonly Window[]): Period {
  const open = own.some(({ end }) => end === null)
  const bare: Period = {
    text: '',
    kind: 'windows',
    windows: [...own],
    recurrence: null,
    dueDay: null,
    open,
    findings: [],
  }
  return { ...bare, text: printPeriod(bare) }
}

test('whatever windows a term has, in its own year it has the same days again', () => {
  fc.assert(
    fc.property(windows, years, (own, at) => {
      const term = relativeTerm(periodWith(own), at)
      expect(term && termIn(term, at).windows).toEqual(own)
    }),
    { numRuns: 500 },
  )
})

test('moved by years, what came first never comes later', () => {
  const days = (all: readonly Window[]) => all.flatMap(({ start, end }) => [start, end])
  fc.assert(
    fc.property(windows, years, fc.integer({ min: -3, max: 6 }), (own, at, by) => {
      const term = relativeTerm(periodWith(own), at)
      if (!term) throw new Error('understood')
      const before = days(own)
      const after = days(termIn(term, { ...at, year: at.year + by }).windows)
      expect(after.map((one) => one === null)).toEqual(before.map((one) => one === null))
      for (const [one, first] of before.entries())
        for (const [other, second] of before.entries()) {
          if (first === null || second === null || first >= second) continue
          expect([first, second, order(after[one], after[other])]).toEqual([first, second, true])
        }
    }),
    { numRuns: 500 },
  )
})

function order(one: Day | null | undefined, other: Day | null | undefined): boolean {
  return one != null && other != null && one <= other
}
