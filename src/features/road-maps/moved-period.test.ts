import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, day } from '../../kernel/day.ts'
import type { Period, Window } from '../../kernel/period.ts'
import { movedPeriod, windowLater } from './moved-period.ts'
import { understandPeriod } from './period.ts'
import { printPeriod } from './period-print.ts'

function moved(words: string, year: number, years = 1) {
  const before = understandPeriod(words, { contextYear: year, schoolYear: null })
  return movedPeriod(words, { before, years, context: { contextYear: year + years, schoolYear: null } })
}

function movedSchoolYear(words: string, year: number) {
  const before = understandPeriod(words, { contextYear: null, schoolYear: year })
  return movedPeriod(words, { before, years: 1, context: { contextYear: null, schoolYear: year + 1 } })
}

test('terms keep their own words, with their years moved', () => {
  const examples: [string, string][] = [
    ['Февраль – апрель 2024 год. Сентябрь – ноябрь 2024 г.', 'Февраль – апрель 2025 год. Сентябрь – ноябрь 2025 г.'],
    ['до 15.05.2024', 'до 15.05.2025'],
    ['до 15.05.24', 'до 15.05.25'],
    ['29 февраля 2024 г.', '28 февраля 2025 г.'],
    ['29.02.2024', '28.02.2025'],
    ['декабрь 2024 – февраль 2025 г.', 'декабрь 2025 – февраль 2026 г.'],
    ['ежемесячно до 25 числа', 'ежемесячно до 25 числа'],
    ['март', 'март'],
    ['постоянно', 'постоянно'],
  ]
  for (const [words, later] of examples) {
    const { period, isMoved } = moved(words, 2024)
    expect([words, period.text, isMoved]).toEqual([words, later, true])
  }
})

test('terms of a school year move with both of its years', () => {
  const { period } = movedSchoolYear('в течение 2023/24 уч. года', 2023)
  expect(period.text).toBe('в течение 2024/25 уч. года')
  expect(period.windows).toEqual([{ start: '2024-09-01', end: '2025-08-31' }])
  expect(movedSchoolYear('январь', 2023).period.windows).toEqual([{ start: '2025-01-01', end: '2025-01-31' }])
})

test('February ends when it ends, and a day that no year has becomes the day before', () => {
  expect(windowLater({ start: '2024-02-01', end: '2024-02-29' } as Window, 1).end).toBe('2025-02-28')
  expect(windowLater({ start: '2023-02-01', end: '2023-02-28' } as Window, 1).end).toBe('2024-02-29')
  expect(windowLater({ start: '2024-02-29', end: '2024-02-29' } as Window, 4).end).toBe('2028-02-29')
})

const anyDay = fc
  .tuple(fc.integer({ min: 2000, max: 2060 }), fc.integer({ min: 0, max: 365 }))
  .map(([year, days]) => addDays(day(year, 1, 1), days))
const wholeMonths = fc
  .tuple(fc.integer({ min: 2000, max: 2060 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 14 }))
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

test('whatever windows a term has, its words in the new year read as the same windows, so many years later', () => {
  const leap = { start: day(2024, 2, 29), end: day(2024, 2, 29) }
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.oneof(anyWindow, fc.constant(leap)), {
        minLength: 1,
        maxLength: 4,
        selector: (one) => JSON.stringify(one),
      }),
      fc.integer({ min: 1, max: 4 }),
      fc.boolean(),
      (windows, years, isSchoolYear) => {
        const open = windows.some(({ end }) => end === null)
        const bare: Period = { text: '', kind: 'windows', windows, recurrence: null, dueDay: null, open, findings: [] }
        const before = { ...bare, text: printPeriod(bare) }
        const context = isSchoolYear ? { contextYear: null, schoolYear: 2030 } : { contextYear: 2030, schoolYear: null }
        const { period, isMoved } = movedPeriod(before.text, { before, years, context })
        expect([before.text, isMoved]).toEqual([before.text, true])
        expect(understandPeriod(period.text, context).windows.map(endless)).toEqual(
          windows.map((window) => windowLater(window, years)).map(endless),
        )
      },
    ),
    { numRuns: 600 },
  )
})

const months = 'январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь'.split(' ')
const saidTerm = fc.oneof(
  fc.tuple(fc.constantFrom(...months), fc.constantFrom(...months)).map(([from, to]) => `${from} – ${to}`),
  fc.tuple(fc.constantFrom(...months), fc.constantFrom(...months)).map(([one, other]) => `${one}, ${other} 2024 года`),
  fc.constantFrom(
    'в течение года',
    'в течение учебного года',
    'I квартал',
    'до 28 февраля',
    'конец февраля',
    'последняя неделя февраля',
    '2 полугодие 2024 г.',
    'ежеквартально',
    'до 5 числа каждого месяца',
    'по запросу',
    'сентябрь – май 2024',
  ),
)

test('terms in an office’s own words are moved too, over December and in school years', () => {
  fc.assert(
    fc.property(saidTerm, fc.integer({ min: 2022, max: 2026 }), fc.boolean(), (words, year, isSchoolYear) => {
      const { period, isMoved } = isSchoolYear ? movedSchoolYear(words, year) : moved(words, year)
      const context = isSchoolYear ? { contextYear: null, schoolYear: year } : { contextYear: year, schoolYear: null }
      const before = understandPeriod(words, context)
      expect([words, isMoved]).toEqual([words, true])
      expect(period.windows.map(endless)).toEqual(before.windows.map((window) => windowLater(window, 1)).map(endless))
    }),
    { numRuns: 400 },
  )
})

/** The last of February by its name: which day that is depends on the year. */
function endless({ start, end }: Window) {
  const named = (value: string | null) => value?.replace(/-02-2[89]$/, '-02-last') ?? null
  return { start: named(start), end: named(end) }
}
