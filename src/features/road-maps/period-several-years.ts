import type { Item, Span } from './period-reader.ts'
import type { Unit } from './period-unit.ts'

/** The same items with «2023–2024 гг.» behind a month given to it: both years of a range over December, or every year in turn. */
export function overSeveralYears(items: Item[]): Item[] {
  return dateAll(items).flatMap((item) => (item.is === 'span' && item.to?.until ? spread(item) : [item]))
}

/** «ежегодно в марте, 2024–2026 гг.»: years that stand alone beside stretches without any belong to each of them. */
function dateAll(items: Item[]): Item[] {
  const spans = items.filter((item): item is Span => item.is === 'span')
  const [years, ...more] = spans.filter(({ isLoneYear }) => isLoneYear)
  const others = spans.filter(({ isLoneYear }) => !isLoneYear)
  const isSingle = !years || more.length > 0 || years.from === years.to || others.length === 0
  const first = years?.from?.year
  const until = years?.to?.year?.year ?? null
  const areDateless = others.every(({ to }) => to && !to.year && to.size !== 'year')
  if (isSingle || !first || !areDateless) return items
  const inYears = (item: Span): Span => {
    const to = item.to && { ...item.to, year: first, until }
    return { ...item, from: item.from === item.to ? to : item.from, to }
  }
  return items.flatMap((item): Item[] => (item === years ? [] : item.is === 'span' ? [inYears(item)] : [item]))
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
