import type { Row, Table } from '../../paper/paper.ts'

/** A table found in lines: its cells' texts by row, the block after it, and whether some cells were told by their place. */
export type DrawnTable = { rows: DrawnRow[]; next: number; isGuessed?: boolean }
/** A row of one cell stands for the whole width. */
export type DrawnRow = string[]

export function tableOf(texts: DrawnRow[], table: number, isGuessed = false): Table {
  const width = Math.max(...texts.map((cells) => cells.length))
  return { kind: 'table', table, isGuessed, rows: texts.map((cells, index) => rowOf(cells, index, width)) }
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
