import { limits } from './limits.ts'
import type { Cell, Row } from './paper.ts'
import { PaperRefused } from './refusals.ts'

/** A table found in lines of text, and the first line after it. */
export type TextTable = { rows: Row[]; next: number }

const numberCell = /^\s*(?:\d{1,2}(?:\.\d{1,2})*|[IVX]{1,5})\.?\s*$/
const sectionLine = /^\s*(?:Раздел\s+)?(?:\d{1,2}|[IVX]{1,5})\.?\s+\p{Lu}/u

/** Rows of `| a | b |`, with or without outer bars; the ruler under a head is not a row. */
export function readBarTable(lines: string[], at: number): TextTable | null {
  const rows: string[][] = []
  let next = at
  for (; next < lines.length && isBarRow(lines[next]); next++) {
    const inner = (lines[next] ?? '')
      .trim()
      .replace(/^[|│┃]/, '')
      .replace(/[|│┃]$/, '')
    const cells = inner.split(/[|│┃]/).map((cell) => cell.trim())
    if (!cells.every((cell) => /^[-:=─━\s]*$/.test(cell)) || cells.every((cell) => cell === '')) rows.push(cells)
    while (lines[next + 1]?.trim() === '' && isBarRow(lines[next + 2])) next += 1
  }
  return rows.length < 2 ? null : { rows: rowsOf(rows), next }
}

function isBarRow(line: string | undefined): boolean {
  return line !== undefined && (line.match(/[|│┃]/g)?.length ?? 0) >= 2
}

/**
 * Rows of cells parted by tabs, as a copied table has them. A row may be broken inside a cell; then its lines are
 * joined until it has as many cells as the head.
 */
export function readTabTable(lines: string[], at: number): TextTable | null {
  const width = cellsIn(lines[at])
  if (width < 3) return null
  const rows: string[][] = [split(lines[at])]
  let next = at + 1
  while (next < lines.length) {
    const end = rowEnd(lines, next, width)
    if (end === null) break
    const text = lines.slice(next, end).join('\n')
    if (text.trim() !== '' || text.includes('\t')) addRow(rows, text, width)
    next = end
  }
  return rows.length < 2 ? null : { rows: rowsOf(rows), next }
}

function addRow(rows: string[][], text: string, width: number): void {
  const last = rows.at(-1)
  // A line without tabs that is no section goes on in the last cell of the row above, but not in the head.
  if (!text.includes('\t') && !sectionLine.test(text) && last && last.length >= width && rows.length > 1) {
    last[last.length - 1] = `${last.at(-1) ?? ''}\n${text}`
    return
  }
  rows.push(split(text))
}

/** The line after the row that begins at `at`; null where the table is over. */
function rowEnd(lines: string[], at: number, width: number): number | null {
  const line = lines[at] ?? ''
  if (!line.includes('\t')) return isTableAhead(lines, at) ? at + 1 : null
  let end = at + 1
  let cells = cellsIn(line)
  while (end < lines.length && cells < width && goesOn(lines[end], cells, width)) {
    cells += cellsIn(lines[end]) - 1
    end += 1
  }
  return end
}

function goesOn(line: string | undefined, cells: number, width: number): boolean {
  if (line === undefined || line.trim() === '' || line.startsWith('\t')) return false
  const first = split(line)[0] ?? ''
  const isNewRow = numberCell.test(first) || (sectionLine.test(line) && line.trim() === first.trim())
  return !isNewRow && cells + cellsIn(line) - 1 <= width && (line.includes('\t') || cells < width)
}

/** Blank lines and lone lines belong to the table only while its rows follow closely; a new head begins a new table. */
function isTableAhead(lines: string[], at: number): boolean {
  const ahead = lines.slice(at, at + 6)
  const next = ahead.findIndex((line) => line.includes('\t'))
  if (next < 0) return false
  const isNewHead = /^№/.test(ahead[next]?.trim() ?? '')
  return !isNewHead || ahead.slice(0, next).every((line) => line.trim() === '' || sectionLine.test(line))
}

/** One cell per line: a head that begins with «№», then rows that each begin with a number. */
export function readStackedTable(lines: string[], at: number): TextTable | null {
  if (!/^№\s*(п\s*\/?\s*п\.?)?$/i.test(lines[at]?.trim() ?? '')) return null
  const end = rowStart(lines, at + 1)
  // Where blank lines part the cells of the head, every second line is such a parting.
  const step = lines[at + 1]?.trim() === '' ? 2 : 1
  const head = lines.slice(at, end).filter((line) => line.trim() !== '')
  if (end === lines.length || head.length < 3 || head.length > 12) return null
  const rows: string[][] = [head.map((line) => line.trim())]
  let next = end
  while (next < lines.length) {
    const line = lines[next]?.trim() ?? ''
    const isSection = sectionLine.test(line) && !numberCell.test(line)
    if (!isSection && !numberCell.test(line)) break
    const stop = rowStart(lines, next + 1)
    const isLast = stop === lines.length
    const room = isLast ? Math.min(stop, next + 1 + (head.length - 1) * step) : stop
    if (isSection) rows.push([line])
    else rows.push(...stackedRows(lines.slice(next, room), head.length, step))
    next = skipBlank(lines, isSection ? next + 1 : room)
  }
  return rows.length < 2 ? null : { rows: rowsOf(rows), next }
}

/** Where the next row or section begins. */
function rowStart(lines: string[], from: number): number {
  const found = lines.findIndex((line, at) => at >= from && (numberCell.test(line) || sectionLine.test(line)))
  return found < 0 ? lines.length : found
}

/**
 * Blank lines are empty cells where there are enough lines for all; otherwise empty cells were lost on the way. Lines
 * beyond the first row are rows that begin with an empty cell.
 */
function stackedRows(lines: string[], width: number, step: number): string[][] {
  const size = width * step
  const first = lines.slice(0, size)
  const more = lines.slice(size)
  const between = more.length % size
  const goesOn = more.length >= size && more.slice(0, between).every((line) => line.trim() === '')
  if (cellsOfStack(first, step).length < width) return [lines.map((line) => line.trim()).filter((line) => line !== '')]
  if (!goesOn && more.some((line) => line.trim() !== '')) return [runOver(lines, width)]
  const rows = [cellsOfStack(first, step)]
  for (let at = between; goesOn && at < more.length; at += size)
    rows.push(cellsOfStack(more.slice(at, at + size), step))
  return rows
}

const leftOpen = /(?:[,–-]|(?:^|\s)(?:и|или|в|во|на|с|со|по|для|от|до|из|к|о|об|при|за))$/iu

/**
 * The cells of a row in which one or more ran over into further lines: these follow a line left open, or begin with a
 * small letter. Where more lines do than ran over, nothing is joined, and the row has more cells than its head.
 */
function runOver(lines: string[], width: number): string[] {
  const cells = lines.map((line) => line.trim()).filter((line) => line !== '')
  const signs = [
    (_line: string, at: number) => at > 1 && leftOpen.test(cells[at - 1] ?? ''),
    (line: string, at: number) => at > 1 && /^\p{Ll}/u.test(line),
  ]
  const goesOn = signs.find((sign) => cells.filter(sign).length === cells.length - width)
  if (!goesOn) return cells
  return cells.reduce<string[]>((joined, line, at) => {
    if (goesOn(line, at)) joined.push(`${joined.pop()} ${line}`)
    else joined.push(line)
    return joined
  }, [])
}

function cellsOfStack(lines: string[], step: number): string[] {
  return lines.filter((_, at) => at % step === 0).map((line) => line.trim())
}

function skipBlank(lines: string[], from: number): number {
  let at = from
  while (at < lines.length && lines[at]?.trim() === '') at += 1
  return at
}

function split(line: string | undefined): string[] {
  return (line ?? '').split('\t').map((cell) => cell.trim())
}

function cellsIn(line: string | undefined): number {
  return (line ?? '').split('\t').length
}

function rowsOf(rows: string[][]): Row[] {
  return rows.map((cells, index) => {
    if (cells.length > limits.columns) throw new PaperRefused('overgrown')
    return { row: index + 1, page: null, isHeader: false, cells: cells.map(cellOf) }
  })
}

function cellOf(text: string, column: number): Cell {
  return { text, column, colSpan: 1, rowSpan: 1, isMergedDown: false, isAutoNumbered: false }
}
