import type { Item, Span } from './period-reader.ts'
import type { Unit, YearMark } from './period-unit.ts'

/** Where the year of a stretch comes from: its own words, a neighbour to the right or left, a heading, or the context. */
export type Dated = { span: Span; mark: YearMark | null; origin: 'own' | 'right' | 'left' | 'heading' | 'context' }

/** Every stretch with its year; lone years that only date their neighbours are gone from the list. */
export function withYears(items: Item[], context: YearMark | null): Dated[] {
  const isHeading = headings(items)
  const all = items.filter((item): item is Span => item.is === 'span')
  const dated: Dated[] = []
  let heading: YearMark | null = null
  let waiting: Dated[] = []
  let last: YearMark | null = null
  for (const span of all) {
    const own = ownMark(span)
    const isHead = isHeading.has(span)
    if (isHead || (span.isLoneYear && waiting.length > 0 && own)) {
      if (isHead) heading = own
      else give(waiting, own)
      waiting = []
      last = own
      continue
    }
    if (own) {
      give(waiting, own)
      waiting = []
      last = own
      dated.push({ span, mark: own, origin: 'own' })
      continue
    }
    const carried: Dated = { span, mark: heading ?? last, origin: heading ? 'heading' : 'left' }
    if (!heading && !relativeYear(span)) waiting.push(carried)
    dated.push(carried)
  }
  return dated.map((one) => (one.mark && !relativeYear(one.span) ? one : fromContext(one, context)))
}

function give(waiting: Dated[], mark: YearMark | null): void {
  for (const one of waiting) {
    one.mark = mark
    one.origin = 'right'
  }
}

function fromContext(one: Dated, context: YearMark | null): Dated {
  const later = one.span.to?.later ?? one.span.from?.later ?? 0
  return { ...one, mark: context && { ...context, year: context.year + later }, origin: 'context' }
}

function relativeYear(span: Span): boolean {
  return Boolean(span.from?.later || span.to?.later)
}

function ownMark(span: Span): YearMark | null {
  return span.to?.year ?? span.from?.year ?? null
}

/** Lone years that open a list: «2024: март, май», «2024 год – март», «В 2024 году: …; в 2025 году: …». */
function headings(items: Item[]): Set<Item> {
  const found = new Set<Item>()
  const meaningful = items.filter((item) => item.is === 'span' || item.is === 'colon')
  meaningful.forEach((item, index) => {
    const next = meaningful[index + 1]
    const following = next?.is === 'colon' ? meaningful[index + 2] : next
    const opens = index === 0 || found.size > 0 || next?.is === 'colon'
    if (item.is !== 'span' || !item.isLoneYear || following?.is !== 'span') return
    if (opens && ownMark(following) === null && isShorter(following)) found.add(item)
  })
  return found
}

function isShorter(span: Span): boolean {
  const isYear = (unit: Unit | null) => unit?.size === 'year'
  return !isYear(span.from) && !isYear(span.to)
}
