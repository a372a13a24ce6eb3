import type { DrawnRow } from './drawn-table.ts'
import type { ColumnRole } from './order.ts'
import { bareNumber } from './row-numbers.ts'
import { isWholeTerm } from './section-term.ts'

/** Cells may run over to this many further lines in all. */
const MOST_MORE = 4

/** How many lines the numbered row that begins here takes, where the next number says it; 0 where it does not. */
export function linesOfRow(lines: string[], width: number): number {
  const own = lines[0] ?? ''
  if (!bareNumber.test(own)) return 0
  const next = lines.findIndex((line, at) => at >= width && bareNumber.test(line) && follows(line, own))
  const count = next < 0 ? lines.length : next
  return count > width && count <= width + MOST_MORE ? count : 0
}

function follows(next: string, own: string): boolean {
  const last = (text: string) => Number(/(\d+)[.)]*$/.exec(text)?.[1] ?? 0)
  return last(next) === last(own) + 1
}

/** A row whose cells run over several lines, cut where its term stands alone and its cells begin like cells; null where nothing fits. */
export function stackedRow(lines: string[], head: ColumnRole[]): DrawnRow | null {
  const ways = cuts(lines.length - 1, head.length - 1)
    .map((sizes) => cellsOf(lines, [1, ...sizes]))
    .filter((cells) => head.every((role, at) => role !== 'period' || isWholeTerm(cells[at]?.join(' ') ?? '')))
  const cost = (cells: string[][]) => cells.slice(1).reduce((sum, cell) => sum + strangeness(cell), 0)
  const best = ways.toSorted((one, other) => cost(one) - cost(other))[0]
  return best ? best.map((cell) => cell.join('\n')) : null
}

/** All ways to part so many lines into so many cells of one line at least. */
function cuts(lines: number, cells: number): number[][] {
  if (cells === 1) return [[lines]]
  return Array.from({ length: lines - cells + 1 }, (_, more) => more + 1).flatMap((first) =>
    cuts(lines - first, cells - 1).map((rest) => [first, ...rest]),
  )
}

function cellsOf(lines: string[], sizes: number[]): string[][] {
  let from = 0
  return sizes.map((size) => {
    from += size
    return lines.slice(from - size, from)
  })
}

/** A line that goes on begins small, a cell more often with a capital. */
function strangeness([first = '', ...more]: string[]): number {
  const goesOn = /^[\p{Ll})»]/u
  return (goesOn.test(first) ? 1 : 0) + more.filter((line) => !goesOn.test(line)).length * 2
}
