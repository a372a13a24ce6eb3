import { limits } from './limits.ts'
import type { Block } from './paper.ts'
import { PaperRefused } from './refusals.ts'
import { blocksOfSheets } from './sheet-blocks.ts'

const delimiters = [';', '\t', ','] as const

/** Reads a table saved as text (.csv, .tsv); null where the text is no such table. */
export function readDelimited(text: string): Block[] | null {
  const own = /^sep=(.)\r?\n/.exec(text)
  const body = own ? text.slice(own[0].length) : text
  const found = delimiters
    .filter((delimiter) => own === null || own[1] === delimiter)
    .map((delimiter) => ({ delimiter, records: recordsOf(body, delimiter) }))
    .find(({ delimiter, records }) => isTable(records, delimiter, body))
  if (!found) return null
  const cells = found.records.flatMap((record, row) => record.map((cell, column) => ({ row, column, text: cell })))
  return blocksOfSheets([{ name: '', cells: cells.filter((cell) => cell.text.trim() !== ''), merges: [] }])
}

/** Most records have the same number of cells. Tabs are left to the reader of copied text, which mends broken rows, unless all is whole. */
function isTable(records: string[][], delimiter: string, text: string): boolean {
  const isExported = records.every((record, at) => record.length === records[0]?.length || at === records.length - 1)
  if (delimiter === '\t' && !isExported && !/(^|\t)"[^"\t]*\n/m.test(text)) return false
  const filled = records.filter((record) => record.some((cell) => cell.trim() !== ''))
  const counts = new Map<number, number>()
  for (const { length } of filled) counts.set(length, (counts.get(length) ?? 0) + 1)
  const [width, times] = [...counts].toSorted(([, one], [, other]) => other - one)[0] ?? [0, 0]
  return width >= 3 && times >= 2 && times * 10 >= filled.length * (delimiter === ',' ? 8 : 6)
}

type Room = { cells: number; columns: number; rows: number }

/** Quotes hold delimiters and line feeds; a doubled quote is one. A quote inside a bare cell is only a sign. */
export function recordsOf(text: string, delimiter: string, most: Room = limits): string[][] {
  const records: string[][] = []
  let record: string[] = []
  let count = 0
  for (let at = 0; at <= text.length; ) {
    const { cell, next } = text[at] === '"' ? quoted(text, at, delimiter) : plain(text, at, delimiter)
    record.push(cell)
    count += 1
    if (count > most.cells || record.length > most.columns) return []
    if (text[next] !== delimiter) {
      records.push(record)
      record = []
    }
    if (next >= text.length) break
    at = next + (text[next] === '\r' && text[next + 1] === '\n' ? 2 : 1)
  }
  if (records.length > most.rows) throw new PaperRefused('overgrown')
  return records
}

type Field = { cell: string; next: number }

function plain(text: string, from: number, delimiter: string): Field {
  let at = from
  while (at < text.length && text[at] !== delimiter && text[at] !== '\n' && text[at] !== '\r') at += 1
  return { cell: text.slice(from, at), next: at }
}

function quoted(text: string, from: number, delimiter: string): Field {
  let cell = ''
  for (let at = from + 1; at < text.length; ) {
    const end = text.indexOf('"', at)
    if (end < 0) break
    cell += text.slice(at, end)
    if (text[end + 1] !== '"') {
      const rest = plain(text, end + 1, delimiter)
      return { cell: cell + rest.cell, next: rest.next }
    }
    cell += '"'
    at = end + 2
  }
  return plain(text, from, delimiter)
}
