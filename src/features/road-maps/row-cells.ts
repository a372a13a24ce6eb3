import { type Cell, cellAt, inOneLine, type Row } from '../../paper/paper.ts'
import type { Column } from './layout.ts'
import type { ColumnRole } from './order.ts'
import { wholeWords } from './whole-words.ts'

/** A row's words by what they are for; the lines of a cell stay lines. */
export type RowCells = Partial<Record<ColumnRole, string>>

/** Each cell speaks for the first column that it covers; columns of one role are read one after the other. */
export function cellsOf(columns: Column[], row: Row): RowCells {
  const cells: RowCells = {}
  const spoken = new Set<Cell>()
  for (const { role, at, term } of columns) {
    const cell = cellAt(row, at)
    if (!cell || role === 'other' || (spoken.has(cell) && term === undefined)) continue
    spoken.add(cell)
    const text = wordsOf(cell)
    if (text === '') continue
    const said = term === undefined ? text : markedTerm(text, term)
    cells[role] = cells[role] ? `${cells[role]}${separators[role] ?? '; '}${said}` : said
  }
  return cells
}

/** The row's own words, without those of cells that began in a row above. */
export function ownCells(columns: Column[], row: Row): RowCells {
  return cellsOf(columns, {
    ...row,
    cells: row.cells.map((cell) => (cell.isMergedDown ? { ...cell, text: '' } : cell)),
  })
}

export function cellOf(columns: Column[], role: ColumnRole, row: Row): Cell | undefined {
  const column = columns.find((one) => one.role === role)
  return column && cellAt(row, column.at)
}

const separators: RowCells = { executors: '\n', period: ', ' }

/** A dash, dots or a star stand for nothing. */
function wordsOf(cell: Cell): string {
  const lines = wholeWords(cell.text).split('\n').map(inOneLine)
  const text = lines.filter((line) => line !== '').join('\n')
  return /^[-–—.…*]+$/.test(text) && text !== '*' ? '' : text
}

const mark = /^(?:[+*vх×x✓✔√☑•●■▪◆!з]|да|1)$/iu

/** A mark under «I квартал» stands for it; «15–20» under «март» are days of it. */
function markedTerm(text: string, term: string): string {
  return mark.test(text) ? term : inOneLine(`${text} ${term}`)
}
