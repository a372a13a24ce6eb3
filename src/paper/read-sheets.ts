import { recordsOf } from './delimited.ts'
import { PaperRefused } from './refusals.ts'
import type { Sheet } from './sheet.ts'
import { kindOf } from './sniff.ts'
import { decoded } from './text.ts'
import { readWorkbookSheets } from './xlsx.ts'

/** A sheet as rows of texts by their columns, nothing of it guessed; `row` counts from 1 as in the file. */
export type SheetOfRows = { name: string; rows: { row: number; cells: string[] }[] }

/** What a register may hold, where a paper may not: tens of thousands of rows. */
const room = { inflatedBytes: 64 * 1024 * 1024, cells: 600_000, columns: 200, rows: 60_000 }

/** Reads a workbook or a table saved as text (.csv) row by row: for registers, which have a head and no pages. */
export function readSheets(bytes: Uint8Array): SheetOfRows[] {
  const kind = kindOf(bytes)
  if (kind === 'xlsx') return readWorkbookSheets(bytes, room).map(rowsOf)
  if (kind !== 'text') throw new PaperRefused('unknown')
  const text = decoded(bytes)
  const [head = ''] = text.split('\n', 1)
  const delimiter =
    [';', '\t', ','].toSorted((one, other) => head.split(other).length - head.split(one).length)[0] ?? ';'
  const records = recordsOf(text.replace(/^\uFEFF/, ''), delimiter, room)
  return [{ name: '', rows: records.map((cells, index) => ({ row: index + 1, cells })) }]
}

function rowsOf({ name, cells }: Pick<Sheet, 'name' | 'cells'>): SheetOfRows {
  const rows = new Map<number, string[]>()
  for (const { row, column, text } of cells) {
    if (column >= room.columns || row >= room.rows) throw new PaperRefused('overgrown')
    const known = rows.get(row) ?? []
    while (known.length < column) known.push('')
    known[column] = text
    rows.set(row, known)
  }
  const numbers = [...rows.keys()].toSorted((one, other) => one - other)
  return { name, rows: numbers.map((row) => ({ row: row + 1, cells: rows.get(row) ?? [] })) }
}
