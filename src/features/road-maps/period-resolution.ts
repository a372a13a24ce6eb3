import type { Window } from '../../kernel/period.ts'
import type { Item } from './period-reader.ts'
import type { YearMark } from './period-unit.ts'
import { type Doubt, isWholeYear, type Placed, place, shifted } from './period-windows.ts'
import { type Dated, withYears } from './period-years.ts'

export type Resolved = {
  windows: Window[]
  doubts: Set<Doubt>
  /** Some stretch has no year, neither its own nor from a neighbour or the context. */
  lacksYear: boolean
  /** Some stretch is in no calendar: «31 апреля 2024», «20–10 марта». */
  isImpossible: boolean
}

/** The windows of all stretches, in the order of the text, equal ones once. */
export function resolve(items: Item[], context: YearMark | null): Resolved {
  const all = withYears(items, context)
  const dated = all.filter((one) => one.mark !== null || isPossible(one))
  const lacksYear = dated.some(({ mark }) => mark === null)
  const doubts = new Set<Doubt>()
  const placed = inOrder(dated.filter(({ mark }) => mark !== null))
  let isImpossible = dated.length < all.length
  const entries: { window: Window; inBrackets: boolean }[] = []
  for (const { dated: one, result, isMoved } of placed) {
    if (result === 'no-such-day') {
      isImpossible = true
      continue
    }
    for (const doubt of result.doubts) doubts.add(doubt)
    if (one.span.to?.later || one.span.from?.later) doubts.add('crossing')
    if (isMoved) doubts.add('order')
    entries.push({ window: result.window, inBrackets: one.span.inBrackets })
  }
  return { windows: distinct(narrowed(entries)), doubts, lacksYear, isImpossible }
}

/** A stretch without a year is still wrong if no leap year has it. */
function isPossible(one: Dated): boolean {
  return place({ ...one, mark: { kind: 'calendar', year: 2024 } }) !== 'no-such-day'
}

type Kept = { dated: Dated; result: Placed; isMoved: boolean }

/** A carried year follows the months over December: «ноябрь, январь 2024» begins in 2023. */
function inOrder(dated: Dated[]): Kept[] {
  const kept: Kept[] = dated.map((one) => ({ dated: one, result: place(one), isMoved: false }))
  for (let at = kept.length - 2; at >= 0; at -= 1) keepOrder(kept[at], kept[at + 1], 'right')
  for (let at = 1; at < kept.length; at += 1) keepOrder(kept[at], kept[at - 1], 'left')
  return kept
}

function keepOrder(one: Kept | undefined, neighbour: Kept | undefined, side: 'left' | 'right'): void {
  if (!one || !neighbour || one.dated.origin !== side || one.dated.mark?.kind !== 'calendar') return
  if (isWholeYear(one.dated.span) || isWholeYear(neighbour.dated.span)) return
  const [mine, other] = [firstDay(one), firstDay(neighbour)]
  const isInOrder = side === 'right' ? mine <= other : mine >= other
  if (mine === '' || other === '' || isInOrder) return
  const mark = shifted(one.dated.mark, side === 'right' ? -1 : 1)
  one.dated = { ...one.dated, mark }
  one.result = place(one.dated)
  one.isMoved = true
}

function firstDay({ result }: Kept): string {
  return result === 'no-such-day' ? '' : (result.window.start ?? result.window.end ?? '')
}

/** What stands in brackets or after a colon narrows the stretch before it, if it lies within: «I квартал (до 15 марта)». */
function narrowed(entries: { window: Window; inBrackets: boolean }[]): Window[] {
  const windows: Window[] = []
  let host: { window: Window; at: number } | null = null
  for (const { window, inBrackets } of entries) {
    const inside: Window | null = inBrackets && host ? within(window, host.window) : null
    if (inside && host) {
      if (windows[host.at] === host.window) windows.splice(host.at, 1)
      windows.push(inside)
      continue
    }
    windows.push(window)
    if (!inBrackets) host = { window, at: windows.length - 1 }
  }
  return windows
}

function within(window: Window, host: Window): Window | null {
  const { start, end } = host
  if (start === null || end === null) return null
  const isInside = (day: string | null) => day === null || (day >= start && day <= end)
  return isInside(window.start) && isInside(window.end)
    ? { start: window.start ?? start, end: window.end ?? end }
    : null
}

function distinct(windows: Window[]): Window[] {
  const seen = new Set<string>()
  return windows.filter(({ start, end }) => {
    const key = `${start}/${end}`
    return !seen.has(key) && Boolean(seen.add(key))
  })
}
