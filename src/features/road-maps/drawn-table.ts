import type { Row, Span, Table } from '../../paper/paper.ts'

/**
 * A table found in lines: its cells' texts by row, the blocks that each row was drawn with, the block after it, and
 * whether some cells were told by their place.
 */
export type DrawnTable = {
  rows: DrawnRow[]
  spans: Span[]
  next: number
  isGuessed?: boolean
  widths?: number[] | undefined
}
/** A row of one cell stands for the whole width. */
export type DrawnRow = string[]

type Drawn = {
  rows: DrawnRow[]
  spans: (Span | undefined)[]
  isGuessed?: boolean | undefined
  widths?: number[] | undefined
}

/** `widths` are those of the first row, where a head of two levels has wide cells. */
export function tableOf({ rows, spans, isGuessed = false, widths = [] }: Drawn, table: number): Table {
  const width = Math.max(...rows.map((cells) => cells.length))
  const placed = rows.map((cells, index) => ({
    ...rowOf(cells, index, { width, widths: index === 0 ? widths : [] }),
    lines: spans[index],
  }))
  return { kind: 'table', table, isGuessed, rows: placed }
}

function rowOf(cells: DrawnRow, index: number, { width, widths }: { width: number; widths: number[] }): Row {
  const sole = cells.length === 1 ? width : 1
  const placed = cells.map((text, at) => ({
    text,
    column: at < widths.length ? widths.slice(0, at).reduce((sum, one) => sum + one, 0) : at,
    colSpan: widths[at] ?? sole,
    rowSpan: 1,
    isMergedDown: false,
    isAutoNumbered: false,
  }))
  return { row: index + 1, page: null, isHeader: index === 0, cells: placed }
}
