import type { Item, Span } from './period-reader.ts'
import type { Unit } from './period-unit.ts'

/** The same items with «2023–2024 гг.» behind a month given to it: both years of a range over December, or every year in turn. */
export function overSeveralYears(items: Item[]): Item[] {
  return items.flatMap((item) => (item.is === 'span' && item.to?.until ? spread(item) : [item]))
}

const MOST_YEARS = 10

function spread(item: Span): Item[] {
  const { from, to } = item
  const first = to?.year?.year ?? null
  const until = to?.until ?? null
  if (!to || first === null || until === null || until - first > MOST_YEARS)
    return [{ is: 'impossible', raw: `${first}–${until}` }]
  if (to.schoolShape && until === first + 1) {
    const end: Unit = { ...to, year: { kind: 'school', year: first }, until: null }
    return [{ ...item, from: from === to ? end : from, to: end }]
  }
  const crosses = from !== null && from.shape.from.month > to.shape.to.month
  if (crosses && until === first + 1)
    return [from === to ? item : { ...item, from: inYear(from, first), to: inYear(to, until) }]
  const again: Item[] = []
  for (let year = first; year <= until; year += 1) {
    const end = inYear(to, year)
    again.push({ ...item, from: from === to ? end : from, to: end })
  }
  return [...again, { is: 'warning', raw: `срок отнесён к каждому году из ${first}–${until}` }]
}

function inYear(unit: Unit, year: number): Unit {
  return { ...unit, year: { kind: 'calendar', year }, until: null }
}
