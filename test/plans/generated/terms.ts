import { printPeriod } from '../../../src/features/road-maps/period-print.ts'
import { addDays, type Day, day, daysInMonth, partsOf } from '../../../src/kernel/day.ts'
import type { Period, Window } from '../../../src/kernel/period.ts'
import type { Chance } from './chance.ts'

/** A term as its author means it, and the words in which it is written. */
export type Term = { text: string; means: string }

/** The year that a plan is for: a calendar year, or the school year that begins in it. */
export type PlanYear = { first: number; isSchoolYear: boolean }

export function makeTerm(chance: Chance, year: PlanYear): Term {
  const kinds = [
    month,
    month,
    months,
    months,
    twoStretches,
    until,
    until,
    date,
    dates,
    quarter,
    wholeYear,
    wordy,
  ] as const
  return chance.one(kinds)(chance, year)
}

/** A first and a last day, for plans that have them in two columns. */
export function makeEnds(chance: Chance, year: PlanYear): Term & { start: string; end: string } {
  const start = anyDay(chance, year)
  const end = addDays(start, 1 + chance.below(40))
  const write = chance.one([figures, inWords])
  return { text: '', start: write(start), end: write(end), means: meaning([{ start, end }]) }
}

const nominative = 'январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь'.split(' ')
const genitive = 'января февраля марта апреля мая июня июля августа сентября октября ноября декабря'.split(' ')
const locative = 'январе феврале марте апреле мае июне июле августе сентябре октябре ноябре декабре'.split(' ')

function month(chance: Chance, year: PlanYear): Term {
  const first = anyMonth(chance, year)
  const { year: number, month: at } = partsOf(first)
  const name = nominative[at - 1] ?? ''
  const window = { start: first, end: lastOf(first) }
  const text = chance.one([
    name,
    capital(name),
    `${name} ${number}`,
    `${capital(name)} ${number} года`,
    `${name} ${number} г.`,
    `в ${locative[at - 1]}`,
    `${String(at).padStart(2, '0')}.${number}`,
    printed([window]),
  ])
  return { text, means: meaning([window]) }
}

function months(chance: Chance, year: PlanYear): Term {
  const from = anyMonth(chance, year)
  const to = later(from, 1 + chance.below(3), year)
  const window = { start: from, end: lastOf(to) }
  const [one, other] = [nominative[partsOf(from).month - 1] ?? '', nominative[partsOf(to).month - 1] ?? '']
  if (from === to) return month(chance, year)
  const isOneYear = partsOf(from).year === partsOf(to).year
  const dash = chance.one(['-', '–', ' – ', ' - ', ' — '])
  const said = isOneYear
    ? chance.one(['', ` ${partsOf(to).year}`, ` ${partsOf(to).year} г.`, ` ${partsOf(to).year} года`])
    : ''
  const text = chance.one([
    `${one}${dash}${other}${said}`,
    `${capital(one)}${dash}${other}${said}`,
    `с ${genitive[partsOf(from).month - 1]} по ${other}${said}`,
    printed([window]),
  ])
  return { text, means: meaning([window]) }
}

function twoStretches(chance: Chance, year: PlanYear): Term {
  const [early, late] = year.isSchoolYear ? [9, 2] : [2, 9]
  const stretch = (start: number) => {
    const from = monthIn(year, start)
    return { start: from, end: lastOf(monthIn(year, start + 1 + chance.below(2))) }
  }
  const windows = [stretch(early), stretch(late)]
  const said = (window: { start: Day; end: Day }, isCapital: boolean) => {
    const name = nominative[partsOf(window.start).month - 1] ?? ''
    const span = `${isCapital ? capital(name) : name} – ${nominative[partsOf(window.end).month - 1]}`
    return `${span} ${partsOf(window.start).year}`
  }
  const [first, second] = windows
  if (!first || !second) throw new Error('two stretches are two')
  const text = chance.one([
    `${said(first, true)} года. ${said(second, true)} г.`,
    `${said(first, false)} г., ${said(second, false)} г.`,
    `${said(first, false)}; ${said(second, false)}`,
    printed(windows),
  ])
  return { text, means: meaning(windows) }
}

function until(chance: Chance, year: PlanYear): Term {
  const end = anyDay(chance, year)
  const window = { start: null, end }
  const said = chance.one([figures(end), inWords(end)])
  const text = chance.one([`до ${said}`, `не позднее ${said}`, `в срок до ${said}`, `До ${said}`, printed([window])])
  return { text, means: meaning([window]) }
}

function date(chance: Chance, year: PlanYear): Term {
  const start = anyDay(chance, year)
  const window = { start, end: start }
  return {
    text: chance.one([figures(start), inWords(start), inWords(start).replace('г.', 'года'), printed([window])]),
    means: meaning([window]),
  }
}

function dates(chance: Chance, year: PlanYear): Term {
  const start = anyDay(chance, year)
  const end = addDays(start, 1 + chance.below(30))
  const window = { start, end }
  const text = chance.one([
    `с ${figures(start)} по ${figures(end)}`,
    `${figures(start)} – ${figures(end)}`,
    `${figures(start)}-${figures(end)}`,
    `с ${inWords(start)} по ${inWords(end)}`,
    printed([window]),
  ])
  return { text, means: meaning([window]) }
}

function quarter(chance: Chance, year: PlanYear): Term {
  // The third quarter lies in two school years, so nobody plans by it there.
  const at = chance.one(year.isSchoolYear ? [0, 1, 3] : [0, 1, 2, 3])
  const start = monthIn(year, at * 3 + 1)
  const window = { start, end: lastOf(monthIn(year, at * 3 + 3)) }
  const figure = chance.one([String(at + 1), ['I', 'II', 'III', 'IV'][at] ?? ''])
  const text = chance.one([
    `${figure} квартал`,
    `${figure} квартал ${partsOf(start).year} года`,
    `${figure} кв. ${partsOf(start).year} г.`,
  ])
  return { text, means: meaning([window]) }
}

function wholeYear(chance: Chance, { first, isSchoolYear }: PlanYear): Term {
  const whole = isSchoolYear
    ? { start: day(first, 9, 1), end: day(first + 1, 8, 31) }
    : { start: day(first, 1, 1), end: day(first, 12, 31) }
  const text = chance.one(
    isSchoolYear
      ? ['в течение учебного года', 'в течение года']
      : ['в течение года', 'В течение года', `в течение ${first} года`, 'весь год'],
  )
  return { text, means: meaning([whole]) }
}

const wordyTerms: readonly [Term, ...Term[]] = [
  { text: 'ежемесячно', means: 'monthly' },
  { text: 'Ежеквартально', means: 'quarterly' },
  { text: 'еженедельно', means: 'weekly' },
  { text: '1 раз в месяц', means: 'monthly' },
  { text: '1 раз в квартал', means: 'quarterly' },
  { text: 'постоянно', means: 'ongoing' },
  { text: 'по мере необходимости', means: 'on_demand' },
  { text: 'по запросам школ', means: 'on_demand' },
  { text: 'по отдельному графику', means: 'on_schedule' },
  { text: 'до 25 числа каждого месяца', means: 'monthly' },
]

function wordy(chance: Chance): Term {
  return chance.one(wordyTerms)
}

function printed(windows: Window[]): string {
  const period: Period = {
    text: '',
    kind: 'windows',
    windows,
    recurrence: null,
    dueDay: null,
    open: false,
    findings: [],
  }
  return printPeriod(period)
}

function meaning(windows: Window[]): string {
  return windows.map(({ start, end }) => `${start ?? ''}…${end ?? ''}`).join(', ')
}

/** The first day of this month in the plan's year; of a school year, its autumn or its spring. */
function monthIn({ first, isSchoolYear }: PlanYear, at: number): Day {
  return day(isSchoolYear && at < 9 ? first + 1 : first, at, 1)
}

function anyMonth(chance: Chance, year: PlanYear): Day {
  return monthIn(year, 1 + chance.below(12))
}

/** A month so much later, but never beyond the end of the plan's year. */
function later(from: Day, count: number, year: PlanYear): Day {
  const last = monthIn(year, year.isSchoolYear ? 8 : 12)
  let at = from
  for (let step = 0; step < count && at < last; step++) at = addDays(lastOf(at), 1)
  return at
}

function anyDay(chance: Chance, year: PlanYear): Day {
  return addDays(anyMonth(chance, year), chance.below(28))
}

function lastOf(value: Day): Day {
  const { year, month } = partsOf(value)
  return day(year, month, daysInMonth(year, month))
}

function figures(value: Day): string {
  const { year, month, day: date } = partsOf(value)
  return `${String(date).padStart(2, '0')}.${String(month).padStart(2, '0')}.${year}`
}

function inWords(value: Day): string {
  const { year, month, day: date } = partsOf(value)
  return `${date} ${genitive[month - 1]} ${year} г.`
}

function capital(word: string): string {
  return `${word.charAt(0).toUpperCase()}${word.slice(1)}`
}
