import { openShownText, type ShownText } from './docx-shown.ts'
import { limits } from './limits.ts'
import type { Numbering } from './numbering.ts'
import type { Block, Paper, Table } from './paper.ts'
import { PaperRefused } from './refusals.ts'
import { numberTables, placeTable } from './table-frame.ts'
import { gridOf, type LooseCell, type LooseRow } from './table-grid.ts'
import { walkXml } from './xml.ts'

/** What stands in these is not on the page: deleted text and former properties. */
const unseen = new Set([
  'w:del',
  'w:moveFrom',
  'w:pPrChange',
  'w:rPrChange',
  'w:tcPrChange',
  'w:trPrChange',
  'w:tblPrChange',
  'w:tblPrExChange',
  'w:sectPrChange',
  'w:numberingChange',
])

const signs: Record<string, string> = {
  'w:tab': '\t',
  'w:ptab': '\t',
  'w:br': '\n',
  'w:cr': '\n',
  'w:noBreakHyphen': '-',
}

type OpenParagraph = { text: string; style: string | null; numId: string | null; level: number | null; runsOn: boolean }
type OpenCell = {
  paragraphs: string[]
  colSpan: number
  merge: LooseCell['merge']
  isAutoNumbered: boolean
  /** An old way to merge: the cell belongs to the one on its left. */
  isMergedLeft: boolean
}
type OpenRow = LooseRow & { isDeleted: boolean }
type OpenTable = { rows: LooseRow[]; row: OpenRow | null; cell: OpenCell | null; hasBorders: boolean }

export function readBody(bytes: Uint8Array, numbering: Numbering): Paper {
  const page: Page = {
    blocks: [],
    tables: [],
    inner: [],
    paragraphs: [],
    carried: '',
    unseenDepth: 0,
    shown: openShownText(),
    cells: 0,
    rows: 0,
  }
  walkXml(bytes, {
    open(name, attributes, path) {
      if (page.unseenDepth > 0) {
        page.unseenDepth += 1
        return
      }
      if (isUnseen(name, path) || page.shown.isLeftOut(name)) {
        page.unseenDepth = 1
        return
      }
      page.shown.open(name, attributes, path)
      open(page, name, attributes, path)
    },
    close(name) {
      if (page.unseenDepth > 0) {
        page.unseenDepth -= 1
        return
      }
      page.shown.close(name)
      close(page, name, numbering)
    },
    text(text) {
      if (page.unseenDepth > 0 || !page.isText || page.shown.isHidden()) return
      const paragraph = page.paragraphs.at(-1)
      if (paragraph) paragraph.text += text
    },
  })
  flush(page)
  return { blocks: numberTables(page.blocks) }
}

type Page = {
  blocks: Block[]
  tables: OpenTable[]
  /** Tables inside cells of the table that is open; they follow it. */
  inner: Table[]
  paragraphs: OpenParagraph[]
  /** Text of a paragraph whose end was deleted: it runs on into the next one. */
  carried: string
  unseenDepth: number
  shown: ShownText
  isText?: boolean
  cells: number
  rows: number
}

/** Deleting and moving also mark a row or the end of a paragraph; there they are properties, not wrappings. */
function isUnseen(name: string, path: readonly string[]): boolean {
  const parent = path.at(-2)
  if ((name === 'w:del' || name === 'w:moveFrom') && (parent === 'w:trPr' || parent === 'w:rPr')) return false
  return unseen.has(name)
}

function open(page: Page, name: string, attributes: Record<string, string>, path: readonly string[]): void {
  const parent = path.at(-2)
  const value = attributes['w:val'] ?? null
  const paragraph = page.paragraphs.at(-1)
  const table = page.tables.at(-1)
  if (name === 'w:t' || name === 'm:t') page.isText = true
  if (name === 'w:altChunk') throw new PaperRefused('chunk')
  if (name === 'w:p') page.paragraphs.push({ text: page.carried, style: null, numId: null, level: null, runsOn: false })
  if (name === 'w:p') page.carried = ''
  const sign = signs[name] ?? page.shown.sign(name, attributes)
  if (paragraph && parent === 'w:r' && !page.shown.isHidden()) paragraph.text += sign
  if (paragraph && parent === 'w:pPr' && name === 'w:pStyle') paragraph.style = value
  if (paragraph && parent === 'w:numPr' && name === 'w:numId') paragraph.numId = value
  if (paragraph && parent === 'w:numPr' && name === 'w:ilvl') paragraph.level = whole(value)
  const isGone = name === 'w:del' || name === 'w:moveFrom'
  if (paragraph && isGone && parent === 'w:rPr' && path.at(-3) === 'w:pPr') paragraph.runsOn = true
  if (name === 'w:tbl') flush(page)
  if (name === 'w:tbl') page.tables.push({ rows: [], row: null, cell: null, hasBorders: false })
  if (table) openInTable(page, table, { name, parent, value })
}

type Element = { name: string; parent: string | undefined; value: string | null }

function openInTable(page: Page, table: OpenTable, { name, parent, value }: Element): void {
  const { row, cell } = table
  if (name === 'w:tr') table.row = { isHeader: false, skippedColumns: 0, cells: [], isDeleted: false }
  if (name === 'w:tc') table.cell = newCell()
  if (parent === 'w:tblBorders' || parent === 'w:tcBorders') table.hasBorders ||= value !== 'nil' && value !== 'none'
  if (name === 'w:tblStyle' && value !== 'TableNormal') table.hasBorders = true
  if (row && parent === 'w:trPr') {
    if (name === 'w:tblHeader') row.isHeader = value !== '0' && value !== 'false'
    if (name === 'w:gridBefore') row.skippedColumns = span(value)
    if (name === 'w:del') row.isDeleted = true
  }
  if (cell && parent === 'w:tcPr') {
    if (name === 'w:gridSpan') cell.colSpan = Math.max(span(value), 1)
    if (name === 'w:vMerge') cell.merge = value === 'restart' ? 'begins' : 'continues'
    if (name === 'w:hMerge') cell.isMergedLeft = value !== 'restart'
  }
  if (name === 'w:tc') page.cells += 1
  if (name === 'w:tr') page.rows += 1
  if (page.cells > limits.cells || page.rows > limits.rows) throw new PaperRefused('overgrown')
}

function newCell(): OpenCell {
  return { paragraphs: [], colSpan: 1, merge: 'none', isAutoNumbered: false, isMergedLeft: false }
}

function close(page: Page, name: string, numbering: Numbering): void {
  if (name === 'w:t' || name === 'm:t') page.isText = false
  if (name === 'w:p') closeParagraph(page, numbering)
  if (name === 'w:tc') flush(page)
  if (name === 'w:tc') closeCell(page.tables.at(-1))
  if (name === 'w:tr') closeRow(page.tables.at(-1))
  if (name === 'w:tbl') closeTable(page)
}

function closeParagraph(page: Page, numbering: Numbering): void {
  const paragraph = page.paragraphs.pop()
  if (!paragraph) return
  if (paragraph.runsOn) {
    page.carried = paragraph.text
    return
  }
  const cell = page.tables.at(-1)?.cell
  const isCounted = cell !== undefined || paragraph.text.trim() !== ''
  const number = isCounted ? numbering.next(paragraph) : ''
  const text = number === '' ? paragraph.text : `${number} ${paragraph.text}`
  if (!cell) {
    page.blocks.push({ kind: 'paragraph', text: text.trim() })
    return
  }
  if (number !== '' && cell.paragraphs.length === 0) cell.isAutoNumbered = true
  cell.paragraphs.push(text)
}

/** A paragraph whose end was deleted ends all the same where its cell does, or before a table. */
function flush(page: Page): void {
  const text = page.carried.trim()
  page.carried = ''
  if (text === '') return
  const cell = page.tables.at(-1)?.cell
  if (cell) cell.paragraphs.push(text)
  else page.blocks.push({ kind: 'paragraph', text })
}

function closeCell(table: OpenTable | undefined): void {
  if (!table?.cell || !table.row) return
  const { paragraphs, colSpan, merge, isAutoNumbered, isMergedLeft } = table.cell
  const before = table.row.cells.at(-1)
  if (isMergedLeft && before) {
    before.colSpan += colSpan
    table.cell = null
    return
  }
  table.row.cells.push({ text: paragraphs.join('\n').trim(), colSpan, merge, isAutoNumbered })
  table.cell = null
}

function closeRow(table: OpenTable | undefined): void {
  if (!table?.row) return
  if (!table.row.isDeleted && table.row.cells.length > 0) table.rows.push(table.row)
  table.row = null
}

function closeTable(page: Page): void {
  const closed = page.tables.pop()
  if (!closed) return
  placeTable(page, {
    rows: gridOf(closed.rows),
    hasBorders: closed.hasBorders,
    outer: page.tables.at(-1)?.cell ?? null,
  })
}

function span(value: string | null): number {
  const columns = whole(value)
  if (columns > limits.columns) throw new PaperRefused('overgrown')
  return columns
}

function whole(value: string | null): number {
  const number = Number.parseInt(value ?? '', 10)
  return Number.isFinite(number) ? Math.max(number, 0) : 0
}
