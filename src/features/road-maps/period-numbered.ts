import { isYear } from './period-figures.ts'
import { dated, monthNumber, withNote } from './period-named.ts'
import {
  ahead,
  attempt,
  type Item,
  isCountedAhead,
  isMarkAhead,
  isWordAhead,
  numeral,
  type Reader,
  rawSince,
  type Span,
  senseAhead,
  skipMarks,
  skipWords,
  span,
} from './period-reader.ts'
import {
  dayUnit,
  decadeUnit,
  halfMonthUnit,
  halfYearUnit,
  inMonth,
  partUnit,
  quarterUnit,
  termUnit,
  trimesterUnit,
  type Unit,
  weekdayUnit,
  weekUnit,
} from './period-unit.ts'
import { type Counted, isMonthGenitive } from './period-words.ts'

/** «5, 12-14 марта», «1-й и 2-й кварталы», «первая неделя марта», «15-20.05.2024». */
export function numbered(reader: Reader): Item[] | null {
  const start = reader.at
  const numbers = numberList(reader)
  if (!numbers) return null
  if (isMarkAhead(reader, '.') && isMonthGenitive(senseAhead(reader, 1))) reader.at += 1
  const areTens = isWordAhead(reader, 'числа числах') && isPluralBehind(reader)
  skipWords(reader, 'числа число чисел числам числах')
  const raw = () => rawSince(reader, start)
  const named = nouns(reader)
  if (!named) return null
  const units = areTens ? approximately(tensOf(named)) : named
  const items: Item[] = []
  for (const { low, high } of numbers) {
    const from = units(low)
    const to = low === high ? from : units(high)
    items.push(from && to ? span(from, to) : { is: 'impossible', raw: raw() })
  }
  return dated(reader, spreadOverMonths(reader, items))
}

/** Numbers joined by commas, «и», dashes, «по» and «до»; a date in figures may close the list with its own day. */
export function numberList(reader: Reader): Numbers[] | null {
  const start = reader.at
  const known = reader.lists.get(start)
  if (known === undefined) {
    const numbers = readNumbers(reader)
    reader.lists.set(start, numbers && { numbers, next: reader.at })
    return numbers
  }
  reader.at = known?.next ?? start
  return known?.numbers ?? null
}

type Numbers = { low: number; high: number }

/** No list of days is longer than a month. */
const MOST_NUMBERS = 31

function readNumbers(reader: Reader): Numbers[] | null {
  const first = numeral(reader)
  if (first === null) return null
  const numbers: Numbers[] = [{ low: first, high: first }]
  while (numbers.length <= MOST_NUMBERS) {
    const start = reader.at
    const joint = numberJoint(reader)
    if (!joint) return numbers
    const closing = ahead(reader)
    const isClosing = closing?.is === 'date' && closing.day !== null
    const value = isClosing ? closing.day : numeral(reader)
    const previous = numbers.at(-1)
    if (value === null || !previous || (joint === 'range' && previous.low !== previous.high)) {
      reader.at = start
      return numbers
    }
    if (joint === 'range') numbers[numbers.length - 1] = { low: previous.low, high: value }
    else numbers.push({ low: value, high: value })
    if (isClosing) return numbers
  }
  return null
}

function numberJoint(reader: Reader): 'range' | 'list' | null {
  if (skipMarks(reader, '-') || skipWords(reader, 'по до')) return 'range'
  const isList = skipMarks(reader, ',/') || isWordAhead(reader, 'и')
  if (!isList) return null
  skipWords(reader, 'и')
  skipWords(reader, 'с до в во к по')
  return 'list'
}

/** «в 20-х числах марта»: the days that begin with a two. */
function tensOf(named: UnitOf): UnitOf {
  return (number) => {
    const day = named(number)
    const month = day?.shape.from.month ?? 0
    if (number !== 10 && number !== 20) return day
    return day && { ...partUnit(month, number, number === 10 ? 19 : 0), year: day.year }
  }
}

function isPluralBehind(reader: Reader): boolean {
  const before = ahead(reader, -1)
  return before?.is === 'number' ? /[хе]$/u.test(before.raw) : before?.is === 'word' && /[ыи][ех]$/u.test(before.text)
}

type UnitOf = (number: number) => Unit | null

/** The noun that numbers belong to, as a way to make a unit of each number. */
function nouns(reader: Reader): UnitOf | null {
  const closing = ahead(reader)
  if (closing?.is === 'date') return closingDate(reader)
  const weekday = senseAhead(reader)
  if (weekday?.is === 'weekday') return nthWeekday(reader, weekday.day)
  const month = attempt(reader, monthNumber)
  if (month !== null) return (day) => (day >= 1 && day <= 31 ? dayUnit(month, day) : null)
  if (attempt(reader, halfYearSign)) return halfYearUnit
  const sense = senseAhead(reader)
  const isDecade = sense?.is === 'counted' ? sense.what === 'decade' : isWordAhead(reader, 'дек')
  if (isDecade) return ofMonth(reader, decadeUnit)
  if (isCountedAhead(reader, 'week')) return approximately(ofMonth(reader, weekUnit))
  if (isCountedAhead(reader, 'half')) return halves(reader)
  return sense?.is === 'counted' ? season(reader, sense.what) : null
}

/** «п/г», «п. г.» */
function halfYearSign(reader: Reader): true | null {
  if (!skipWords(reader, 'п') || !skipMarks(reader, '/.') || !skipWords(reader, 'г')) return null
  skipMarks(reader, '.')
  return true
}

function season(reader: Reader, what: Counted): UnitOf | null {
  const makers: Partial<Record<Counted, UnitOf>> = {
    quarter: quarterUnit,
    term: termUnit,
    trimester: trimesterUnit,
    'half-year': halfYearUnit,
  }
  const make = makers[what]
  if (!make) return null
  reader.at += 1
  skipMarks(reader, '.')
  const last = { quarter: 4, term: 4, trimester: 3 }[what === 'quarter' || what === 'term' ? what : 'trimester']
  const count = what === 'half-year' ? 2 : last
  const ofNumber: UnitOf = (number) => make(number === -1 ? count : number)
  return what === 'term' || what === 'trimester' ? approximately(ofNumber) : ofNumber
}

function closingDate(reader: Reader): UnitOf | null {
  const date = ahead(reader)
  if (date?.is !== 'date') return null
  reader.at += 1
  const { month, year } = date
  return (day) => {
    if (month < 1 || month > 12 || day < 1 || day > 31) return null
    return { ...dayUnit(month, day), year: year === null ? null : { kind: 'calendar', year } }
  }
}

/** The month of a part: «недели марта»; 0 when the sentence names it elsewhere, null when it is every month. */
function ofMonth(reader: Reader, make: (month: number, number: number) => Unit | null): UnitOf {
  reader.at += 1
  skipMarks(reader, '.')
  const month = attempt(reader, monthNumber) ?? 0
  return (number) => make(month, number)
}

function halves(reader: Reader): UnitOf | null {
  const ofHalfMonth = ofMonth(reader, halfMonthUnit)
  const isOfYear = isCountedAhead(reader, 'year') || senseAhead(reader)?.is === 'school' || isYear(ahead(reader))
  return isOfYear ? halfYearUnit : approximately(ofHalfMonth)
}

function nthWeekday(reader: Reader, day: number): UnitOf | null {
  reader.at += 1
  const month = attempt(reader, monthNumber) ?? 0
  return (which) => (which === -1 || (which >= 1 && which <= 5) ? weekdayUnit(month, day, which) : null)
}

function approximately(make: UnitOf): UnitOf {
  return (number) => withNote(make(number))
}

/** «10 апреля, июля и октября»: a month in the genitive takes the day of the one before it. */
function spreadOverMonths(reader: Reader, items: Item[]): Item[] {
  const spread = [...items]
  for (;;) {
    const start = reader.at
    if (!skipMarks(reader, ',')) skipWords(reader, 'и')
    else skipWords(reader, 'и')
    const sense = senseAhead(reader)
    const spans = items.filter((item): item is Span => item.is === 'span')
    const isPart = spans.every(({ from, to }) =>
      from?.size === 'day' || from?.size === 'part' ? from.shape.from.month > 0 && !to?.year : false,
    )
    if (reader.at === start || sense?.is !== 'month' || !sense.genitive || !isPart || spans.length !== items.length) {
      reader.at = start
      return spread
    }
    const month = monthNumber(reader) ?? 0
    for (const { from, to } of spans) {
      const moved = to && inMonth(to, month)
      spread.push(span(from === to ? moved : from && inMonth(from, month), moved))
    }
  }
}
