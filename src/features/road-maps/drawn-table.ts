import type { Row, Span, Table } from '../../paper/paper.ts'

/**
 * A table found in lines: its cells' texts by row, the blocks that each row was drawn with, the block after it, and
 * whether some cells were told by their place.
 */
export type DrawnTable = { rows: DrawnRow[]; spans: Span[]; next: number; isGuessed?: boolean }
/** A row of one cell stands for the whole width. */
export type DrawnRow = string[]

type Drawn = { rows: DrawnRow[]; spans: (Span | undefined)[]; isGuessed?: boolean | undefined }

export function tableOf({ rows, spans, isGuessed = false }: Drawn, table: number): Table {
  const width = Math.max(...rows.map((cells) => cells.length))
  const placed = rows.map((cells, index) => ({ ...rowOf(cells, index, width), lines: spans[index] }))
  return { kind: 'table', table, isGuessed, rows: placed }
}

function rowOf(cells: DrawnRow, index: number, width: number): Row {
  const colSpan = cells.length === 1 ? width : 1
  const placed = cells.map((text, column) => ({
    text,
    column,
    colSpan,
    rowSpan: 1,
    isMergedDown: false,
    isAutoNumbered: false,
  }))
  return { row: index + 1, page: null, isHeader: index === 0, cells: placed }
}
