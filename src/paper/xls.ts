import { type CellObject, read, type WorkSheet } from '@e965/xlsx'
import { openCompoundFile } from './compound-file.ts'
import { limits } from './limits.ts'
import { displayedNumber } from './number-format.ts'
import type { Paper } from './paper.ts'
import { PaperRefused } from './refusals.ts'
import type { Sheet } from './sheet.ts'
import { blocksOfSheets } from './sheet-blocks.ts'

/** Reads the sheets of an old workbook (.xls) with the texts that their cells show. */
export function readXls(bytes: Uint8Array): Paper {
  const book = opened(bytes)
  const dates = book.Workbook?.WBProps?.date1904 ? '1904' : '1900'
  const isVisible = (_: string, at: number) => (book.Workbook?.Sheets?.[at]?.Hidden ?? 0) === 0
  const visible = book.SheetNames.filter(isVisible)
  const names = visible.length > 0 ? visible : book.SheetNames
  const sheets = names.flatMap((name) => sheetFrom(name, book.Sheets[name], dates))
  return { blocks: blocksOfSheets(isBefore97(bytes) ? sheets.map(inRussian) : sheets) }
}

/** Until Excel 97 the stream had another name, and texts were in the encoding of the computer. */
function isBefore97(bytes: Uint8Array): boolean {
  const file = openCompoundFile(bytes)
  return !file.has('Workbook') && file.has('Book')
}

/** The library takes every byte of such a text for a letter of western Europe. */
function inRussian(sheet: Sheet): Sheet {
  const read = (text: string) =>
    /[\u0100-\uffff]/.test(text) ? text : new TextDecoder('windows-1251').decode(Buffer.from(text, 'latin1'))
  return {
    ...sheet,
    name: read(sheet.name),
    cells: sheet.cells.map((cell) => ({ ...cell, text: read(cell.text) })),
  }
}

/** The library throws errors of its own where a file is broken. */
function opened(bytes: Uint8Array) {
  try {
    return read(bytes, {
      type: 'array',
      cellFormula: false,
      cellHTML: false,
      cellText: false,
      cellNF: true,
      sheetRows: limits.rows + 1,
    })
  } catch (error) {
    if (error instanceof RangeError) throw new PaperRefused('overgrown', { cause: error })
    const isLocked = error instanceof Error && /password|encrypt/i.test(error.message)
    throw new PaperRefused(isLocked ? 'encrypted' : 'damaged', { cause: error })
  }
}

function sheetFrom(name: string, sheet: WorkSheet | undefined, dates: '1900' | '1904'): Sheet[] {
  if (!sheet) return []
  const cells = Object.entries(sheet).flatMap(([reference, cell]: [string, CellObject]) => {
    const [, letters, digits] = /^([A-Z]{1,3})(\d{1,7})$/.exec(reference) ?? []
    if (letters === undefined || digits === undefined) return []
    return { row: Number(digits) - 1, column: columnOf(letters), text: shownText(cell, dates) }
  })
  const merges = (sheet['!merges'] ?? []).map(({ s, e }) => ({ top: s.r, left: s.c, bottom: e.r, right: e.c }))
  return [{ name, cells, merges }]
}

function columnOf(letters: string): number {
  let column = 0
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64
  return column - 1
}

function shownText({ t, v, z }: CellObject, dates: '1900' | '1904'): string {
  if (t === 's') return String(v ?? '')
  if (t === 'b') return v === true ? 'ИСТИНА' : 'ЛОЖЬ'
  if (t !== 'n' || typeof v !== 'number') return ''
  return displayedNumber(v, typeof z === 'string' ? russianFormat(z) : 'General', dates)
}

/** The library names the short date as an American office shows it. */
function russianFormat(format: string): string {
  return format === 'm/d/yy' || format === 'm/d/yyyy' ? 'dd.mm.yyyy' : format
}
