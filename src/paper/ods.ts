import { limits } from './limits.ts'
import { openDocumentContent, signOf, unseenElements } from './open-document.ts'
import type { Paper } from './paper.ts'
import { PaperRefused } from './refusals.ts'
import type { Sheet } from './sheet.ts'
import { blocksOfSheets } from './sheet-blocks.ts'
import { walkXml } from './xml.ts'

/** Reads the sheets of an .ods with the texts that their cells show; hidden sheets only where no other has any. */
export function readOds(bytes: Uint8Array): Paper {
  const sheets = sheetsIn(openDocumentContent(bytes).content)
  const visible = sheets.filter(({ isHidden }) => !isHidden)
  return { blocks: blocksOfSheets(visible.length > 0 ? visible : sheets) }
}

type OdsSheet = Sheet & { isHidden: boolean }
type OpenRow = { row: number; repeat: number; column: number }
type OpenCell = { repeat: number; colSpan: number; rowSpan: number; paragraphs: string[]; value: string }
type Workbook = { sheets: OdsSheet[]; hiddenStyles: Set<string>; row: OpenRow; cell: OpenCell | null; depth: number }

function sheetsIn(content: Uint8Array): OdsSheet[] {
  const book: Workbook = { sheets: [], hiddenStyles: new Set(), row: noRow(0), cell: null, depth: 0 }
  let unseen = 0
  let style = ''
  walkXml(content, {
    open(name, attributes) {
      if (unseen > 0 || unseenElements.has(name)) {
        unseen += 1
        return
      }
      if (name === 'style:style') style = attributes['style:name'] ?? ''
      if (attributes['table:display'] === 'false') book.hiddenStyles.add(style)
      open(book, name, attributes)
    },
    close(name) {
      if (unseen > 0) unseen -= 1
      else close(book, name)
    },
    text(text, path) {
      if (unseen > 0 || !book.cell || !path.includes('text:p')) return
      addText(book.cell, text.replace(/[\t\r\n ]+/g, ' '))
    },
  })
  return book.sheets
}

function open(book: Workbook, name: string, attributes: Record<string, string>): void {
  if (name === 'table:table') {
    book.depth += 1
    if (book.depth > 1) return
    const isHidden = book.hiddenStyles.has(attributes['table:style-name'] ?? '')
    book.sheets.push({ name: attributes['table:name'] ?? '', cells: [], merges: [], isHidden })
    book.row = noRow(0)
  }
  if (book.depth !== 1) return
  if (name === 'table:table-row') book.row = { ...noRow(book.row.row), repeat: count(attributes, 'rows-repeated') }
  if (name === 'table:table-cell' || name === 'table:covered-table-cell') book.cell = cellFrom(attributes)
  if (name === 'text:p') book.cell?.paragraphs.push('')
  if (book.cell) addText(book.cell, signOf(name, attributes))
}

function close(book: Workbook, name: string): void {
  if (name === 'table:table') book.depth -= 1
  if (book.depth !== 1) return
  if (name === 'table:table-cell') closeCell(book, book.cell)
  if (name === 'table:covered-table-cell') book.row.column += book.cell?.repeat ?? 1
  if (name === 'table:table-cell' || name === 'table:covered-table-cell') book.cell = null
  if (name === 'table:table-row') closeRow(book)
}

function noRow(row: number): OpenRow {
  return { row, repeat: 1, column: 0 }
}

function cellFrom(attributes: Record<string, string>): OpenCell {
  return {
    repeat: count(attributes, 'columns-repeated'),
    colSpan: count(attributes, 'columns-spanned'),
    rowSpan: count(attributes, 'rows-spanned'),
    paragraphs: [],
    value: attributes['office:string-value'] ?? attributes['office:value'] ?? attributes['office:date-value'] ?? '',
  }
}

function addText(cell: OpenCell, text: string): void {
  if (cell.paragraphs.length > 0) cell.paragraphs.push(`${cell.paragraphs.pop() ?? ''}${text}`)
}

/** A cell that is repeated stands in each of its places; an empty one, however often, costs nothing. */
function closeCell({ sheets, row }: Workbook, cell: OpenCell | null): void {
  const sheet = sheets.at(-1)
  if (!sheet || !cell) return
  const { row: top, column: left } = row
  const text = cell.paragraphs.length > 0 ? cell.paragraphs.join('\n') : cell.value
  row.column += cell.repeat
  if (text.trim() === '') return
  if (cell.repeat * row.repeat + sheet.cells.length > limits.cells) throw new PaperRefused('overgrown')
  for (let down = 0; down < row.repeat; down++)
    for (let right = 0; right < cell.repeat; right++) sheet.cells.push({ row: top + down, column: left + right, text })
  if (cell.colSpan > 1 || cell.rowSpan > 1)
    sheet.merges.push({ top, left, bottom: top + cell.rowSpan - 1, right: left + cell.colSpan - 1 })
}

function closeRow(book: Workbook): void {
  book.row = noRow(book.row.row + book.row.repeat)
}

function count(attributes: Record<string, string>, name: string): number {
  const number = Number.parseInt(attributes[`table:number-${name}`] ?? '1', 10)
  return Number.isFinite(number) ? Math.max(number, 1) : 1
}
