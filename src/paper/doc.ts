import { type DocFile, openDocFile } from './doc-file.ts'
import { readDocLists } from './doc-lists.ts'
import { numberOf, paragraphStretches, runStretches, type Stretch } from './doc-properties.ts'
import { rowFrom } from './doc-table.ts'
import { visibleText } from './doc-text.ts'
import { type EdgedCell, type EdgedRow, rowsByEdges } from './edge-grid.ts'
import { limits } from './limits.ts'
import { countNumbers, type Numbering } from './numbering.ts'
import type { Block, Paper, Table } from './paper.ts'
import { PaperRefused } from './refusals.ts'
import { numberTables, placeTable } from './table-frame.ts'

/** Reads the text that a printed .doc would show: tracked changes accepted, automatic numbers written out. */
export function readDoc(bytes: Uint8Array): Paper {
  try {
    return readOpened(openDocFile(bytes))
  } catch (error) {
    // Every place in this format is a number in the file; one that points outside of it is damage.
    if (error instanceof RangeError) throw new PaperRefused('damaged', { cause: error })
    throw error
  }
}

type OpenTable = { rows: EdgedRow[]; cells: EdgedCell[]; cell: EdgedCell }
type Page = {
  blocks: Block[]
  inner: Table[]
  tables: OpenTable[]
  numbering: Numbering
  carried: string
  cells: number
}

function readOpened(file: DocFile): Paper {
  const page: Page = {
    blocks: [],
    inner: [],
    tables: [],
    numbering: countNumbers(readDocLists(file)),
    carried: '',
    cells: 0,
  }
  const paragraphs = paragraphStretches(file)
  const runs = runStretches(file)
  const text = visibleText(file, runs)
  for (let from = 0; from < file.text.length; ) {
    const end = endOfParagraph(file.text, from)
    const stretch = paragraphs.at(file.placeOf(end))
    const isEndDeleted = numberOf(runs.at(file.placeOf(end))?.properties ?? [], 0x0800) === 1
    addParagraph(page, { text: text(from, end), mark: file.text[end] ?? '\r', stretch, isEndDeleted })
    from = end + 1
  }
  while (page.tables.length > 0) closeTable(page)
  return { blocks: numberTables(page.blocks) }
}

function endOfParagraph(text: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    const sign = text[at]
    if (sign === '\r' || sign === '\x07' || sign === '\f') return at
  }
  return text.length
}

type ReadParagraph = { text: string; mark: string; stretch: Stretch | null; isEndDeleted: boolean }

function addParagraph(page: Page, { text, mark, stretch, isEndDeleted }: ReadParagraph): void {
  const properties = stretch?.properties ?? []
  const isInTable = numberOf(properties, 0x2416) === 1
  const depth = isInTable ? Math.min(numberOf(properties, 0x6649) ?? 1, 20) : 0
  while (page.tables.length > depth) closeTable(page)
  while (page.tables.length < depth) page.tables.push({ rows: [], cells: [], cell: newCell() })
  const table = page.tables.at(-1)
  const endsRow = depth > 1 ? numberOf(properties, 0x244c) === 1 : numberOf(properties, 0x2417) === 1
  if (table && endsRow) {
    closeRow(page, table, stretch)
    return
  }
  const isCellEnd = depth > 1 ? numberOf(properties, 0x244b) === 1 : mark === '\x07'
  if (isEndDeleted && !isCellEnd) {
    page.carried += text
    return
  }
  const { words, isNumbered } = numbered(page, `${page.carried}${text}`, { stretch, isInTable })
  page.carried = ''
  if (!table) {
    page.blocks.push({ kind: 'paragraph', text: words.trim() })
    return
  }
  if (isNumbered && table.cell.paragraphs.length === 0) table.cell.isAutoNumbered = true
  table.cell.paragraphs.push(words)
  if (!isCellEnd) return
  table.cells.push(table.cell)
  table.cell = newCell()
}

type NumberPlace = { stretch: Stretch | null; isInTable: boolean }

function numbered(
  page: Page,
  text: string,
  { stretch, isInTable }: NumberPlace,
): { words: string; isNumbered: boolean } {
  if (!stretch || (!isInTable && text.trim() === '')) return { words: text, isNumbered: false }
  const numId = numberOf(stretch.properties, 0x460b)
  const number = page.numbering.next({
    style: String(stretch.style),
    numId: numId === null ? null : String(numId),
    level: numberOf(stretch.properties, 0x260a),
  })
  return { words: number === '' ? text : `${number} ${text}`, isNumbered: number !== '' }
}

function newCell(): EdgedCell {
  return { paragraphs: [], isAutoNumbered: false }
}

function closeRow(page: Page, table: OpenTable, stretch: Stretch | null): void {
  page.cells += table.cells.length
  if (page.cells > limits.cells || table.rows.length > limits.rows) throw new PaperRefused('overgrown')
  if (table.cells.length > 0) table.rows.push(rowFrom(table.cells, stretch?.properties ?? []))
  table.cells = []
  table.cell = newCell()
}

function closeTable(page: Page): void {
  const closed = page.tables.pop()
  if (!closed || closed.rows.length === 0) return
  placeTable(page, { rows: rowsByEdges(closed.rows), hasBorders: true, outer: page.tables.at(-1)?.cell ?? null })
}
