import {
  type ColumnName,
  columnHeads,
  columnsOf,
  MOST_ROWS,
  neededColumns,
  type RawSheet,
  type RegistryRows,
  type SheetFault,
  type SheetKind,
  type SheetRow,
  sheetKinds,
} from './columns.ts'

export type ReadRows = { rows: RegistryRows } | { fault: SheetFault; said: string }

/** Rows by their columns' heads, wherever these stand; a sheet is known by its heads, not by its name. */
export function readRows(sheets: readonly RawSheet[]): ReadRows {
  const rows: RegistryRows = { organisations: [], people: [] }
  let known = 0
  for (const sheet of sheets) {
    const head = headOf(sheet)
    if (!head) continue
    const missing = neededColumns[head.kind].find((column) => !head.places.has(column))
    if (missing) return { fault: 'no-column', said: columnHeads[missing] }
    if (sheet.rows.length - head.index > MOST_ROWS) return { fault: 'too-long', said: String(MOST_ROWS) }
    known += 1
    const below = sheet.rows.slice(head.index + 1).filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
    if (head.kind === 'organisations') rows.organisations.push(...below.map(rowBy('organisations', head.places)))
    if (head.kind === 'people') rows.people.push(...below.map(rowBy('people', head.places)))
  }
  return known > 0 ? { rows } : { fault: 'no-sheet', said: '' }
}

type Head = { kind: SheetKind; index: number; places: Map<ColumnName, number> }

/** The head may stand under a title; a row with three known heads is one. */
const LATEST_HEAD = 12
const HEADS_ENOUGH = 2

function headOf({ rows }: RawSheet): Head | null {
  for (const [index, { cells }] of rows.slice(0, LATEST_HEAD).entries()) {
    const found = sheetKinds
      .map((kind) => ({ kind, index, places: placesOf(kind, cells) }))
      .toSorted((one, other) => other.places.size - one.places.size)[0]
    if (found && found.places.size >= HEADS_ENOUGH) return found
  }
  return null
}

function placesOf(kind: SheetKind, cells: readonly string[]): Map<ColumnName, number> {
  const heads = cells.map(plainHead)
  return new Map(
    columnsOf[kind].flatMap((column) => {
      const place = heads.indexOf(plainHead(columnHeads[column]))
      return place < 0 ? [] : [[column, place] as const]
    }),
  )
}

function plainHead(text: string): string {
  return text
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replace(/[^\p{L}\p{N}№]+/gu, '')
}

function rowBy<K extends SheetKind>(kind: K, places: ReadonlyMap<ColumnName, number>) {
  const columns: readonly ColumnName[] = columnsOf[kind]
  return ({ row, cells }: { row: number; cells: string[] }) => {
    const texts = columns.map((column) => [column, textAt(cells, places.get(column))])
    return { row, ...Object.fromEntries(texts) } as SheetRow<(typeof columnsOf)[K][number]> // a text for every column of the kind
  }
}

/** A cell in one line; an apostrophe by which office programs mark text is no part of it. */
function textAt(cells: readonly string[], place: number | undefined): string {
  return place === undefined ? '' : (cells[place] ?? '').replace(/\s+/g, ' ').trim()
}
