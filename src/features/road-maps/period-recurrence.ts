import { numberList } from './period-numbered.ts'
import {
  ahead,
  attempt,
  type Item,
  isCountedAhead,
  isMarkAhead,
  isWordAhead,
  numeral,
  type Reader,
  type Recurs,
  recurs,
  senseAhead,
  skipCounted,
  skipMarks,
  skipRun,
  skipSense,
  skipWords,
} from './period-reader.ts'
import { type Counted, LAST } from './period-words.ts'

/** «ежемесячно», «2 раза в год», «каждую среду», «до 25 числа каждого месяца», «последняя пятница месяца». */
export function recurrence(reader: Reader): Item[] | null {
  return (
    attempt(reader, adverb) ??
    attempt(reader, times) ??
    attempt(reader, dueDay) ??
    attempt(reader, partOfEvery) ??
    attempt(reader, every) ??
    attempt(reader, weekdays) ??
    attempt(reader, afterEvery)
  )
}

const perUnit: Partial<Record<Counted, Recurs['recurrence']>> = {
  day: 'daily',
  week: 'weekly',
  month: 'monthly',
  quarter: 'quarterly',
  term: 'quarterly',
  'half-year': 'half-yearly',
  year: 'yearly',
  decade: 'other',
  trimester: 'other',
}

const monthsIn: Partial<Record<Counted, number>> = { month: 1, quarter: 3, term: 3, 'half-year': 6, year: 12 }
const byMonths = new Map<number, Recurs['recurrence']>([
  [1, 'monthly'],
  [3, 'quarterly'],
  [6, 'half-yearly'],
  [12, 'yearly'],
])

function adverb(reader: Reader): Item[] | null {
  const sense = senseAhead(reader)
  if (sense?.is !== 'recurs') return null
  reader.at += 1
  return [recurs(sense.recurrence)]
}

/** `count` times in `length` units: «2 раза в год» is half-yearly, «раз в три месяца» quarterly. */
function frequency(count: number, length: number, what: Counted): Recurs['recurrence'] | null {
  const plain = perUnit[what]
  if (!plain) return null
  if (count === 1 && length === 1) return plain
  const months = monthsIn[what]
  return (months && byMonths.get((months * length) / count)) || 'other'
}

/** [не реже] [одного] раза в [две] недели, 1 р./мес., дважды в год */
function times(reader: Reader): Item[] | null {
  skipRate(reader)
  skipWords(reader, 'по')
  const numbers = attempt(reader, numberList)
  const said = senseAhead(reader)
  if (said?.is !== 'times') return null
  reader.at += 1
  skipMarks(reader, '.')
  const count = said.count ?? numbers?.[0]?.low ?? 1
  skipRate(reader)
  const isDuring = isWordAhead(reader, 'в на') && isWordAhead(reader, 'течение течении протяжении', 1)
  if (isDuring) return during(reader, count)
  if (!skipWords(reader, 'в во за на') && !skipMarks(reader, '/')) return count === 1 ? [] : null
  skipSense(reader, 'every')
  const length = attempt(reader, numeral) ?? 1
  const what = countedPeriod(reader)
  const often = what && frequency(Math.max(count, 1), Math.max(length, 1), what)
  return often ? [recurs(often)] : null
}

/** «2 раза в течение года»: the stretch that follows stays a window; once in it is no recurrence. */
function during(reader: Reader, count: number): Item[] {
  const start = reader.at
  reader.at += 2
  skipSense(reader, 'whole')
  const what = countedPeriod(reader)
  reader.at = start
  return count === 1 ? [] : [recurs((what && frequency(count, 1, what)) ?? 'other')]
}

function skipRate(reader: Reader): void {
  skipRun(reader, 'не реже менее чаще более минимум максимум как чем')
}

/** месяц, квартал, уч. год, учебную четверть, календарный месяц, рабочий день */
function countedPeriod(reader: Reader): Counted | null {
  skipWords(reader, 'календарный календарного рабочий рабочего')
  if (skipSense(reader, 'school')) skipMarks(reader, '.')
  const sense = senseAhead(reader)
  if (sense?.is !== 'counted') return null
  reader.at += 1
  if (isMarkAhead(reader, '.') && isAbbreviated(reader)) reader.at += 1
  return sense.what
}

function isAbbreviated(reader: Reader): boolean {
  const word = ahead(reader, -1)
  return word?.is === 'word' && word.text.length <= 4
}

/** до 25 числа [каждого месяца], не позднее 5 числа месяца, следующего за отчётным кварталом */
function dueDay(reader: Reader): Item[] | null {
  const isAfterAdverb = isAdverbBehind(reader)
  skipRun(reader, 'в во срок до не позднее позже к по с начиная')
  const isEvery = skipSense(reader, 'every')
  const numbers = attempt(reader, numberList)
  const [only, second] = numbers ?? []
  const isBare = isAfterAdverb && numbers?.length === 1 && isEndAhead(reader) && ahead(reader, -1)?.is === 'number'
  if (!only || (!skipCounted(reader, 'date') && !isBare)) return null
  if (senseAhead(reader)?.is === 'month') return null
  const tail = monthTail(reader)
  const day = only.high
  if (day === LAST && !second) return [recurs(tail.recurrence)]
  if (second || day < 1 || day > 31)
    return [recurs(tail.recurrence), { is: 'warning', raw: 'число месяца не одно или неверно' }]
  return [{ ...recurs(tail.recurrence, day), isOfSomeMonth: !tail.said && !isEvery }]
}

function isAdverbBehind(reader: Reader): boolean {
  const sense = senseAhead(reader, isMarkAhead(reader, ',', -1) ? -2 : -1)
  return sense?.is === 'recurs' && ['monthly', 'quarterly', 'half-yearly'].includes(sense.recurrence)
}

/** «ежемесячно до 25»: nothing follows that the number could belong to. */
function isEndAhead(reader: Reader): boolean {
  return ahead(reader) === undefined || isMarkAhead(reader, ',;)')
}

/** [каждого|следующего|последнего] месяца[, следующего за отчётным [кварталом]] */
function monthTail(reader: Reader): { said: boolean; recurrence: Recurs['recurrence'] } {
  const start = reader.at
  skipSense(reader, 'every') || skipSense(reader, 'current')
  skipSense(reader, 'next')
  const isOrdinal = attempt(reader, (rest) => (numeral(rest) !== null && isCountedAhead(rest, 'month') ? true : null))
  const isMonth = skipCounted(reader, 'month')
  const isReported = attempt(reader, reported)
  const ofLonger = isMonth ? attempt(reader, longerPeriod) : null
  if (!isMonth && !isReported && !isOrdinal) reader.at = start
  const recurrence = perUnit[isReported ?? ofLonger ?? 'month'] ?? 'monthly'
  return { said: isMonth || isReported !== null, recurrence }
}

/** , следующего за отчётным [периодом|месяцем|кварталом] */
function reported(reader: Reader): Counted | null {
  skipMarks(reader, ',')
  const isAfter = skipSense(reader, 'next') && skipWords(reader, 'за')
  if (!isAfter && !isWordAhead(reader, 'после за')) return null
  if (!isAfter) reader.at += 1
  if (!skipWords(reader, 'отчетным отчетного отчетный отчетной')) return null
  if (skipSense(reader, 'lifetime')) return 'month'
  return attempt(reader, countedPeriod) ?? 'month'
}

/** …последнего месяца квартала, каждого квартала */
function longerPeriod(reader: Reader): Counted | null {
  skipSense(reader, 'every')
  const what = countedPeriod(reader)
  return what === 'quarter' || what === 'half-year' || what === 'term' ? what : null
}

const namedParts = new Set<Counted>(['month', 'quarter', 'term', 'half-year', 'trimester'])

/** последняя пятница месяца, первая неделя каждого месяца, в конце каждой четверти, последний день квартала */
function partOfEvery(reader: Reader): Item[] | null {
  skipRun(reader, 'в во на до к не позднее по')
  const isDeadline = isWordAhead(reader, 'до к позднее', -1)
  skipSense(reader, 'every')
  const isEdge = skipSense(reader, 'edge')
  const isPart = isEdge || attempt(reader, numberedPart) !== null
  if (!isPart) return null
  const isEvery = skipSense(reader, 'every')
  if (!isEvery && isEdge && isDeadline) return null
  if (!isEvery && (isWordAhead(reader, 'текущего этого') || senseAhead(reader)?.is === 'current')) return null
  const isPartOfWeek = isCountedAhead(reader, 'week')
  const what = countedPeriod(reader)
  if (isPartOfWeek) return [recurs('weekly')]
  if (!what || (!isEvery && !namedParts.has(what)) || (isEvery && what === 'day')) return null
  const often = perUnit[what]
  return often ? [recurs(often)] : null
}

function numberedPart(reader: Reader): true | null {
  const numbers = numberList(reader)
  skipWords(reader, 'рабочий рабочего')
  const sense = senseAhead(reader)
  const isPart =
    sense?.is === 'weekday' ||
    (sense?.is === 'counted' && ['week', 'decade', 'day', 'half', 'date', 'month'].includes(sense.what))
  if (!numbers || !isPart) return null
  reader.at += 1
  return true
}

/** каждый понедельник, каждые две недели, каждый второй вторник месяца, каждое 5-е число */
function every(reader: Reader): Item[] | null {
  if (!skipSense(reader, 'every')) return null
  skipWords(reader, 'из')
  const number = attempt(reader, numeral)
  const sense = senseAhead(reader)
  if (sense?.is === 'weekday') {
    const days = weekdayList(reader)
    const isOfMonth = skipEveryMonth(reader)
    if (number !== null) return [recurs(isOfMonth || number === -1 ? 'monthly' : 'other')]
    return days > 0 ? [recurs('weekly')] : null
  }
  if (number !== null && skipCounted(reader, 'date')) {
    monthTail(reader)
    return number >= 1 && number <= 31 ? [recurs('monthly', number)] : null
  }
  const what = countedPeriod(reader)
  const often = what && frequency(1, number ?? 1, what)
  return often ? [recurs(often)] : null
}

/** «по четвертям», «по месяцам» */
function isPluralDative(reader: Reader): boolean {
  const [before, word] = [ahead(reader, -1), ahead(reader)]
  return before?.is === 'word' && before.text === 'по' && word?.is === 'word' && /[ая]м$/u.test(word.text)
}

function skipEveryMonth(reader: Reader): boolean {
  const start = reader.at
  skipSense(reader, 'every')
  const isMonth = skipCounted(reader, 'month')
  if (!isMonth) reader.at = start
  return isMonth
}

function weekdayList(reader: Reader): number {
  let days = 0
  for (;;) {
    const start = reader.at
    if (days > 0 && !skipMarks(reader, ',-/')) skipWords(reader, 'и')
    if (days > 0) skipWords(reader, 'по в')
    skipSense(reader, 'every')
    if (!skipSense(reader, 'weekday')) {
      reader.at = start
      return days
    }
    skipMarks(reader, '.')
    days += 1
  }
}

/** по понедельникам, вт и чт, по рабочим дням */
function weekdays(reader: Reader): Item[] | null {
  skipWords(reader, 'по в во')
  if (skipWords(reader, 'рабочим рабочие')) return skipCounted(reader, 'day') ? [recurs('daily')] : null
  if (skipWords(reader, 'будням будни')) return [recurs('daily')]
  if (skipWords(reader, 'выходным')) return skipCounted(reader, 'day') ? [recurs('weekly')] : [recurs('weekly')]
  const first = senseAhead(reader)
  const often = first?.is === 'counted' ? perUnit[first.what] : null
  if (often && isPluralDative(reader)) {
    reader.at += 1
    return [recurs(often)]
  }
  const number = attempt(reader, numeral)
  const named = senseAhead(reader)
  if (number !== null && named?.is === 'weekday' && named.plural)
    return weekdayList(reader) > 0 ? [recurs('monthly')] : null
  if (number !== null) return null
  const isEach = first?.is === 'weekday' && first.plural
  const days = weekdayList(reader)
  if (days === 0) return null
  if (days === 1 && !isEach) return [{ is: 'weekday' }]
  const isOfMonth = skipEveryMonth(reader)
  return [recurs(isOfMonth ? 'monthly' : 'weekly')]
}

/** по итогам каждого квартала, по окончании четверти */
function afterEvery(reader: Reader): Item[] | null {
  skipWords(reader, 'по')
  if (!skipSense(reader, 'result')) return null
  skipSense(reader, 'every')
  const what = countedPeriod(reader)
  const often = what ? perUnit[what] : null
  return often && !ahead(reader, 0)?.is.startsWith('date') ? [recurs(often)] : null
}
