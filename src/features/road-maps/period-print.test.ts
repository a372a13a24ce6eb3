import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, day, isDay } from '../../kernel/day.ts'
import { type Period, PeriodSchema, recurrences, type Window } from '../../kernel/period.ts'
import { type PeriodContext, understandPeriod } from './period.ts'
import { printPeriod } from './period-print.ts'

const nowhere: PeriodContext = { contextYear: null, schoolYear: null }

function meaningOf({ kind, windows, recurrence, dueDay, open }: Period) {
  return { kind, windows, recurrence, dueDay, open }
}

const months = 'январь февраля марте апрелем май июн. июля август сент. октябрь ноябре дек.'.split(' ')
const words = [
  ...months,
  ...'до с по к от не позднее начиная и , ; . - – ( ) : / 1 2 5-го 12 15 31 2023 2024 24 I II IV 15.03 10.05.2024 10.00'.split(
    ' ',
  ),
  ...'квартал кв. полугодие четверть неделя декада начало середина конец года год г. гг. учебный уч. числа месяца'.split(
    ' ',
  ),
  ...'каждый каждую каждого понедельник среду ежемесячно ежегодно раз раза в постоянно далее весь период'.split(' '),
  ...'графику плану необходимости запросу мере весна летний последняя первая вторая последний течение фыва онлайн'.split(
    ' ',
  ),
]
const term = fc.array(fc.constantFrom(...words), { maxLength: 12 }).map((parts) => parts.join(' '))
const year = fc.option(fc.integer({ min: 1990, max: 2060 }), { nil: null })
const context = fc.record({ contextYear: year, schoolYear: year })

test('a period printed and read again is the same period', () => {
  fc.assert(
    fc.property(term, context, (text, inYear) => {
      const period = understandPeriod(text, inYear)
      const again = understandPeriod(printPeriod(period), inYear)
      expect([printPeriod(period), meaningOf(again)]).toEqual([printPeriod(period), meaningOf(period)])
    }),
    { numRuns: 1000 },
  )
})

const anyDay = fc
  .tuple(fc.integer({ min: 1990, max: 2060 }), fc.integer({ min: 0, max: 365 }))
  .map(([inYear, days]) => addDays(day(inYear, 1, 1), days))
const wholeMonths = fc
  .tuple(fc.integer({ min: 1990, max: 2060 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 30 }))
  .map(([inYear, month, length]) => {
    const start = day(inYear, month, 1)
    const after = month - 1 + length
    return { start, end: addDays(day(inYear + Math.floor(after / 12), (after % 12) + 1, 1), -1) }
  })
const anyWindow: fc.Arbitrary<Window> = fc.oneof(
  wholeMonths,
  fc
    .tuple(anyDay, anyDay)
    .map(([one, other]) => (one <= other ? { start: one, end: other } : { start: other, end: one })),
  anyDay.map((start) => ({ start, end: start })),
  anyDay.map((start) => ({ start, end: null })),
  anyDay.map((end) => ({ start: null, end })),
)
const anyWindows = fc.uniqueArray(anyWindow, {
  minLength: 1,
  maxLength: 5,
  selector: (window) => JSON.stringify(window),
})

test('any windows can be written down and read back, whatever the year of the plan', () => {
  fc.assert(
    fc.property(anyWindows, context, fc.constantFrom(null, ...recurrences), (windows, inYear, recurrence) => {
      const isOpen = recurrence === 'yearly' || windows.some(({ end }) => end === null)
      const kind = recurrence === null || recurrence === 'yearly' ? 'windows' : 'recurring'
      const period: Period = { text: '', kind, windows, recurrence, dueDay: null, open: isOpen, findings: [] }
      const again = understandPeriod(printPeriod(period), inYear)
      const isLong = again.kind === 'recurring' && recurrence === 'yearly'
      expect(again.windows).toEqual(windows)
      if (!isLong) expect(meaningOf(again)).toEqual(meaningOf(period))
      expect(again.findings).toEqual([])
    }),
    { numRuns: 700 },
  )
})

test('every window is made of days that exist, and begins before it ends', () => {
  fc.assert(
    fc.property(term, context, (text, inYear) => {
      const period = understandPeriod(text, inYear)
      PeriodSchema.parse(period)
      expect(period.text).toBe(text)
      for (const { start, end } of period.windows) {
        expect(start === null && end === null).toBe(false)
        if (start !== null) expect(isDay(start)).toBe(true)
        if (start !== null && end !== null) expect(start <= end).toBe(true)
      }
    }),
    { numRuns: 1000 },
  )
})

test('an unread term says so, and any other term is read without an error', () => {
  fc.assert(
    fc.property(term, context, (text, inYear) => {
      const { kind, windows, findings } = understandPeriod(text, inYear)
      if (kind === 'unparseable') expect(findings.map(({ code }) => code)).toContain('period-not-understood')
      if (kind === 'windows' && windows.length === 0) expect(findings).not.toEqual([])
    }),
    { numRuns: 700 },
  )
})

test('no text whatever brings the reading down', () => {
  const anyText = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc.string({ unit: 'grapheme', maxLength: 200 }),
  )
  fc.assert(
    fc.property(anyText, context, (text, inYear) => {
      PeriodSchema.parse(understandPeriod(text, inYear))
    }),
    { numRuns: 1000 },
  )
})

test('ten kilobytes of anything are answered', () => {
  const pieces = [
    'март ',
    'с ',
    'до ',
    '1',
    '1 ',
    '1,',
    '1.',
    '-',
    '–',
    '(',
    ')',
    '15.06.',
    'по ',
    'I ',
    'и ',
    'а',
    'раз ',
    '2024-',
  ]
  for (const piece of [
    ...pieces,
    'каждый ',
    'с 1 по ',
    'первая ',
    'начало ',
    'мапт',
    'февралфеврал',
    '\u0301',
    'в мере ',
  ]) {
    for (const length of [990, 10_000]) {
      const text = piece.repeat(Math.floor(length / piece.length))
      PeriodSchema.parse(understandPeriod(text, { contextYear: 2024, schoolYear: null }))
    }
  }
})

test('a period is printed as an office writes it', () => {
  const examples: [string, string][] = [
    ['март', 'март 2024 г.'],
    ['февраль-апрель, сент.-ноябрь', 'февраль – апрель 2024 г.; сентябрь – ноябрь 2024 г.'],
    ['до 15.05', 'до 15 мая 2024 г.'],
    ['с 5.04', 'с 5 апреля 2024 г.'],
    ['15.03', '15 марта 2024 г.'],
    ['1-10 марта', 'с 1 марта 2024 г. по 10 марта 2024 г.'],
    ['в течение года', '2024 год'],
    ['до 25 числа каждого месяца', 'ежемесячно до 25 числа'],
    ['ежемесячно, март-май', 'ежемесячно, март – май 2024 г.'],
    ['2 раза в год', 'раз в полугодие'],
    ['ежегодно в марте', 'ежегодно, март 2024 г.'],
    ['март, далее постоянно', 'март 2024 г., далее постоянно'],
    ['весь период', 'постоянно'],
    ['согласно плану', 'по отдельному графику'],
    ['по запросам', 'по мере необходимости'],
    ['фыва', 'фыва'],
  ]
  for (const [text, printed] of examples)
    expect(printPeriod(understandPeriod(text, { contextYear: 2024, schoolYear: null }))).toBe(printed)
  expect(printPeriod(understandPeriod('март', nowhere))).toBe('март')
})
