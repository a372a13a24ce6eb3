import { type Cell, cellAt, inOneLine, type Row, type Table } from '../../paper/paper.ts'
import { monthsInTurn, roleOf, termOf } from './column-words.ts'
import { guessedLayout, mendedByContent } from './columns-by-content.ts'
import type { Column, Layout } from './layout.ts'
import type { ColumnRole } from './order.ts'

/** These may stand in several columns, whose words are then read one after the other. */
const repeatable: ReadonlySet<ColumnRole> = new Set(['executors', 'result', 'other'])

/** Tells a road map's table by the words of its head; null where nothing looks like one. */
export function layoutOf(table: Table): Layout | null {
  for (const [index, row] of table.rows.slice(0, 8).entries()) {
    const depth = headDepth(table.rows, index)
    const columns = settled(headColumns(table.rows.slice(index, index + depth)))
    if (!isHead(row, columns)) continue
    const opening = opensSections(table.rows, index, columns) ? table.rows[index - 1] : undefined
    const caption = inOneLine(
      table.rows
        .slice(0, opening ? index - 1 : index)
        .map(soleText)
        .join(' '),
    )
    const firstRow = index + depth
    const body = table.rows.slice(firstRow)
    return {
      ...mendedByContent(columns, body),
      firstRow,
      caption: caption === '' ? null : caption,
      ...(opening && { opening }),
    }
  }
  return guessedLayout(table)
}

/** A lone cell above the head is a section's heading where another stands above the same head further down. */
function opensSections(rows: Row[], head: number, columns: Column[]): boolean {
  const isHeading = (at: number) => soleText(rows[at] ?? emptyRow) !== ''
  return isHeading(head - 1) && rows.some((row, at) => at > head + 1 && repeatsHead(row, columns) && isHeading(at - 1))
}

const emptyRow: Row = { row: 0, page: null, isHeader: false, cells: [] }

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

function headDepth(rows: Row[], index: number): number {
  const row = rows[index]
  const below = rows[index + 1]
  if (!row || !below) return 1
  const covered = below.cells.filter((cell) => cell.isMergedDown).length
  if (covered > 0 && row.cells.some((cell) => cell.rowSpan > 1))
    return Math.max(...row.cells.map((cell) => cell.rowSpan))
  const isSplit = row.cells.length > 1 && row.cells.some((cell) => cell.colSpan > 1)
  return isSplit && below.cells[0]?.text === '' && below.cells.length > row.cells.length ? 2 : 1
}

function headColumns(rows: Row[]): Column[] {
  const last = rows.at(-1)
  if (!last) return []
  return withMonths(last.cells.map((cell) => headColumn(rows, cell)))
}

/** The longest run of columns headed by nothing but figures that count the months on. */
function withMonths(columns: Column[]): Column[] {
  const isBare = ({ header, term }: Column) => term === undefined && /^(?:[ivxіх]{1,4}|\d{1,2})$/iu.test(header)
  const from = columns.findIndex(isBare)
  const after = columns.findIndex((column, at) => at > from && !isBare(column))
  const run = from < 0 ? [] : columns.slice(from, after < 0 ? columns.length : after)
  const months = monthsInTurn(run.map(({ header }) => header))
  if (!months) return columns
  return columns.map((column, at) => ({
    ...column,
    ...(months[at - from] !== undefined && { role: 'period' as const, term: months[at - from] ?? '' }),
  }))
}

function headColumn(rows: Row[], { column }: Cell): Column {
  const texts = rows.map((row) => cellAt(row, column)?.text ?? '')
  const said = [...new Set(texts.map(inOneLine))].filter((text) => text !== '')
  const own = texts.at(-1) ?? ''
  const term = termOf(own, inOneLine(texts.slice(0, -1).join(' ')))
  if (term !== null) return { header: said.join(' '), role: 'period', at: column, term }
  const role = roleOf(own) === 'other' ? roleOf(texts.join('\n')) : roleOf(own)
  return { header: said.join(' '), role, at: column }
}

/** Leaves one column for each role that has only one place; an end without a beginning is the period itself. */
function settled(columns: Column[]): Column[] {
  const hasStart = columns.some((column) => column.role === 'start')
  const hasEnd = columns.some((column) => column.role === 'end')
  const paired = columns.map((column) => {
    const isLonely = (column.role === 'end' && !hasStart) || (column.role === 'start' && !hasEnd)
    return isLonely ? { ...column, role: 'period' as const } : column
  })
  const mainTitle = paired.find((column) => column.role === 'title' && /мероприяти/i.test(column.header))
  const taken = new Set<ColumnRole>()
  return paired.map((column) => {
    const isSecond = taken.has(column.role) && !repeatable.has(column.role) && column.term === undefined
    const isLesserTitle = column.role === 'title' && mainTitle !== undefined && column !== mainTitle
    if (isSecond || isLesserTitle) return { ...column, role: 'other' as const }
    taken.add(column.role)
    return column
  })
}

function isHead(row: Row, columns: Column[]): boolean {
  const roles = new Set(columns.map((column) => column.role))
  const filled = row.cells.filter((cell) => cell.text !== '')
  if (filled.length < 2 || filled.some((cell) => cell.text.length > 160)) return false
  const says = ['period', 'start', 'executors', 'result', 'audience'] as const
  const known = says.filter((role) => roles.has(role)).length
  if (roles.has('title')) return known >= 1
  return (
    known >= 2 &&
    (roles.has('number') || known >= 3) &&
    columns.some(({ role }) => role === 'other' || role === 'number')
  )
}

function soleText(row: Row): string {
  const filled = row.cells.filter((cell) => cell.text !== '')
  return filled.length === 1 ? (filled[0]?.text ?? '') : ''
}
