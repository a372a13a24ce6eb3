import { limits } from './limits.ts'
import type { OdtLists } from './odt-lists.ts'
import { signOf, unseenElements } from './open-document.ts'
import type { Block, Paper, Table } from './paper.ts'
import { PaperRefused } from './refusals.ts'
import { numberTables, placeTable } from './table-frame.ts'
import { gridOf, type LooseRow } from './table-grid.ts'
import { walkXml } from './xml.ts'

type OpenParagraph = { text: string; isAutoNumbered: boolean }
type OpenCell = { paragraphs: string[]; colSpan: number; rowSpan: number; isAutoNumbered: boolean }
/** `tall` holds by column what a cell above still covers. */
type OpenTable = {
  rows: LooseRow[]
  row: LooseRow | null
  cell: OpenCell | null
  column: number /** Places of the row that were named so far, covered ones included. */
  at: number
  tall: Map<number, Tall>
  heads: number
  hasBorders: boolean
  repeat: number
}
type Tall = { left: number; colSpan: number }

type Page = {
  blocks: Block[]
  tables: OpenTable[]
  inner: Table[]
  paragraphs: OpenParagraph[]
  lists: OdtLists
  bordered: Set<string>
  cells: number
}

export function readOdtBody(content: Uint8Array, lists: OdtLists): Paper {
  const page: Page = { blocks: [], tables: [], inner: [], paragraphs: [], lists, bordered: new Set(), cells: 0 }
  let unseen = 0
  let style = ''
  walkXml(content, {
    open(name, attributes, path) {
      if (unseen > 0 || unseenElements.has(name)) {
        unseen += 1
        return
      }
      if (name === 'style:style') style = attributes['style:name'] ?? ''
      if (name === 'style:table-cell-properties' && hasLine(attributes)) page.bordered.add(style)
      if (path.includes('office:body')) open(page, name, attributes)
    },
    close(name, path) {
      if (unseen > 0) {
        unseen -= 1
        return
      }
      if (path.includes('office:body')) close(page, name)
    },
    text(text) {
      const paragraph = page.paragraphs.at(-1)
      // White space is kept in elements of its own; what the file has is only its layout.
      if (unseen === 0 && paragraph) paragraph.text += text.replace(/[\t\r\n ]+/g, ' ')
    },
  })
  return { blocks: numberTables(page.blocks) }
}

function hasLine(attributes: Record<string, string>): boolean {
  return Object.entries(attributes).some(([name, value]) => /^fo:border/.test(name) && value !== 'none')
}

function open(page: Page, name: string, attributes: Record<string, string>): void {
  if (name === 'text:list') page.lists.open(attributes)
  if (name === 'text:list-item') page.lists.openItem(attributes)
  if (name === 'text:p' || name === 'text:h') openParagraph(page)
  const paragraph = page.paragraphs.at(-1)
  if (paragraph) paragraph.text += signOf(name, attributes)
  if (name === 'table:table')
    page.tables.push({
      rows: [],
      row: null,
      cell: null,
      column: 0,
      at: 0,
      tall: new Map(),
      heads: 0,
      hasBorders: false,
      repeat: 1,
    })
  const table = page.tables.at(-1)
  if (table) openInTable(page, table, { name, attributes })
}

function openParagraph(page: Page): void {
  const number = page.lists.next()
  page.paragraphs.push({ text: number === '' ? '' : `${number} `, isAutoNumbered: number !== '' })
}

type Element = { name: string; attributes: Record<string, string> }

function openInTable(page: Page, table: OpenTable, { name, attributes }: Element): void {
  if (name === 'table:table-header-rows') table.heads += 1
  if (name === 'table:table-row') {
    table.row = { isHeader: table.heads > 0, skippedColumns: 0, cells: [] }
    table.column = 0
    table.at = 0
    table.repeat = count(attributes['table:number-rows-repeated'])
  }
  const repeat = count(attributes['table:number-columns-repeated'])
  if (name === 'table:table-cell') {
    table.hasBorders ||= page.bordered.has(attributes['table:style-name'] ?? '')
    table.cell = {
      paragraphs: [],
      colSpan: count(attributes['table:number-columns-spanned']),
      rowSpan: count(attributes['table:number-rows-spanned']),
      isAutoNumbered: false,
    }
    table.at += repeat
    if (repeat > 1) addEmpty(table, repeat - 1)
  }
  if (name === 'table:covered-table-cell') for (let index = 0; index < repeat; index++) addCovered(table)
  page.cells += repeat
  if (page.cells > limits.cells) throw new PaperRefused('overgrown')
}

function close(page: Page, name: string): void {
  const table = page.tables.at(-1)
  if (name === 'text:list') page.lists.close()
  if (name === 'text:p' || name === 'text:h') closeParagraph(page)
  if (!table) return
  if (name === 'table:table-header-rows') table.heads -= 1
  if (name === 'table:table-cell') closeCell(table)
  if (name === 'table:table-row') closeRow(page, table)
  if (name === 'table:table') closeTable(page)
}

function closeParagraph(page: Page): void {
  const paragraph = page.paragraphs.pop()
  if (!paragraph) return
  const cell = page.tables.at(-1)?.cell
  if (!cell) {
    page.blocks.push({ kind: 'paragraph', text: paragraph.text.trim() })
    return
  }
  if (paragraph.isAutoNumbered && cell.paragraphs.length === 0) cell.isAutoNumbered = true
  cell.paragraphs.push(paragraph.text.trim())
}

function closeCell(table: OpenTable): void {
  const { cell } = table
  if (!cell || !table.row) return
  const { paragraphs, colSpan, rowSpan, isAutoNumbered } = cell
  if (table.column + colSpan > limits.columns) throw new PaperRefused('overgrown')
  const merge = rowSpan > 1 ? 'begins' : 'none'
  table.row.cells.push({ text: paragraphs.join('\n').trim(), colSpan, merge, isAutoNumbered })
  if (rowSpan > 1) table.tall.set(table.column, { left: rowSpan, colSpan })
  table.column += colSpan
  table.cell = null
}

/** A covered place belongs to the cell on its left, which stands already, or to one above. */
function addCovered(table: OpenTable): void {
  table.at += 1
  if (table.at <= table.column || !table.row) return
  const tall = table.tall.get(table.column)
  if (!tall) {
    addEmpty(table, 1)
    return
  }
  table.row.cells.push({ text: '', colSpan: tall.colSpan, merge: 'continues', isAutoNumbered: false })
  table.column += tall.colSpan
}

function addEmpty(table: OpenTable, times: number): void {
  if (table.column + times > limits.columns) throw new PaperRefused('overgrown')
  for (let index = 0; index < times; index++)
    table.row?.cells.push({ text: '', colSpan: 1, merge: 'none', isAutoNumbered: false })
  table.column += times
}

function closeRow(page: Page, table: OpenTable): void {
  const { row, repeat } = table
  table.row = null
  if (!row || row.cells.length === 0) return
  for (const [column, tall] of table.tall) {
    tall.left -= 1
    if (tall.left <= 0) table.tall.delete(column)
  }
  page.cells += row.cells.length * (repeat - 1)
  if (repeat > limits.rows || page.cells > limits.cells) throw new PaperRefused('overgrown')
  for (let index = 0; index < repeat; index++) table.rows.push(row)
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

function count(value: string | undefined): number {
  const number = Number.parseInt(value ?? '1', 10)
  return Number.isFinite(number) ? Math.max(number, 1) : 1
}
