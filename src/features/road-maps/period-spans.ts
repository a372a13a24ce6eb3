import { stretches } from './period-nouns.ts'
import {
  ahead,
  attempt,
  type Item,
  isMarkAhead,
  isWordAhead,
  type Reader,
  type Span,
  senseAhead,
  skipMarks,
  skipSense,
  skipWords,
} from './period-reader.ts'
import { boundOf, type Unit } from './period-unit.ts'

/** Stretches with their prepositions and dashes: «с 1 по 10 апреля», «до 15 мая», «март – май», «начиная с 2024 г.». */
export function spans(reader: Reader): Item[] | null {
  return attempt(reader, afterResults) ?? attempt(reader, fromTo) ?? attempt(reader, upTo) ?? attempt(reader, plain)
}

/** «по итогам I полугодия»: from its last day on. */
function afterResults(reader: Reader): Item[] | null {
  if (!skipWords(reader, 'по') || !skipSense(reader, 'result')) return null
  const items = stretches(reader)
  if (!items?.some(({ is }) => is === 'span')) return null
  const opened = items.map((item) => (item.is === 'span' ? { ...onlyBound(item, 'last'), to: null } : item))
  return [...opened, { is: 'warning', raw: '«по итогам» понято как «начиная с последнего дня»' }]
}

type Bound = 'first' | 'last'

function fromWord(reader: Reader): boolean {
  const start = reader.at
  const isBegun = skipWords(reader, 'начиная')
  const isNotBefore = isWordAhead(reader, 'не') && isWordAhead(reader, 'ранее раньше', 1)
  if (isNotBefore) reader.at += 2
  const said = skipWords(reader, 'с со от после') || isNotBefore
  if (!said && !isBegun) reader.at = start
  return said || isBegun
}

function toWord(reader: Reader): 'до' | 'по' | 'к' | null {
  return attempt(reader, (rest) => {
    const start = rest.at
    skipWords(rest, 'в')
    if (!skipSense(rest, 'lifetime')) rest.at = start
    const isNotAfter = isWordAhead(rest, 'не') && isWordAhead(rest, 'позднее позже поздней', 1)
    if (isNotAfter) rest.at += 2
    if (isNotAfter) skipMarks(rest, '-')
    if (skipWords(rest, 'к ко')) return 'к'
    if (skipWords(rest, 'по')) return 'по'
    return skipWords(rest, 'до') || isNotAfter ? 'до' : null
  })
}

/** «до начала мая» is the first day of May, «до конца мая» the last one; nothing of it is approximate. */
function bounded(reader: Reader): Item[] | null {
  const skipped = ahead(reader)?.is === 'time'
  if (skipped) reader.at += 1
  const sense = senseAhead(reader)
  const edge = sense?.is === 'edge' && sense.edge !== 'middle' ? sense.edge : null
  if (!edge) return stretches(reader)
  const exact = attempt(reader, (rest) => {
    rest.at += 1
    return stretches(rest)
  })
  if (!exact) return stretches(reader)
  return exact.map((item) => (item.is === 'span' ? onlyBound(item, edge === 'start' ? 'first' : 'last') : item))
}

function onlyBound(item: Span, bound: Bound): Span {
  const whole = bound === 'first' ? item.from : item.to
  const only = whole && { ...boundOf(whole, bound === 'first' ? 'from' : 'to'), approximate: false }
  return { ...item, isLoneYear: false, from: only, to: only }
}

function fromTo(reader: Reader): Item[] | null {
  const isAfter = isWordAhead(reader, 'после')
  const isOnlyFrom = isWordAhead(reader, 'от')
  if (!fromWord(reader)) return null
  const hours = attempt(reader, hoursOnly)
  if (hours) return plain(reader) ?? hours
  const first = bounded(reader)
  const firstSpan = first?.at(-1)
  if (!first || firstSpan?.is !== 'span') return first
  if (firstSpan.from !== firstSpan.to) return first
  const second = attempt(reader, secondBound)
  if (second) return [...first.slice(0, -1), ...join(firstSpan, second)]
  if (isOnlyFrom) return null
  const opened = { ...firstSpan, isLoneYear: false, to: null }
  const items: Item[] = [...first.slice(0, -1), opened]
  if (isAfter) items.push({ is: 'note', raw: '«после» понято как «начиная с этого срока»' })
  return items
}

/** «с 9.00 до 12.00» says nothing of days. */
function hoursOnly(reader: Reader): Item[] | null {
  if (ahead(reader)?.is !== 'time') return null
  reader.at += 1
  if (!skipWords(reader, 'до по') && !skipMarks(reader, '-')) return null
  if (ahead(reader)?.is !== 'time') return null
  reader.at += 1
  return []
}

function secondBound(reader: Reader): Item[] | null {
  const start = reader.at
  skipMarks(reader, ',') || skipWords(reader, 'и')
  if (isMarkAhead(reader, '.') && reader.at === start) reader.at += 1
  const isDash = skipMarks(reader, '-')
  const word = toWord(reader)
  if (!word && !isDash) return null
  const items = word ? bounded(reader) : stretches(reader)
  const isRough = items?.some((item) => item.is === 'span' && item.to !== null && !isOneDay(item.to))
  return items && isRough && word === 'до' ? withUpToNote(reader, items, word) : items
}

/** The first stretch's beginning, the second one's end; what follows the second stays as it is. */
function join(first: Span, second: Item[]): Item[] {
  const [head, ...rest] = second
  if (head?.is !== 'span') return second
  return [{ ...first, isLoneYear: false, to: head.to }, ...rest]
}

function upTo(reader: Reader): Item[] | null {
  const word = toWord(reader)
  if (!word) return null
  const until = bounded(reader)
  if (!until) return null
  const later = attempt(reader, (rest) => (skipMarks(rest, '-') ? stretches(rest) : null))
  const items = later ?? until
  const isRough = items.some((item) => item.is === 'span' && item.to !== null && !isOneDay(item.to))
  const hasOwnYear = items.some((item) => item.is === 'span' && item.to?.year)
  const closed: Item[] = items.map((item) => (item.is === 'span' ? closing(item, word) : item))
  for (;;) {
    const isApart = isMarkAhead(reader, ';', isMarkAhead(reader, '.') ? 1 : 0)
    const another = isApart && hasOwnYear ? null : attempt(reader, anotherDay)
    if (!another) break
    closed.push(...another.map((item) => (item.is === 'span' ? closing(item, word) : item)))
  }
  return word !== 'по' && isRough ? withUpToNote(reader, closed, word) : closed
}

function closing(item: Span, word: 'до' | 'по' | 'к'): Span {
  const to = word === 'к' && item.from && item.to && !isOneDay(item.to) ? boundOf(item.from, 'from') : item.to
  return { ...item, isLoneYear: false, from: null, to }
}

/** «до 10 апреля, 10 июля»: single days that follow «до» are its own. */
function anotherDay(reader: Reader): Item[] | null {
  if (isMarkAhead(reader, '.') && isMarkAhead(reader, ',;', 1)) reader.at += 1
  if (!skipMarks(reader, ',;') && !skipWords(reader, 'и')) return null
  skipWords(reader, 'и')
  const items = stretches(reader)
  const areDays = items?.every((item) => item.is === 'span' && item.from === item.to && item.to?.size === 'day')
  return areDays && !isMarkAhead(reader, '-') && !isWordAhead(reader, 'по до') ? items : null
}

/** Says which reading of «до мая» was taken: offices mean by it both the last day of April and the last of May. */
function withUpToNote(reader: Reader, items: Item[], word: 'до' | 'к'): Item[] {
  if (word === 'до' && isWordAhead(reader, 'включительно')) return items
  const raw = word === 'до' ? '«до» понято как «включительно»' : '«к» понято как «к первому дню»'
  return [...items, { is: 'warning', raw }]
}

function isOneDay({ size, shape }: Unit): boolean {
  return size === 'day' || (shape.from.month === shape.to.month && shape.from.day === shape.to.day)
}

function plain(reader: Reader): Item[] | null {
  const isAfterAnother = isStretchBehind(reader)
  const first = stretches(reader)
  const firstSpan = first?.at(-1)
  if (!first || firstSpan?.is !== 'span') return first
  const dashed = attempt(reader, (rest) => dashedEnd(rest, firstSpan))
  if (dashed) return [...first.slice(0, -1), ...join(firstSpan, dashed)]
  const lost = isAfterAnother ? null : attempt(reader, lostDash(firstSpan))
  return lost ? [...first.slice(0, -1), ...join(firstSpan, lost), lostDashWarning] : first
}

const lostDashWarning: Item = { is: 'warning', raw: 'между сроками, похоже, пропущено тире: понято как «с … по …»' }

/** A dash, or the «по» and «до» of a range whose «с» was forgotten. */
function dashedEnd(reader: Reader, first: Span): Item[] | null {
  const isStop = isMarkAhead(reader, '.') && isMarkAhead(reader, '-', 1)
  if (isStop) reader.at += 1
  const isDash = skipMarks(reader, '-')
  const isWord = skipWords(reader, 'по до')
  if (!isDash && !isWord) return null
  const items = isWord ? bounded(reader) : stretches(reader)
  return items && isHeadingOf(first, items) ? null : items
}

/** «2024 год – март» is a year over a list, not a range. */
function isHeadingOf(first: Span, items: Item[]): boolean {
  const [head] = items
  return first.isLoneYear && head?.is === 'span' && !head.isLoneYear && !head.to?.year
}

/** Three neighbours without any sign between them are a list, not a range with a lost dash. */
function isStretchBehind(reader: Reader): boolean {
  const before = ahead(reader, -1)
  const sense = senseAhead(reader, -1)
  return before?.is === 'date' || before?.is === 'number' || sense?.is === 'month' || sense?.is === 'counted'
}

/** «15.06. 15.08.2011»: exactly two neighbours of one size, the first without a year of its own or both with one. */
function lostDash(first: Span): (reader: Reader) => Item[] | null {
  return (reader) => {
    if (isMarkAhead(reader, '.') && !ahead(reader)?.spaced && first.to?.size === 'day') reader.at += 1
    if (first.from !== first.to || first.isLoneYear) return null
    const items = stretches(reader)
    const [second, ...others] = items ?? []
    if (first.to?.size === 'month' && first.to.year) return null
    if (second?.is !== 'span' || others.length > 0 || second.isLoneYear || !isLater(first.to, second.to)) return null
    const isAlone = !ahead(reader) || isMarkAhead(reader, ';)') || (isMarkAhead(reader, '.') && !ahead(reader, 1))
    return isAlone && second.from === second.to && second.to?.size === first.to?.size ? items : null
  }
}

function isLater(first: Unit | null, second: Unit | null): boolean {
  if (!first || !second) return false
  const place = ({ shape, year }: Unit) => (year?.year ?? 0) * 10_000 + shape.from.month * 100 + shape.from.day
  const start = first.year ? place(first) : place({ ...first, year: second.year })
  return start < place(second) && first.shape.from.month > 0
}
