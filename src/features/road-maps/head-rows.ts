import { cellAt, inOneLine, type Row } from '../../paper/paper.ts'
import { isOverRows } from './column-contest.ts'
import type { Column } from './layout.ts'

/** Whether a row repeats the head, as happens at the top of each printed page. */
export function repeatsHead(row: Row, columns: Column[]): boolean {
  const filled = row.cells.filter((cell) => cell.text !== '')
  const equal = columns.filter(
    ({ at, header }) => header !== '' && inOneLine(cellAt(row, at)?.text ?? '').toLowerCase() === header.toLowerCase(),
  )
  return filled.length >= 2 && equal.length >= 2 && equal.length * 3 >= columns.length * 2
}

/** A row of 1, 2, 3 … under the head. */
export function numbersColumns(row: Row): boolean {
  const filled = row.cells.filter((cell) => cell.text !== '')
  return filled.length >= 3 && filled.every((cell, index) => cell.text.replace(/\.$/, '') === String(index + 1))
}

/** A lone cell above the head is a section's heading where another stands above the same head further down. */
export function opensSections(rows: Row[], head: number, columns: Column[]): boolean {
  const isHeading = (at: number) => soleText(rows[at] ?? emptyRow) !== ''
  return isHeading(head - 1) && rows.some((row, at) => at > head + 1 && repeatsHead(row, columns) && isHeading(at - 1))
}

/** The column before the titles whose cells each stand over several rows: «Направление деятельности». */
export function withHeadings(columns: Column[], body: Row[]): Column[] {
  const title = columns.findIndex(({ role }) => role === 'title')
  const over = columns.find(({ role, header }, at) => at < title && role === 'other' && isOverRows(header))
  const cells = over ? body.flatMap((row) => (row.cells.length > 1 ? (cellAt(row, over.at) ?? []) : [])) : []
  const hasSections = body.some((row) => soleText(row) !== '')
  const isShared = cells.some(
    ({ text, isMergedDown }, at) => at > 0 && (isMergedDown || text === '' || text === cells[at - 1]?.text),
  )
  return isShared && !hasSections ? columns.map((one) => (one === over ? { ...one, isHeading: true } : one)) : columns
}

export function soleText(row: Row): string {
  const filled = row.cells.filter((cell) => cell.text !== '')
  return filled.length === 1 ? (filled[0]?.text ?? '') : ''
}

const emptyRow: Row = { row: 0, page: null, isHeader: false, cells: [] }
