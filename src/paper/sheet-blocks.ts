import type { Block, Row } from './paper.ts'
import { rowsOfSheet, type Sheet } from './sheet.ts'

/**
 * Sheets as blocks: what stands above and below a table is paragraphs, each sheet has a table of its own, and a head
 * under an empty row begins another. The name of a sheet is a heading where there are several.
 */
export function blocksOfSheets(sheets: Sheet[]): Block[] {
  const filled = sheets.map((sheet) => ({ name: sheet.name, rows: rowsOfSheet(sheet) })).filter(hasRows)
  const blocks = filled.flatMap(({ name, rows }) => [
    ...(filled.length > 1 && !isDefaultName(name) ? [paragraph(name)] : []),
    ...blocksOfRows(rows),
  ])
  let count = 0
  return blocks.map((block) => {
    if (block.kind === 'paragraph') return block
    count += 1
    return { ...block, table: count }
  })
}

function hasRows({ rows }: { rows: Row[] }): boolean {
  return rows.length > 0
}

function isDefaultName(name: string): boolean {
  return /^(лист|sheet|таблица|table)\s*\d*$/i.test(name.trim())
}

function blocksOfRows(rows: Row[]): Block[] {
  const width = rows.some((row) => filledIn(row).length > 2) ? 3 : 2
  const blocks: Block[] = []
  let table: Row[] | null = null
  for (let at = 0; at < rows.length; ) {
    const head = rows.findIndex((row, index) => index >= at && filledIn(row).length >= width)
    const isApart = table === null || isAfterGap(rows, at)
    if (isApart && beginsAnew({ rows, at, head, hasTable: table !== null })) {
      const end = head < 0 ? rows.length : head
      blocks.push(...rows.slice(at, end).flatMap(paragraphsOf))
      table = []
      if (head >= 0) blocks.push({ kind: 'table', table: 0, rows: table })
      at = end
      if (head < 0) break
    }
    const row = rows[at]
    if (row) table?.push(row)
    at += 1
  }
  return blocks
}

type Place = { rows: Row[]; at: number; head: number; hasTable: boolean }

/** Whether the table so far is over here: another head follows, or only lines such as a signature. */
function beginsAnew({ rows, at, head, hasTable }: Place): boolean {
  if (!hasTable) return true
  const first = (row: Row | undefined) => (row && filledIn(row)[0]?.text) ?? ''
  if (head >= 0) return /^(№|n\s|п\s*\/\s*п)/i.test(first(rows[head]))
  return rows.slice(at).every((row) => !/^\d/.test(first(row)))
}

function isAfterGap(rows: Row[], at: number): boolean {
  return (rows[at]?.row ?? 0) - (rows[at - 1]?.row ?? 0) > 1
}

function filledIn(row: Row) {
  return row.cells.filter((cell) => cell.text !== '')
}

function paragraphsOf(row: Row): Block[] {
  const own = filledIn(row).filter((cell) => !cell.isMergedDown)
  return own.flatMap((cell) => cell.text.split('\n').map(paragraph))
}

function paragraph(text: string): Block {
  return { kind: 'paragraph', text: text.trim() }
}
