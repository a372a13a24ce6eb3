import { expect, test } from 'vitest'
import { type PeriodContext, understandPeriod } from './period.ts'

const in2024: PeriodContext = { contextYear: 2024, schoolYear: null }
const inSchool2023 = { contextYear: null, schoolYear: 2023 }
const nowhere = { contextYear: null, schoolYear: null }

const windows = (...pairs: [string | null, string | null][]) => pairs.map(([start, end]) => ({ start, end }))
const codes = (text: string, context = in2024) => understandPeriod(text, context).findings.map(({ code }) => code)

test('two seasons of webinars are two windows of one term, without any finding', () => {
  const text = 'Февраль – апрель 2024 год. Сентябрь – ноябрь 2024 г.'
  expect(understandPeriod(text, nowhere)).toEqual({
    text,
    kind: 'windows',
    windows: windows(['2024-02-01', '2024-04-30'], ['2024-09-01', '2024-11-30']),
    recurrence: null,
    dueDay: null,
    open: false,
    findings: [],
  })
})

test('a deadline has no beginning and a beginning has no end', () => {
  expect(understandPeriod('до 10 августа 2015 года', nowhere)).toMatchObject({
    windows: windows([null, '2015-08-10']),
    open: false,
    findings: [],
  })
  expect(understandPeriod('С 5 апреля 2010 года', nowhere)).toMatchObject({
    windows: windows(['2010-04-05', null]),
    open: true,
    findings: [],
  })
})

test('a year is the plan’s own: a calendar one or a school one', () => {
  expect(understandPeriod('в течение года', in2024).windows).toEqual(windows(['2024-01-01', '2024-12-31']))
  expect(understandPeriod('в течение года', inSchool2023).windows).toEqual(windows(['2023-09-01', '2024-08-31']))
  const both = { contextYear: 2024, schoolYear: 2023 }
  expect(understandPeriod('в течение года', both).windows).toEqual(windows(['2023-09-01', '2024-08-31']))
  expect(understandPeriod('октябрь – март', inSchool2023)).toMatchObject({
    windows: windows(['2023-10-01', '2024-03-31']),
    findings: [],
  })
})

test('adjoining months of a list stay windows of their own', () => {
  expect(understandPeriod('апрель, май - июнь, июль', { contextYear: 2009, schoolYear: null }).windows).toEqual(
    windows(['2009-04-01', '2009-04-30'], ['2009-05-01', '2009-06-30'], ['2009-07-01', '2009-07-31']),
  )
})

test('what recurs says how often, until when and on which day of the month', () => {
  expect(understandPeriod('ежемесячно', in2024)).toMatchObject({
    kind: 'recurring',
    windows: [],
    recurrence: 'monthly',
    open: true,
  })
  expect(understandPeriod('ежемесячно, сентябрь–май', inSchool2023)).toMatchObject({
    kind: 'recurring',
    windows: windows(['2023-09-01', '2024-05-31']),
    recurrence: 'monthly',
    open: false,
  })
  expect(understandPeriod('до 25 числа каждого месяца', in2024)).toMatchObject({
    kind: 'recurring',
    windows: [],
    recurrence: 'monthly',
    dueDay: 25,
    open: true,
    findings: [],
  })
  expect(understandPeriod('ежегодно с 15 мая по 1 октября', { contextYear: 2007, schoolYear: null })).toMatchObject({
    kind: 'windows',
    windows: windows(['2007-05-15', '2007-10-01']),
    recurrence: 'yearly',
    open: true,
    findings: [],
  })
})

test('what goes on all the time has no window unless the text gives one', () => {
  for (const text of ['постоянно', 'весь период'])
    expect(understandPeriod(text, in2024)).toMatchObject({ kind: 'ongoing', windows: [], open: true, findings: [] })
  expect(understandPeriod('постоянно в течение года', in2024)).toMatchObject({
    kind: 'windows',
    windows: windows(['2024-01-01', '2024-12-31']),
    findings: [],
  })
})

test('a schedule of its own and a need that may arise are no dates', () => {
  const dateless = { windows: [], open: false, findings: [] }
  expect(understandPeriod('по отдельному графику', in2024)).toMatchObject({ kind: 'on_schedule', ...dateless })
  for (const text of ['по мере необходимости', 'по запросу'])
    expect(understandPeriod(text, in2024)).toMatchObject({ kind: 'on_demand', ...dateless })
})

test('what is not understood is said, whole or in part', () => {
  for (const text of ['', 'с 10-00', 'фыва']) {
    expect(understandPeriod(text, in2024)).toMatchObject({ kind: 'unparseable', windows: [], open: false })
    expect(codes(text)).toEqual(['period-not-understood'])
  }
  expect(understandPeriod('март, фыва', in2024)).toMatchObject({
    kind: 'windows',
    windows: windows(['2024-03-01', '2024-03-31']),
  })
  expect(codes('март, фыва')).toEqual(['period-not-understood'])
})

test('a month without any year is a month all the same', () => {
  expect(understandPeriod('март', nowhere)).toMatchObject({ kind: 'windows', windows: [] })
  expect(codes('март', nowhere)).toEqual(['period-without-year'])
})

test('a single year of a range over December belongs to the month beside it, with a warning', () => {
  const period = understandPeriod('сентябрь – май 2024', nowhere)
  expect(period.windows).toEqual(windows(['2023-09-01', '2024-05-31']))
  expect(period.findings.map(({ severity }) => severity)).toEqual(['warning'])
})

test('a school year of a calendar year is the one that begins in it, with a warning', () => {
  const period = understandPeriod('учебный год', in2024)
  expect(period.windows).toEqual(windows(['2024-09-01', '2025-08-31']))
  expect(period.findings.map(({ severity }) => severity)).toEqual(['warning'])
})

test('approximate words get fixed dates and a note', () => {
  const examples: [string, string, string][] = [
    ['первая неделя марта', '2024-03-01', '2024-03-07'],
    ['вторая неделя марта', '2024-03-08', '2024-03-14'],
    ['3-я неделя марта', '2024-03-15', '2024-03-21'],
    ['IV неделя марта', '2024-03-22', '2024-03-28'],
    ['последняя неделя февраля', '2024-02-23', '2024-02-29'],
    ['начало марта', '2024-03-01', '2024-03-10'],
    ['середина марта', '2024-03-11', '2024-03-20'],
    ['конец марта', '2024-03-21', '2024-03-31'],
    ['1 четверть', '2024-09-01', '2024-10-31'],
    ['II четверть', '2024-11-01', '2024-12-31'],
    ['в III четверти', '2024-01-01', '2024-03-31'],
    ['четвёртая четверть', '2024-04-01', '2024-05-31'],
  ]
  for (const [text, start, end] of examples) {
    expect([text, understandPeriod(text, in2024).windows]).toEqual([text, windows([start, end])])
    expect(understandPeriod(text, in2024).findings.map(({ code, severity }) => [code, severity])).toEqual([
      ['period-approximate', 'note'],
    ])
  }
})
