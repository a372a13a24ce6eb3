import { limits } from './limits.ts'
import type { Cell, Row } from './paper.ts'
import { PaperRefused } from './refusals.ts'

/** A row as a file has it, before its cells know their place in the grid. */
export type LooseRow = { isHeader: boolean; skippedColumns: number; cells: LooseCell[] }

export type LooseCell = {
  text: string
  colSpan: number
  /** `continues` is a cell that a cell above it was merged with. */
  merge: 'none' | 'begins' | 'continues'
  isAutoNumbered: boolean
}

/** Puts every cell into its grid column; a cell that is merged down gives its text to each row that it covers. */
export function gridOf(loose: LooseRow[]): Row[] {
  let above = new Map<number, Cell>()
  return loose.map((looseRow, index) => {
    const cells = placed(looseRow, above)
    above = new Map(cells.flatMap((cell, at) => origins(cell, looseRow.cells[at], above)))
    return { row: index + 1, page: null, isHeader: looseRow.isHeader, cells }
  })
}

function placed(row: LooseRow, above: Map<number, Cell>): Cell[] {
  let column = row.skippedColumns
  return row.cells.map(({ text, colSpan, merge, isAutoNumbered }) => {
    if (column + colSpan > limits.columns) throw new PaperRefused('overgrown')
    const origin = merge === 'continues' ? above.get(column) : undefined
    if (origin) origin.rowSpan += 1
    const cell: Cell = {
      text: origin?.text ?? text,
      column,
      colSpan,
      rowSpan: 1,
      isMergedDown: origin !== undefined,
      isAutoNumbered: origin?.isAutoNumbered ?? isAutoNumbered,
    }
    column += colSpan
    return cell
  })
}

function origins(cell: Cell, loose: LooseCell | undefined, above: Map<number, Cell>): [number, Cell][] {
  if (loose?.merge === 'begins') return [[cell.column, cell]]
  const origin = cell.isMergedDown ? above.get(cell.column) : undefined
  return origin ? [[cell.column, origin]] : []
}
