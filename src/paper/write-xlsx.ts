import { writeXlsx as writeWorkbook } from 'hucre/xlsx'
import { sheetPage } from './sheet-page.ts'
import { goesOnBelow, type WrittenBlock, type WrittenCell } from './written.ts'

/** One sheet of text cells: paragraphs over the width of the table, the table, an empty row between two tables. */
export function writeXlsx(name: string, blocks: readonly WrittenBlock[]): Promise<Uint8Array> {
  const width = Math.max(1, ...blocks.map((block) => ('headRows' in block ? block.widths.length : 1)))
  const widest = blocks.flatMap((block) => ('headRows' in block ? [lettersOf(block.widths)] : []))[0] ?? [60]
  const rows = blocks.flatMap((block, index) => rowsOf(block, width, blocks[index - 1]))
  const cells = new Map(
    rows.flatMap((row, at) => placed(row).map(({ cell, column }) => [`${at},${column}`, textCell(cell, row)] as const)),
  )
  return writeWorkbook({
    sheets: [
      {
        name,
        columns: widest.map((letters) => ({ width: letters })),
        rows: rows.map((row) => row.cells.map(({ text }) => text)),
        cells,
        merges: mergesOf(rows),
        rowDefs: new Map(rows.map((row, at) => [at, { height: POINTS_IN_LINE * linesOf(row, widest) }])),
        pageSetup: sheetPage(headOf(rows)),
      },
    ],
  })
}

const LETTERS_ON_PAGE = 130
const POINTS_IN_LINE = 15.5

type SheetRow = { cells: WrittenCell[]; isBordered: boolean; isHead: boolean }

function rowsOf(block: WrittenBlock, width: number, above: WrittenBlock | undefined): SheetRow[] {
  if ('headRows' in block) {
    const head = block.headRows.map((cells) => ({ cells, isBordered: true, isHead: true }))
    return [...head, ...block.rows.map((cells) => ({ cells, isBordered: true, isHead: false }))]
  }
  const line = { cells: [{ ...block, span: width }], isBordered: false, isHead: false }
  return above && 'headRows' in above ? [{ ...line, cells: [] }, line] : [line]
}

/** The head that every printed page repeats: that of the first table. */
function headOf(rows: readonly SheetRow[]) {
  const from = rows.findIndex((row) => row.isHead)
  if (from < 0) return null
  const after = rows.findIndex((row, at) => at > from && !row.isHead)
  return { from: from + 1, to: after < 0 ? rows.length : after }
}

function lettersOf(widths: readonly number[]): number[] {
  const sum = widths.reduce((total, width) => total + width, 0)
  return widths.map((width) => Math.max(5, Math.round((LETTERS_ON_PAGE * width) / Math.max(sum, 1))))
}

function placed({ cells }: SheetRow): { cell: WrittenCell; column: number }[] {
  let at = 0
  return cells.map((cell) => {
    const column = at
    at += cell.span ?? 1
    return { cell, column }
  })
}

const thin = { style: 'thin' as const }
const lines = { top: thin, left: thin, bottom: thin, right: thin }

function textCell({ text, isCovered = false, isBold = false, align = 'left' }: WrittenCell, { isBordered }: SheetRow) {
  const horizontal = align === 'both' ? 'left' : align
  return {
    value: isCovered ? '' : text,
    type: 'string' as const,
    style: {
      font: { name: 'Times New Roman', size: 12, bold: isBold },
      alignment: { wrapText: true, vertical: 'top' as const, horizontal },
      ...(isBordered && { border: lines }),
    },
  }
}

function mergesOf(rows: SheetRow[]) {
  return rows.flatMap((row, startRow) =>
    placed(row).flatMap(({ cell, column: startCol }) => {
      if (cell.isCovered) return []
      let endRow = startRow
      while (goesOnBelow(rows[endRow + 1]?.cells, startCol)) endRow += 1
      const endCol = startCol + (cell.span ?? 1) - 1
      return endRow > startRow || endCol > startCol ? [{ startRow, startCol, endRow, endCol }] : []
    }),
  )
}

/** No writer measures wrapped text: without a height of its own a long cell would lie over its neighbour. */
function linesOf(row: SheetRow, letters: readonly number[]): number {
  const counts = placed(row).map(({ cell, column }) => {
    const room = letters.slice(column, column + (cell.span ?? 1)).reduce((sum, one) => sum + one, 0)
    return cell.text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / Math.max(room, 1))), 0)
  })
  return Math.min(25, Math.max(1, ...counts))
}
