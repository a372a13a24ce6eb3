import type { EdgedCell, EdgedRow, EdgeMerge } from './edge-grid.ts'
import type { PrintHabit } from './pdf-habit.ts'
import { type Line, linesOfItems } from './pdf-lines.ts'
import type { PdfPage, TextItem } from './pdf-page.ts'
import type { Stroke } from './pdf-strokes.ts'
import { joinedLines } from './pdf-words.ts'

/** A table whose cells are drawn, on one page. */
export type RuledTable = { top: number; bottom: number; left: number; right: number; rows: RuledRow[] }

export type RuledRow = Omit<EdgedRow, 'cells'> & { cells: RuledCell[] }

/** Its first and last line tell whether it goes on overleaf; `room` is how wide a line of it can be. */
export type RuledCell = EdgedCell & { lines: Line[]; room: number }

/** How far apart two lines may end and still meet. */
const nearness = 3

export function ruledTables({ strokes, items }: PdfPage, habit: PrintHabit): RuledTable[] {
  return groupsOf(strokes)
    .map((group) => tableFrom(group, { items, habit }))
    .filter((table) => table !== null)
    .toSorted((one, other) => one.top - other.top)
}

/** Lines that touch each other belong to one table. */
function groupsOf(strokes: Stroke[]): Stroke[][] {
  const groups: Stroke[][] = []
  const left = new Set(strokes)
  for (const first of strokes) {
    if (!left.delete(first)) continue
    const group = [first]
    for (const member of group) {
      for (const other of left) {
        if (!touch(member, other)) continue
        left.delete(other)
        group.push(other)
      }
    }
    groups.push(group)
  }
  return groups
}

function touch(one: Stroke, other: Stroke): boolean {
  if (one.isUpright === other.isUpright)
    return Math.abs(one.at - other.at) < nearness && one.from <= other.to + nearness && other.from <= one.to + nearness
  return (
    one.at >= other.from - nearness &&
    one.at <= other.to + nearness &&
    other.at >= one.from - nearness &&
    other.at <= one.to + nearness
  )
}

type Printed = { items: TextItem[]; habit: PrintHabit }

function tableFrom(group: Stroke[], { items, habit }: Printed): RuledTable | null {
  const uprights = group.filter(({ isUpright }) => isUpright)
  const levels = group.filter(({ isUpright }) => !isUpright)
  const xs = distinct(uprights.map(({ at }) => at))
  const ys = distinct(levels.map(({ at }) => at))
  const [left, right, top, bottom] = [xs[0], xs.at(-1), ys[0], ys.at(-1)]
  if (left === undefined || right === undefined || top === undefined || bottom === undefined) return null
  if (xs.length < 3 || ys.length < 2 || xs.length * ys.length > 20_000) return null
  const inside = items.filter(({ x, y }) => x > left - nearness && x < right && y > top && y < bottom + nearness)
  const grid: Grid = { xs, ys, uprights, levels }
  const owners = cellOwners(grid)
  return {
    top,
    bottom,
    left,
    right,
    rows: edgedRows(grid, { owners, found: cellsOf(grid, { owners, items: inside, habit }) }),
  }
}

type Grid = { xs: number[]; ys: number[]; uprights: Stroke[]; levels: Stroke[] }

function distinct(values: number[]): number[] {
  const found: number[] = []
  for (const value of values.toSorted((one, other) => one - other))
    if (value - (found.at(-1) ?? Number.NEGATIVE_INFINITY) > nearness) found.push(value)
  return found
}

/** For each place of the grid, the place at which its cell begins: places without a line between them are one cell. */
function cellOwners({ xs, ys, uprights, levels }: Grid): number[] {
  const width = xs.length - 1
  const height = ys.length - 1
  const owners: number[] = []
  for (let row = 0; row < height; row++) {
    const y = middle(ys, row)
    for (let column = 0; column < width; column++) {
      const isOpenLeft = column > 0 && !isCrossed(uprights, xs[column] ?? 0, y)
      const isOpenAbove = row > 0 && !isCrossed(levels, ys[row] ?? 0, middle(xs, column))
      const here = row * width + column
      const before = isOpenLeft ? owners[here - 1] : undefined
      owners.push(before ?? (isOpenAbove ? owners[here - width] : undefined) ?? here)
    }
  }
  return owners
}

function middle(edges: number[], index: number): number {
  return ((edges[index] ?? 0) + (edges[index + 1] ?? 0)) / 2
}

function isCrossed(strokes: Stroke[], at: number, along: number): boolean {
  return strokes.some((one) => Math.abs(one.at - at) <= nearness && one.from <= along && one.to >= along)
}

type Owned = Printed & { owners: number[] }

function cellsOf({ xs, ys }: Grid, { owners, items, habit }: Owned): Map<number, RuledCell> {
  const byOwner = new Map<number, TextItem[]>()
  const width = xs.length - 1
  for (const item of items) {
    const column = placeIn(xs, item.x + Math.min(item.width, 4) / 2)
    const owner = owners[placeIn(ys, item.y - item.size / 3) * width + column]
    const own = owner === undefined ? undefined : byOwner.get(owner)
    if (own) own.push(item)
    else if (owner !== undefined) byOwner.set(owner, [item])
  }
  const roomOf = (owner: number) => {
    let right = (owner % width) + 1
    while (right < width && owners[owner - (owner % width) + right] === owner) right += 1
    return { from: xs[owner % width] ?? 0, to: xs[right] ?? 0 }
  }
  const cells = [...byOwner].map(([owner, own]) => ({ owner, lines: linesOfItems(own), ...roomOf(owner) }))
  const padding = paddingOf(cells)
  return new Map(
    cells.map(({ owner, lines, from, to }) => {
      const room = to - from - padding * 2
      return [owner, { paragraphs: [joinedLines(lines, { room, habit })], isAutoNumbered: false, lines, room }]
    }),
  )
}

type FilledCell = { lines: Line[]; from: number; to: number }

/** Between the line of a cell and its text: as much as stands before the text that begins furthest to the left. */
function paddingOf(cells: FilledCell[]): number {
  const gaps = cells.flatMap(({ lines, from }) => lines.map(({ left }) => left - from))
  return Math.min(Math.max(Math.min(...gaps.filter((gap) => gap > 0.5), 8), 1), 8)
}

function placeIn(edges: number[], value: number): number {
  const next = edges.findIndex((edge) => edge > value)
  return next < 0 ? edges.length - 2 : Math.max(next - 1, 0)
}

type Filled = { owners: number[]; found: Map<number, RuledCell> }

function edgedRows({ xs, ys }: Grid, { owners, found }: Filled): RuledRow[] {
  const width = xs.length - 1
  const rows: RuledRow[] = []
  for (let row = 0; row < ys.length - 1; row++) {
    const cells: RuledCell[] = []
    const merges: EdgeMerge[] = []
    const edges = [twentieths(xs[0] ?? 0)]
    for (let column = 0; column < width; ) {
      const owner = owners[row * width + column] ?? 0
      let next = column + 1
      while (next < width && owners[row * width + next] === owner) next += 1
      const isBelow = Math.floor(owner / width) < row
      const goesOn = owners[(row + 1) * width + column] === owner
      const cell = isBelow ? undefined : found.get(owner)
      cells.push(cell ?? { paragraphs: [''], isAutoNumbered: false, lines: [], room: 0 })
      merges.push({ across: 'none', down: isBelow ? 'continues' : goesOn ? 'begins' : 'none' })
      edges.push(twentieths(xs[next] ?? 0))
      column = next
    }
    rows.push({ cells, merges, edges, isHeader: false })
  }
  return rows
}

function twentieths(points: number): number {
  return Math.round(points * 20)
}
