import { type EdgedRow, rowsByEdges } from './edge-grid.ts'
import type { Block, Paragraph } from './paper.ts'
import { guessedTables } from './pdf-columns.ts'
import { habitOf, type PrintHabit } from './pdf-habit.ts'
import { type Line, linesOfItems, sidesInTurn } from './pdf-lines.ts'
import { withoutRunningLines } from './pdf-margins.ts'
import { withOverleaf } from './pdf-overleaf.ts'
import type { PdfPage, TextItem } from './pdf-page.ts'
import { type RuledRow, type RuledTable, ruledTables } from './pdf-ruled.ts'
import { isBroken, wordJoiner } from './pdf-words.ts'
import { numberTables, placeTable } from './table-frame.ts'

/** A table, or the part of it that one page shows. */
type PdfTable = { kind: 'table'; top: number; bottom: number; rows: PdfRow[]; isGuessed: boolean }

type PdfRow = RuledRow & { page: number }

type PdfLine = { kind: 'line'; top: number; line: Line; isApart: boolean }
type Piece = PdfTable | PdfLine

/** The pages as one text: a table that goes on overleaf is one table, and page numbers are no text. */
export function blocksOfPages(pages: PdfPage[]): Block[] {
  const join = wordJoiner({
    texts: pages.flatMap(({ items }) => items.map(({ text }) => text)),
    hasOneHyphen: pages.some((page) => page.hasOneHyphen),
  })
  const place = { blocks: [] as Block[], inner: [] }
  const habit = habitOf(pages)
  for (const piece of wholeTables(piecesOf(pages, habit), habit)) {
    if (piece.kind === 'line') addLine(place.blocks, piece, join)
    else placeTable(place, { rows: rowsOf(piece, join), hasBorders: true, outer: null })
    const last = place.blocks.at(-1)
    if (piece.kind === 'table' && piece.isGuessed && last?.kind === 'table') last.isGuessed = true
  }
  return numberTables(place.blocks.map(withOwnHyphens))
}

function withOwnHyphens(block: Block): Block {
  return block.kind === 'paragraph' ? { ...block, text: ownHyphens(block.text) } : block
}

/** A hyphen after which no line goes on was one of its own. */
function ownHyphens(text: string): string {
  return text.replaceAll('\u00ad', '-')
}

function piecesOf(pages: PdfPage[], habit: PrintHabit): Piece[] {
  const ruled = pages.map((page) => ruledTables(page, habit))
  const lines = pages.map(({ items, height }, at) => ({ height, lines: linesOfItems(outside(items, ruled[at] ?? [])) }))
  return withoutRunningLines(lines).flatMap((free, at) =>
    piecesOfPage(pages[at]?.number ?? 0, { ruled: ruled[at] ?? [], lines: free, habit }),
  )
}

function outside(items: TextItem[], tables: Area[]): TextItem[] {
  return items.filter(({ x, y }) => !tables.some((table) => holds(table, x, y)))
}

type PagePrint = { ruled: RuledTable[]; lines: Line[]; habit: PrintHabit }

function piecesOfPage(page: number, { ruled, lines, habit }: PagePrint): Piece[] {
  const guessed = ruled.length > 0 ? [] : guessedTables(lines, { habit, page })
  const free = lines.filter(({ top }) => !guessed.some((table) => top >= table.top && top <= table.bottom))
  const tables = [
    ...ruled.map((table) => ({ ...table, isGuessed: false })),
    ...guessed.map((table) => ({ ...table, rows: table.rows.map(withoutPrint), isGuessed: true })),
  ]
  const pieces: Piece[] = [
    ...tables.map(({ top, bottom, rows, isGuessed }): PdfTable => {
      return { kind: 'table', top, bottom, isGuessed, rows: rows.map((row) => ({ ...row, page })) }
    }),
    ...withGaps(free),
  ]
  return pieces.toSorted((one, other) => one.top - other.top)
}

/** Where no cell is drawn, nobody knows how much room its lines had. */
function withoutPrint(row: EdgedRow): RuledRow {
  return { ...row, cells: row.cells.map((cell) => ({ ...cell, lines: [], room: 0 })) }
}

type Area = { top: number; bottom: number; left: number; right: number }

function holds({ top, bottom, left, right }: Area, x: number, y: number): boolean {
  return x > left - 3 && x < right && y > top && y < bottom + 3
}

/** A line stands apart where the space above it is larger than between lines that follow each other. */
function withGaps(lines: Line[]): PdfLine[] {
  const steps = lines.slice(1).map((line, index) => line.top - (lines[index]?.top ?? 0))
  const usual = steps.toSorted((one, other) => one - other)[Math.floor(steps.length / 3)] ?? 0
  const groups: Line[][] = []
  for (const [index, line] of lines.entries()) {
    const step = index === 0 ? Number.POSITIVE_INFINITY : (steps[index - 1] ?? 0)
    if (step > usual * 1.4 && step > line.size * 1.3) groups.push([line])
    else groups.at(-1)?.push(line)
  }
  return groups.flatMap((group, index) =>
    sidesInTurn(group).map((line, at): PdfLine => {
      return { kind: 'line', top: (group[0]?.top ?? 0) + at / 1000, line, isApart: at === 0 && index > 0 }
    }),
  )
}

function addLine(blocks: Block[], { line, isApart }: PdfLine, join: (text: string) => string): void {
  const last = blocks.at(-1)
  const [first, ...more] = sidesOf(line)
  if (first === undefined) return
  if (isApart) blocks.push(paragraph(''))
  if (!isApart && last?.kind === 'paragraph' && isBroken(last.text, first)) last.text = join(`${last.text}\n${first}`)
  else blocks.push(paragraph(first))
  blocks.push(...more.map(paragraph))
}

/** A number and its words, or words of an even margin, are one text; far apart they are two. */
function sidesOf({ parts, size }: Line): string[] {
  const sides: string[] = []
  for (const [at, part] of parts.entries()) {
    const gap = part.left - (parts[at - 1]?.right ?? part.left)
    const before = sides.pop()
    if (before === undefined) sides.push(part.text)
    else if (gap > size * 4) sides.push(before, part.text)
    else sides.push(`${before} ${part.text}`)
  }
  return sides
}

/** Parts of a table on pages that follow each other are one, where their outer edges agree and no text parts them. */
function wholeTables(pieces: Piece[], habit: PrintHabit): Piece[] {
  const whole: Piece[] = []
  for (const piece of pieces) {
    const last = whole.at(-1)
    if (piece.kind === 'table' && last?.kind === 'table' && goesOn(last, piece))
      last.rows = withOverleaf(last.rows, piece.rows, habit)
    else whole.push(piece)
  }
  return whole
}

function goesOn(table: PdfTable, next: PdfTable): boolean {
  const before = table.rows.at(-1)
  const after = next.rows[0]
  if (!before || !after || after.page !== before.page + 1 || table.isGuessed !== next.isGuessed) return false
  const isNear = (one = 0, other = 0) => Math.abs(one - other) < 200
  // Where no line is drawn, the right edge is only where the longest text of a page happened to end.
  return isNear(before.edges[0], after.edges[0]) && (table.isGuessed || isNear(before.edges.at(-1), after.edges.at(-1)))
}

function rowsOf({ rows }: PdfTable, join: (text: string) => string) {
  return rowsByEdges(rows).map((row, index) => ({
    ...row,
    page: rows[index]?.page ?? null,
    cells: row.cells.map((cell) => ({ ...cell, text: ownHyphens(join(cell.text)) })),
  }))
}

function paragraph(text: string): Paragraph {
  return { kind: 'paragraph', text }
}
