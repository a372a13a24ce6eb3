import { limits } from './limits.ts'
import type { Row } from './paper.ts'
import { PaperRefused } from './refusals.ts'
import { gridOf, type LooseCell } from './table-grid.ts'

/** A sheet of a workbook as its reader found it: only cells with text, counted from 0. */
export type Sheet = { name: string; cells: SheetCell[]; merges: Merge[] }

export type SheetCell = { row: number; column: number; text: string }

/** A rectangle of cells that are one, its edges included. */
export type Merge = { top: number; left: number; bottom: number; right: number }

/** Refuses what no office fills in: a cell at the far end of the sheet, more cells or text than a document has. */
export function refuseOvergrown({ cells, merges }: Sheet): void {
  let text = 0
  for (const cell of cells) {
    text += cell.text.length
    if (cell.row >= limits.rows || cell.column >= limits.columns) throw new PaperRefused('overgrown')
  }
  const isVast = ({ top, left, bottom, right }: Merge) =>
    bottom > top && right > left && (bottom - top + 1) * (right - left + 1) > limits.cells
  if (text > limits.textBytes || cells.length > limits.cells || merges.length > limits.cells || merges.some(isVast))
    throw new PaperRefused('overgrown')
}

/** The rows that hold text, by their numbers in the sheet; columns without any text are left out. */
export function rowsOfSheet(sheet: Sheet): Row[] {
  refuseOvergrown(sheet)
  const texts = new Map<number, Map<number, string>>()
  for (const { row, column, text } of sheet.cells) {
    if (text.trim() === '') continue
    texts.set(row, (texts.get(row) ?? new Map<number, string>()).set(column, text.trim()))
  }
  const numbers = [...texts.keys()].toSorted((one, other) => one - other)
  const columns = [...new Set([...texts.values()].flatMap((row) => [...row.keys()]))].toSorted((a, b) => a - b)
  if (numbers.length * columns.length > limits.cells) throw new PaperRefused('overgrown')
  const covers = coversOf(sheet.merges, numbers)
  const loose = numbers.map((row) => ({
    isHeader: false,
    skippedColumns: 0,
    cells: cellsOfRow(row, { columns, texts: texts.get(row), merges: covers.get(row) ?? [] }),
  }))
  return gridOf(loose).map((row, index) => ({ ...row, row: (numbers[index] ?? 0) + 1 }))
}

type RowContext = { columns: number[]; texts: Map<number, string> | undefined; merges: Merge[] }

function cellsOfRow(row: number, { columns, texts, merges }: RowContext): LooseCell[] {
  const cells: LooseCell[] = []
  for (let at = 0; at < columns.length; ) {
    const column = columns[at] ?? 0
    const merge = merges.find(({ left, right }) => left <= column && column <= right)
    const right = merge?.right ?? column
    const colSpan = columns.slice(at).filter((other) => other <= right).length
    const isTall = merge !== undefined && merge.bottom > merge.top
    cells.push({
      text: texts?.get(merge && merge.top === row ? Math.max(merge.left, columns[at] ?? 0) : column) ?? '',
      colSpan,
      merge: isTall ? (merge.top === row ? 'begins' : 'continues') : 'none',
      isAutoNumbered: false,
    })
    at += colSpan
  }
  return cells
}

/** The merges that touch each row. A merge whose first row is empty merges nothing that can be read. */
function coversOf(merges: Merge[], numbers: number[]): Map<number, Merge[]> {
  const covers = new Map<number, Merge[]>()
  const known = new Set(numbers)
  let touched = 0
  for (const merge of merges) {
    if (!known.has(merge.top)) continue
    for (const row of numbers) {
      if (row < merge.top || row > merge.bottom) continue
      covers.set(row, [...(covers.get(row) ?? []), merge])
      touched += 1
      if (touched > limits.cells) throw new PaperRefused('overgrown')
    }
  }
  return covers
}
