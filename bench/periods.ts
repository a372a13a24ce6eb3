import { type ParsedComponents, type ParsedResult, ru } from 'chrono-node'
import { understandPeriod } from '../src/features/road-maps/period.ts'
import { day, daysInMonth } from '../src/kernel/day.ts'
import type { Window } from '../src/kernel/period.ts'
import { type LabelledTerm, labelledTerms } from './labelled-terms.ts'
import { median, spread } from './median.ts'

export type TermsScore = {
  reader: string
  /** Terms whose windows are all right and no other stands beside them. */
  right: number
  of: number
  /** The same among terms that mean closed windows and nothing else. */
  plainRight: number
  plain: number
  perSecond: number
  noise: number
}

const ROUNDS = 7

/** Our grammar beside chrono-node's Russian, on our own labelled terms: they are what ours was made by, not its exam. */
export function measureTerms(): TermsScore[] {
  const terms = labelledTerms()
  const readers: [string, (term: LabelledTerm) => Window[]][] = [
    ['our grammar', (term) => understandPeriod(term.text, term).windows],
    ['chrono-node, ru', chronoWindows],
  ]
  return readers.map(([reader, read]) => ({ reader, ...scoreOf(terms, read), ...speedOf(terms, read) }))
}

function scoreOf(terms: LabelledTerm[], read: (term: LabelledTerm) => Window[]) {
  const right = terms.filter((term) => JSON.stringify(read(term)) === JSON.stringify(term.windows))
  const plain = terms.filter(({ isPlain }) => isPlain)
  const plainRight = right.filter(({ isPlain }) => isPlain)
  return { right: right.length, of: terms.length, plainRight: plainRight.length, plain: plain.length }
}

function speedOf(terms: LabelledTerm[], read: (term: LabelledTerm) => Window[]) {
  const rates: number[] = []
  for (let round = 0; round < ROUNDS; round++) {
    const start = performance.now()
    for (const term of terms) read(term)
    if (round > 0) rates.push((terms.length * 1000) / (performance.now() - start))
  }
  return { perSecond: median(rates), noise: spread(rates) }
}

/** It is asked from the first day of the year, forward; a month or a year without its day is all of it. */
function chronoWindows({ text, contextYear, schoolYear }: LabelledTerm): Window[] {
  const from = schoolYear === null ? new Date(contextYear ?? 2024, 0, 1, 12) : new Date(schoolYear, 8, 1, 12)
  return ru.parse(text, from, { forwardDate: true }).map(windowOf)
}

function windowOf({ start, end }: ParsedResult): Window {
  return { start: edgeOf(start, 'first'), end: edgeOf(end ?? start, 'last') }
}

function edgeOf(parts: ParsedComponents, side: 'first' | 'last') {
  const year = parts.get('year') ?? 2024
  const month =
    parts.isCertain('month') || parts.isCertain('day') ? (parts.get('month') ?? 1) : side === 'first' ? 1 : 12
  const date = parts.isCertain('day') ? (parts.get('day') ?? 1) : side === 'first' ? 1 : daysInMonth(year, month)
  return day(year, month, date)
}
