import { limits } from './limits.ts'
import type { Row } from './paper.ts'
import { PaperRefused } from './refusals.ts'
import { gridOf, type LooseCell, type LooseRow } from './table-grid.ts'

/** A row whose cells are known by their edges, in twentieths of a point, and how each cell is merged. */
export type EdgedRow = { cells: EdgedCell[]; isHeader: boolean; edges: number[]; merges: EdgeMerge[] }

export type EdgedCell = { paragraphs: string[]; isAutoNumbered: boolean }

export type EdgeMerge = { across: 'none' | 'begins' | 'continues'; down: LooseCell['merge'] }

/** Cells end at slightly different places from row to row; closer than a quarter of a centimetre is one edge. */
const nearness = 140

/** Rows of one table in one grid, whatever the number of cells in each. */
export function rowsByEdges(rows: EdgedRow[]): Row[] {
  const grid = gridEdges(rows)
  return gridOf(rows.map((row) => looseRow(row, grid)))
}

function gridEdges(rows: EdgedRow[]): number[] {
  const grid: number[] = []
  const edges = [...new Set(rows.flatMap((row) => row.edges))].toSorted((one, other) => one - other)
  for (const edge of edges) if (edge - (grid.at(-1) ?? Number.NEGATIVE_INFINITY) > nearness) grid.push(edge)
  if (grid.length > limits.columns) throw new PaperRefused('overgrown')
  return grid
}

function looseRow({ cells, isHeader, edges, merges }: EdgedRow, grid: number[]): LooseRow {
  const column = (index: number) => nearest(grid, edges[index] ?? 0)
  const isPlaced = edges.length === cells.length + 1
  const loose: LooseCell[] = []
  for (const [index, cell] of cells.entries()) {
    const merge = merges[index]
    const colSpan = isPlaced ? Math.max(column(index + 1) - column(index), 1) : 1
    const before = loose.at(-1)
    if (isPlaced && merge?.across === 'continues' && before) {
      before.colSpan += colSpan
      continue
    }
    const down = isPlaced ? (merge?.down ?? 'none') : 'none'
    loose.push({ text: textOf(cell), colSpan, merge: down, isAutoNumbered: cell.isAutoNumbered })
  }
  return { isHeader, skippedColumns: isPlaced ? column(0) : 0, cells: loose }
}

function nearest(grid: number[], edge: number): number {
  const found = grid.findLastIndex((one) => one <= edge)
  return Math.max(found, 0)
}

function textOf({ paragraphs }: EdgedCell): string {
  return paragraphs.join('\n').trim()
}
