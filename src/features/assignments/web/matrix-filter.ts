import type { AssignmentState } from '../../../kernel/assignment-state.ts'
import type { ActivityId } from '../../../kernel/id.ts'
import type { MatrixCell, MatrixColumn, MatrixRow, MatrixView } from '../matrix-view.ts'
import type { CellKey } from './cell-key.ts'

/** A row with its cells in their places; null: nothing is asked. */
export type GridRow = Omit<MatrixRow, 'cells'> & {
  cells: (MatrixCell | null)[]
  /** Its activity in each column. */
  activityIds: readonly (ActivityId | null)[]
  /** The authority whose road map asks. */
  municipality: { id: string; name: string }
}
export type GridColumn = MatrixColumn & { index: number }
export type Grid = { columns: GridColumn[]; rows: GridRow[] }

export function placeCells({ kinds, rows, boards, columns }: MatrixView): Grid {
  const nowhere = { authorityId: '', shortName: '', activityIds: [] }
  return {
    columns: columns.map((column, index) => ({ ...column, index })),
    rows: rows.map((row) => {
      const { authorityId, shortName, activityIds } = boards[row.board] ?? nowhere
      return {
        ...row,
        cells: row.cells.map((place) => kinds[place] ?? null),
        activityIds,
        municipality: { id: authorityId, name: shortName },
      }
    }),
  }
}

/** Null where nothing is asked. */
export function keyOfCell(row: GridRow, column: Pick<GridColumn, 'index'>): CellKey | null {
  const activityId = row.activityIds[column.index]
  return activityId && row.cells[column.index] ? { activityId, organisationId: row.organisationId } : null
}

export type MatrixFilter = {
  state?: string | undefined
  section?: string | undefined
  /** `authority`, `institute` or a support variant. */
  group?: string | undefined
  /** The id of an authority. */
  place?: string | undefined
  /** One organisation, or one activity. */
  who?: string | undefined
  what?: string | undefined
  /** Only what waits for the reader, and the authority's own part. */
  mine?: string | undefined
  /** `asked`, `moved`: by what became of the deadline; any other word: only what is overdue. */
  late?: string | undefined
}

/** A matrix of fewer rows and columns: what has no cell under the filter is left out. */
export type ShownMatrix = Grid & { matches(row: GridRow, cell: MatrixCell | null): boolean }

/** The organisation and whose road map asks: names repeat across a region. */
export function whoIs({ shortName, municipality: { name } }: Pick<GridRow, 'shortName' | 'municipality'>): string {
  return name === '' || name === shortName ? shortName : `${shortName}, ${name}`
}

export function groupOf(row: Pick<MatrixRow, 'kind' | 'variant'>): string {
  return row.variant ?? row.kind
}

export function sectionOf(column: Pick<MatrixColumn, 'sectionNumber' | 'sectionTitle'>): string {
  return column.sectionNumber ?? column.sectionTitle ?? ''
}

export function filterMatrix(view: Grid, filter: MatrixFilter): ShownMatrix {
  const matches = (row: GridRow, cell: MatrixCell | null) =>
    cell !== null &&
    (!filter.state || cell.state === filter.state) &&
    (!filter.late || isTimedAs(filter.late, cell)) &&
    (!filter.mine || isMine(row, cell))
  const { what } = filter
  const isAsked = (column: GridColumn) => view.rows.some((row) => row.activityIds[column.index] === what)
  const inSection = view.columns.filter(
    (one) => (!filter.section || sectionOf(one) === filter.section) && (!what || isAsked(one)),
  )
  const inGroup = view.rows.filter(
    (row) =>
      (!filter.group || groupOf(row) === filter.group) &&
      (!filter.place || row.municipality.id === filter.place) &&
      (!filter.who || row.organisationId === filter.who),
  )
  if (!filter.state && !filter.mine && !filter.late) return { columns: inSection, rows: inGroup, matches }
  const has = (row: GridRow, column: GridColumn) => matches(row, row.cells[column.index] ?? null)
  return {
    columns: inSection.filter((column) => inGroup.some((row) => has(row, column))),
    rows: inGroup.filter((row) => inSection.some((column) => has(row, column))),
    matches,
  }
}

/** How many cells stand in each state, for the legend. */
export function countStates({ rows }: Pick<Grid, 'rows'>): Map<AssignmentState, number> {
  const counts = new Map<AssignmentState, number>()
  for (const { cells } of rows) {
    for (const cell of cells) if (cell) counts.set(cell.state, (counts.get(cell.state) ?? 0) + 1)
  }
  return counts
}

/** How many deadlines were moved, and of how many that is asked. */
export function countMoves({ rows }: Pick<Grid, 'rows'>): { moved: number; asked: number } {
  const cells = rows.flatMap((row) => row.cells)
  return {
    moved: cells.filter((cell) => cell?.movedTo).length,
    asked: cells.filter((cell) => cell?.isMoveAsked).length,
  }
}

function isTimedAs(word: string, cell: MatrixCell): boolean {
  if (word === 'asked') return cell.isMoveAsked
  return word === 'moved' ? cell.movedTo !== null : cell.isOverdue
}

function isMine(row: GridRow, cell: MatrixCell): boolean {
  return cell.state === 'waiting' || row.kind === 'authority'
}
