import { isYear } from './period-figures.ts'
import {
  ahead,
  attempt,
  type Item,
  isMarkAhead,
  isWordAhead,
  type Reader,
  recurs,
  senseAhead,
  skipCounted,
  skipMarks,
  skipSense,
  skipWords,
  span,
  type YearTail,
  yearTail,
} from './period-reader.ts'
import { dayUnit, monthUnit, schoolYearUnit, seasonUnit, type Unit, yearUnit } from './period-unit.ts'

/** A month, a date in figures, a season, a year. */
export function single(reader: Reader): Item[] | null {
  const token = ahead(reader)
  if (token?.is === 'date') return dateInFigures(reader)
  if (isYear(token)) return loneYear(reader)
  if (token?.is === 'number' && token.width === 2) return shortLoneYear(reader)
  const month = attempt(reader, monthNumber)
  if (month !== null) return dated(reader, monthList(month))
  const season = attempt(reader, seasonOfYear)
  if (season) return dated(reader, [span(season, season)])
  return attempt(reader, namedYear)
}

function monthList(month: number): Item[] {
  const unit = monthUnit(month)
  return [span(unit, unit)]
}

function dateInFigures(reader: Reader): Item[] | null {
  const token = ahead(reader)
  if (token?.is !== 'date') return null
  reader.at += 1
  const { day, month, year } = token
  if (month < 1 || month > 12 || (day !== null && (day < 1 || day > 31))) return [{ is: 'impossible', raw: token.raw }]
  const bare = day === null ? monthUnit(month) : dayUnit(month, day)
  const unit: Unit = { ...bare, year: year === null ? null : { kind: 'calendar', year } }
  return dated(reader, [span(unit, unit)])
}

/** A month's word, with «месяц» and a full stop behind it. */
export function monthNumber(reader: Reader): number | null {
  const sense = senseAhead(reader)
  if (sense?.is !== 'month') return null
  reader.at += 1
  if (isMarkAhead(reader, '.') && isShort(reader)) reader.at += 1
  skipCounted(reader, 'month')
  return sense.month
}

function isShort(reader: Reader): boolean {
  const word = ahead(reader, -1)
  return word?.is === 'word' && word.text.length <= 6
}

function seasonOfYear(reader: Reader): Unit | null {
  const first = senseAhead(reader)
  if (first?.is !== 'season') return null
  reader.at += 1
  const second = isMarkAhead(reader, '-') && isHyphenated(reader) ? senseAhead(reader, 1) : null
  if (second?.is === 'season') reader.at += 2
  if (senseAhead(reader)?.is === 'vacation' && first.season !== 'summer') return null
  skipSense(reader, 'vacation') || skipSense(reader, 'lifetime') || skipCounted(reader, 'month')
  return withNote(seasonUnit(first.season, second?.is === 'season' ? second.season : first.season))
}

/** «осенне-зимний» is one word of two, «осень – зима» a range. */
function isHyphenated(reader: Reader): boolean {
  const word = ahead(reader, -1)
  return word?.is === 'word' && word.text.endsWith('не')
}

function loneYear(reader: Reader): Item[] | null {
  const tail = yearTail(reader)
  if (!tail?.mark) return null
  const whole: Unit = { ...(tail.isSchool ? schoolYearUnit() : yearUnit()), year: tail.mark }
  const last: Unit = tail.until === null ? whole : { ...whole, year: { kind: 'calendar', year: tail.until } }
  const before = ahead(reader, -1)
  const isBare =
    tail.until === tail.mark.year + 1 && !(before?.is === 'word' && /^(г|гг|годы|годов|годах|годам)$/.test(before.text))
  const items: Item[] = [{ ...span(whole, last), isLoneYear: true }]
  if (isBare) items.push({ is: 'warning', raw: `${tail.mark.year}–${tail.until}` })
  return items
}

/** «23/24 уч. г.» needs its words: two digits alone are no year. */
function shortLoneYear(reader: Reader): Item[] | null {
  return isMarkAhead(reader, '-/', 1) ? loneYear(reader) : null
}

/** «год», «весь учебный год», «учебный год 2023-2024», «текущий год», «следующего года». */
function namedYear(reader: Reader): Item[] | null {
  if (ahead(reader, -1)?.is === 'number') return null
  skipSense(reader, 'whole')
  const isRound = isWordAhead(reader, 'круглогодично круглогодичный', -1)
  if (isRound) return [span(yearUnit(), yearUnit())]
  skipSense(reader, 'whole')
  const isAbbreviation = isWordAhead(reader, 'г гг лет')
  const tail = isAbbreviation ? null : yearTail(reader)
  if (!tail || tail.isEveryYear) return null
  const own = tail.mark ? null : yearAfter(reader)
  const mark = own ?? tail.mark
  const base = tail.isSchool ? schoolYearUnit() : yearUnit()
  const unit: Unit = {
    ...base,
    year: mark && tail.isSchool ? { ...mark, kind: 'school' } : mark,
    until: tail.until,
    later: tail.later,
  }
  return [span(unit, unit)]
}

function yearAfter(reader: Reader): YearTail['mark'] {
  return isYear(ahead(reader)) ? (yearTail(reader)?.mark ?? null) : null
}

/** Gives the years that follow to the last stretch, and says when it is every year. */
export function dated(reader: Reader, items: Item[]): Item[] {
  const first = datedOnce(reader, items)
  const last = first.at(-1)
  const years = last?.is === 'span' && last.to?.year ? attempt(reader, moreYears) : null
  if (last?.is !== 'span' || !years) return first
  const again = years.map((year) => {
    const to: Unit | null = last.to && { ...last.to, year: { kind: 'calendar', year } }
    return { ...last, from: last.from === last.to ? to : last.from, to }
  })
  return [...first, ...again]
}

/** The rest of «март 2024, 2025 и 2026 гг.»: only the plural says that the month is meant in each year. */
function moreYears(reader: Reader): number[] | null {
  const years: number[] = []
  while (years.length < MOST_YEARS && (skipMarks(reader, ',') || skipWords(reader, 'и'))) {
    const year = ahead(reader)
    if (year?.is !== 'number' || !isYear(year)) return null
    reader.at += 1
    years.push(year.value)
  }
  return years.length > 0 && skipWords(reader, 'гг годы годов годах') ? years : null
}

const MOST_YEARS = 10

function datedOnce(reader: Reader, items: Item[]): Item[] {
  const tail = yearTail(reader)
  if (!tail) return items
  const last = items.at(-1)
  if (tail.isEveryYear) return [...items, recurs('yearly')]
  if (last?.is !== 'span') return items
  const mark = (unit: Unit | null, year: YearTail['mark']): Unit | null =>
    unit && {
      ...unit,
      year: year ?? unit.year,
      isSchool: unit.isSchool || (tail.isSchool && unit.schoolShape !== null),
      until: tail.until,
      later: tail.later,
    }
  const to = mark(last.to, tail.mark)
  const marked = { ...last, from: last.from === last.to ? to : mark(last.from, null), to }
  return [...items.slice(0, -1), marked]
}

/** A unit whose dates are our own choice: «первая неделя», «весна». */
export function withNote(unit: Unit): Unit
export function withNote(unit: Unit | null): Unit | null
export function withNote(unit: Unit | null): Unit | null {
  return unit && { ...unit, approximate: true }
}
