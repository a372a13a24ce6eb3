import { firstFew } from './period-few.ts'
import { dated, single } from './period-named.ts'
import { numbered } from './period-numbered.ts'
import {
  ahead,
  attempt,
  type Item,
  isCountedAhead,
  type Reader,
  type Span,
  senseAhead,
  skipMarks,
  skipSense,
  skipWords,
  span,
} from './period-reader.ts'
import { edgeUnit, monthUnit, type Unit } from './period-unit.ts'
import type { Edge } from './period-words.ts'

/** The stretches that begin here, without prepositions: «5, 12 марта 2024», «I–III квартал», «конец мая», «2024 год». */
export function stretches(reader: Reader): Item[] | null {
  return attempt(reader, fewDated) ?? attempt(reader, edges) ?? attempt(reader, numbered) ?? attempt(reader, single)
}

function fewDated(reader: Reader): Item[] | null {
  const few = firstFew(reader)
  return few && dated(reader, few)
}

/** «начало марта», «начало и конец года», «начало – середина марта», «конец 2024 года». */
function edges(reader: Reader): Item[] | null {
  const first = edgeWord(reader)
  if (!first) return null
  const dash = attempt(reader, (rest) => (skipMarks(rest, '-') ? edgeWord(rest) : null))
  const other = dash ? null : attempt(reader, anotherEdge)
  skipSense(reader, 'every')
  const whole = attempt(reader, single) ?? attempt(reader, numbered)
  const spans = whole?.filter((item): item is Span => item.is === 'span') ?? []
  const last = spans.at(-1)
  if (!whole || spans.length !== whole.length || !last) return partOfUnknownMonth(reader, first, dash ?? first)
  const parts = spans.map((one) => partOf(one, first, dash ?? first))
  return other ? [...parts, ...spans.map((one) => partOf(one, other, other))] : parts
}

function anotherEdge(reader: Reader): Edge | null {
  if (!skipMarks(reader, ',') && !skipWords(reader, 'и')) return null
  skipWords(reader, 'в')
  return edgeWord(reader)
}

function partOf({ from, to }: Span, first: Edge, last: Edge): Span {
  const end = to && withEdge(last, to)
  return span(from === to && first === last ? end : from && withEdge(first, from), end)
}

function withEdge(edge: Edge, unit: Unit): Unit {
  return { ...edgeUnit(edge, unit), approximate: true }
}

function edgeWord(reader: Reader): Edge | null {
  const sense = senseAhead(reader)
  if (isCountedAhead(reader, 'date', 1) && isPlural(reader)) {
    const edge = sense?.is === 'last' ? 'end' : sense?.is === 'ordinal' && sense.value === 1 ? 'start' : null
    if (edge) reader.at += 2
    return edge
  }
  if (sense?.is !== 'edge') return null
  reader.at += 1
  return sense.edge
}

/** «в первых числах», not «первого числа» */
function isPlural(reader: Reader): boolean {
  const word = ahead(reader)
  return word?.is === 'word' && /[ыи][ех]$/u.test(word.text)
}

function partOfUnknownMonth(reader: Reader, first: Edge, last: Edge): Item[] | null {
  if (!isCountedAhead(reader, 'month')) return null
  const unknown = { ...monthUnit(0), shape: { from: { month: 0, day: 1 }, to: { month: 0, day: 0 } } }
  const end = withEdge(last, unknown)
  return [span(first === last ? end : withEdge(first, unknown), end)]
}
