import type { Block, Row, Table } from './paper.ts'

/** Where closed tables go. `inner` are tables inside cells of the table that is still open; they follow it. */
export type TablePlace = { blocks: Block[]; inner: Table[] }

/** `outer` is the cell that the table stands in. */
export type ClosedTable = { rows: Row[]; hasBorders: boolean; outer: { paragraphs: string[] } | null }

/** A small table inside a cell is text of that cell; a large one stands as a table of its own after the outer one. */
export function placeTable(place: TablePlace, { rows, hasBorders, outer }: ClosedTable): void {
  const table: Table = { kind: 'table', table: 0, rows }
  if (outer && isFrame(table, false)) {
    outer.paragraphs.push(...rows.map((row) => row.cells.map((cell) => cell.text).join(' ')))
    return
  }
  if (outer) {
    place.inner.push(table)
    return
  }
  place.blocks.push(...(isFrame(table, hasBorders) ? linesOf(table) : [table]), ...place.inner)
  place.inner = []
}

/** One row, or a few rows without lines around them, only place text side by side: a letterhead, a signature. */
function isFrame(table: Table, hasBorders: boolean): boolean {
  const width = Math.max(0, ...table.rows.map((row) => row.cells.length))
  return table.rows.length <= 1 || (!hasBorders && (table.rows.length < 4 || width < 3))
}

function linesOf(table: Table): Block[] {
  const cells = table.rows.flatMap((row) => row.cells.filter((cell) => !cell.isMergedDown))
  return cells.flatMap((cell) =>
    cell.text.split('\n').map((text) => ({ kind: 'paragraph' as const, text: text.trim() })),
  )
}

/** Counts the tables of a document from 1. */
export function numberTables(blocks: Block[]): Block[] {
  let count = 0
  return blocks.map((block) => {
    if (block.kind === 'paragraph') return block
    count += 1
    return { ...block, table: count }
  })
}
