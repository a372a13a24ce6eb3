import { isMark, isYear, rawOf } from './period-figures.ts'
import type { Token } from './period-tokens.ts'
import type { Unit, YearMark } from './period-unit.ts'
import { type Counted, LAST, type Sense } from './period-words.ts'

/** A place in the tokens; every reading either moves it past what was understood or leaves it where it was. */
export type Reader = { tokens: Token[]; at: number; lists: Map<number, NumberList | null> }

/** A list of numbers and the place behind it, kept so that no list is walked through twice. */
type NumberList = { numbers: { low: number; high: number }[]; next: number }

/** What a term is made of, in the order of the text. */
export type Item =
  | Span
  | Recurs
  | {
      is: 'ongoing' | 'schedule' | 'demand' | 'agreement' | 'further' | 'rough' | 'weekday' | 'colon' | 'stop'
      inBrackets?: boolean
    }
  | { is: Quoted; raw: string; inBrackets?: boolean }

/** vague «в течение месяца» · relative «10 дней» · unknown words · impossible «31 апреля» · note and warning: how it was read. */
type Quoted = 'vague' | 'relative' | 'unknown' | 'impossible' | 'note' | 'warning'

/** From the first day of `from` to the last day of `to`; null where the text leaves that side open. */
export type Span = {
  is: 'span'
  from: Unit | null
  to: Unit | null
  /** A year that stands alone: a window of its own, or the year of its neighbours. */
  isLoneYear: boolean
  inBrackets: boolean
}

export type Recurs = {
  is: 'recurs'
  recurrence: 'daily' | 'weekly' | 'monthly' | 'quarterly' | 'half-yearly' | 'yearly' | 'other'
  dueDay: number | null
  /** «до 15 числа» without saying of which months: a neighbour may tell. */
  isOfSomeMonth: boolean
  inBrackets: boolean
}

export function span(from: Unit | null, to: Unit | null): Span {
  return { is: 'span', from, to, isLoneYear: false, inBrackets: false }
}

export function recurs(recurrence: Recurs['recurrence'], dueDay: number | null = null): Recurs {
  return { is: 'recurs', recurrence, dueDay, isOfSomeMonth: false, inBrackets: false }
}

export function ahead(reader: Reader, steps = 0): Token | undefined {
  return reader.tokens[reader.at + steps]
}

export function senseAhead(reader: Reader, steps = 0): Sense | null {
  const token = ahead(reader, steps)
  return token?.is === 'word' ? token.sense : null
}

export function isWordAhead(reader: Reader, words: string, steps = 0): boolean {
  const token = ahead(reader, steps)
  return token?.is === 'word' && wordsOf(words).has(token.text)
}

const wordSets = new Map<string, Set<string>>()

/** The lists of words are written in this folder's code, so there are few of them. */
function wordsOf(words: string): Set<string> {
  const known = wordSets.get(words)
  if (known) return known
  const set = new Set(words.split(' '))
  wordSets.set(words, set)
  return set
}

export function isMarkAhead(reader: Reader, marks: string, steps = 0): boolean {
  return [...marks].some((mark) => isMark(ahead(reader, steps), mark))
}

export function isCountedAhead(reader: Reader, what: Counted, steps = 0): boolean {
  const sense = senseAhead(reader, steps)
  return sense?.is === 'counted' && sense.what === what
}

/** Moves past the words if they stand here. */
export function skipWords(reader: Reader, words: string): boolean {
  if (!isWordAhead(reader, words)) return false
  reader.at += 1
  return true
}

/** Moves past a few such words in a row; a text of nothing but prepositions is not walked through at every step. */
export function skipRun(reader: Reader, words: string): void {
  for (let steps = 0; steps < LONGEST_RUN && isWordAhead(reader, words); steps += 1) reader.at += 1
}

const LONGEST_RUN = 6

export function skipMarks(reader: Reader, marks: string): boolean {
  if (!isMarkAhead(reader, marks)) return false
  reader.at += 1
  return true
}

export function skipSense(reader: Reader, is: Sense['is']): boolean {
  if (senseAhead(reader)?.is !== is) return false
  reader.at += 1
  return true
}

export function skipCounted(reader: Reader, what: Counted): boolean {
  if (!isCountedAhead(reader, what)) return false
  reader.at += 1
  return true
}

/** Reads something or moves nothing. */
export function attempt<Result>(reader: Reader, read: (reader: Reader) => Result | null): Result | null {
  const start = reader.at
  const result = read(reader)
  if (result === null) reader.at = start
  return result
}

/** 5, 5-го, II, «пятого», «двадцать пятого», «последний». */
export function numeral(reader: Reader): number | null {
  const token = ahead(reader)
  if (token?.is === 'number' && token.width <= 3) {
    reader.at += 1
    return token.value
  }
  const sense = senseAhead(reader)
  if (sense?.is === 'last') {
    reader.at += 1
    return LAST
  }
  if (sense?.is !== 'ordinal' && sense?.is !== 'cardinal') return null
  reader.at += 1
  const next = senseAhead(reader)
  const isTens = sense.value === 20 || sense.value === 30
  if (!isTens || next?.is !== 'ordinal' || next.value > 9) return sense.value
  reader.at += 1
  return sense.value + next.value
}

export type YearTail = {
  mark: YearMark | null
  isSchool: boolean
  until: number | null
  later: number
  isEveryYear: boolean
}

const noYear: YearTail = { mark: null, isSchool: false, until: null, later: 0, isEveryYear: false }

/** The year behind a month or a date: «2024 г.», «24 года», «2023/24 уч. года», «т. г.», «текущего года», «каждого года». */
export function yearTail(reader: Reader): YearTail | null {
  return attempt(reader, figuredYear) ?? attempt(reader, spokenYear)
}

function figuredYear(reader: Reader): YearTail | null {
  const first = ahead(reader)
  if (first?.is !== 'number') return null
  const isShort = first.width === 2 && !first.ordinal
  if (!isYear(first) && !isShort) return null
  reader.at += 1
  const year = isYear(first) ? first.value : 2000 + first.value
  const mark = ahead(reader)
  const second = secondYear(reader, year)
  const isSlash = second !== null && isMark(mark, '/')
  const words = yearWords(reader)
  if (isShort && !words.said) return null
  const isSchool = second !== null && (words.isSchool || isSlash)
  if (isSchool) return { ...noYear, mark: { kind: 'school', year }, isSchool }
  if (words.isSchool) return { ...noYear, mark: { kind: 'calendar', year }, isSchool: true }
  return { ...noYear, mark: { kind: 'calendar', year }, until: second }
}

/** «года, следующего за отчётным [годом]» */
function followingReport(reader: Reader): true | null {
  skipMarks(reader, ',')
  if (!skipSense(reader, 'next') || !skipWords(reader, 'за')) return null
  if (!skipWords(reader, 'отчетным')) return null
  skipCounted(reader, 'year')
  return true
}

/** The second year of «2023-2024», «2023/24»; the two-digit one only where it is the year after. */
function secondYear(reader: Reader, year: number): number | null {
  if (!isMarkAhead(reader, '-/')) return null
  const second = ahead(reader, 1)
  if (second?.is !== 'number' || second.ordinal) return null
  const isNext = second.width === 2 && second.value === (year + 1) % 100 && !isDayAhead(reader, 2)
  if (!isNext && !(isYear(second) && second.value > year)) return null
  reader.at += 2
  return isNext ? year + 1 : second.value
}

function isDayAhead(reader: Reader, steps: number): boolean {
  const sense = senseAhead(reader, steps)
  return sense?.is === 'month' || isMarkAhead(reader, '-/', steps)
}

/** «г.», «гг.», «г.г.», «года», «уч. года», «учебный год» */
function yearWords(reader: Reader): { said: boolean; isSchool: boolean } {
  const start = reader.at
  skipWords(reader, 'календарного календарный календарном')
  const isSchool =
    skipSense(reader, 'school') || (isWordAhead(reader, 'у') && isMarkAhead(reader, '.', 1) && skipWords(reader, 'у'))
  if (isSchool) skipMarks(reader, '.')
  if (isSchool) skipMarks(reader, '-')
  let said = false
  for (let steps = 0; steps < 3 && isCountedAhead(reader, 'year'); steps += 1) {
    said = true
    reader.at += 1
    const isDoubled = isMarkAhead(reader, '.') && isWordAhead(reader, 'г', 1)
    if (isDoubled) reader.at += 1
  }
  if (!said && !isSchool) reader.at = start
  return { said: said || isSchool, isSchool }
}

function spokenYear(reader: Reader): YearTail | null {
  const isAbbreviated = isWordAhead(reader, 'т с') && isMarkAhead(reader, '.', 1) && isWordAhead(reader, 'г', 2)
  if (isAbbreviated) {
    reader.at += 3
    return noYear
  }
  const isEveryYear = skipSense(reader, 'every')
  const isNext = !isEveryYear && skipSense(reader, 'next')
  if (!isEveryYear && !isNext) skipSense(reader, 'current')
  const words = yearWords(reader)
  if (!words.said) return null
  const isAfterReport = attempt(reader, followingReport) ?? false
  const own = words.isSchool ? attempt(reader, figuredYear) : null
  if (own?.mark) return { ...noYear, mark: { kind: 'school', year: own.mark.year }, isSchool: true }
  return { ...noYear, isSchool: words.isSchool, later: isNext || isAfterReport ? 1 : 0, isEveryYear }
}

export function rawSince(reader: Reader, start: number): string {
  return rawOf(reader.tokens.slice(start, reader.at))
}
