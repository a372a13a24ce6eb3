import type { AssignmentState } from '../../../kernel/assignment-state.ts'
import type { MatrixCell, MatrixColumn, MatrixRow, MatrixView } from '../matrix-view.ts'

/** A row with its cells in their places; null: nothing is asked. */
export type GridRow = Omit<MatrixRow, 'cells'> & { cells: (MatrixCell | null)[] }
export type Grid = Omit<MatrixView, 'rows' | 'kinds'> & { rows: GridRow[] }

export function placeCells({ kinds, rows, ...view }: MatrixView): Grid {
  return { ...view, rows: rows.map((row) => ({ ...row, cells: row.cells.map((place) => kinds[place] ?? null) })) }
}

export type MatrixFilter = {
  state?: string | undefined
  section?: string | undefined
  /** `authority`, `institute` or a support variant. */
  group?: string | undefined
  /** Only what waits for the reader, and the authority's own part. */
  mine?: string | undefined
}

/** A matrix of fewer rows and columns: what has no cell under the filter is left out. */
export type ShownMatrix = {
  columns: (MatrixColumn & { index: number })[]
  rows: GridRow[]
  matches(row: GridRow, cell: MatrixCell | null): boolean
}

export function groupOf(row: Pick<MatrixRow, 'kind' | 'variant'>): string {
  return row.variant ?? row.kind
}

export function sectionOf(column: Pick<MatrixColumn, 'sectionNumber' | 'sectionTitle'>): string {
  return column.sectionNumber ?? column.sectionTitle ?? ''
}

export function filterMatrix(view: Pick<Grid, 'columns' | 'rows'>, filter: MatrixFilter): ShownMatrix {
  const matches = (row: GridRow, cell: MatrixCell | null) =>
    cell !== null && (!filter.state || cell.state === filter.state) && (!filter.mine || isMine(row, cell))
  const inSection = view.columns
    .map((column, index) => ({ ...column, index }))
    .filter((one) => !filter.section || sectionOf(one) === filter.section)
  const inGroup = view.rows.filter((row) => !filter.group || groupOf(row) === filter.group)
  if (!filter.state && !filter.mine) return { columns: inSection, rows: inGroup, matches }
  const has = (row: GridRow, column: { index: number }) => matches(row, row.cells[column.index] ?? null)
  return {
    columns: inSection.filter((column) => inGroup.some((row) => has(row, column))),
    rows: inGroup.filter((row) => inSection.some((column) => has(row, column))),
    matches,
  }
}

/** How many cells stand in each state, for the legend. */
export function countStates(view: Pick<Grid, 'rows'>): Map<AssignmentState, number> {
  const counts = new Map<AssignmentState, number>()
  for (const cell of view.rows.flatMap((row) => row.cells)) {
    if (cell) counts.set(cell.state, (counts.get(cell.state) ?? 0) + 1)
  }
  return counts
}

function isMine(row: GridRow, cell: MatrixCell): boolean {
  return cell.state === 'waiting' || row.kind === 'authority'
}
