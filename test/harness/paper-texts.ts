import type { Paper, Table } from '../../src/paper/paper.ts'

/** Paragraphs as texts, tables as rows of cells. */
export function textsOf(paper: Paper): (string | string[][])[] {
  return paper.blocks.map((block) => (block.kind === 'paragraph' ? block.text : cellsOf(block)))
}

export function tablesOf(paper: Paper): Table[] {
  return paper.blocks.filter((block) => block.kind === 'table')
}

function cellsOf(table: Table): string[][] {
  return table.rows.map((row) => row.cells.map((cell) => cell.text))
}
