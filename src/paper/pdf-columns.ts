import type { EdgedRow } from './edge-grid.ts'
import type { Line, LinePart } from './pdf-lines.ts'
import { isBroken } from './pdf-words.ts'

/** A table without drawn lines, known by the empty strips between its columns. */
export type GuessedTable = { top: number; bottom: number; rows: EdgedRow[] }

/** Narrower than this, a strip is a space between words. */
const narrowest = 5

export function guessedTables(lines: Line[]): GuessedTable[] {
  const first = lines.findIndex(({ parts }) => parts.length > 2)
  const last = lines.findLastIndex(({ parts }) => parts.length > 2)
  const block = lines.slice(first, last + 1)
  if (first < 0 || block.filter(({ parts }) => parts.length > 2).length < 3) return []
  const edges = columnEdges(block)
  const [top, bottom] = [block[0]?.top, block.at(-1)?.top]
  if (edges.length < 4 || top === undefined || bottom === undefined) return []
  return [{ top, bottom, rows: rowsIn(block, edges) }]
}

/** Strips that almost no line crosses; a section's title crosses them all. */
function columnEdges(block: Line[]): number[] {
  const left = Math.min(...block.map((line) => line.left))
  const right = Math.max(...block.map((line) => line.right))
  const inked = new Array<number>(Math.max(Math.ceil(right - left), 1)).fill(0)
  for (const part of block.flatMap(({ parts }) => parts)) {
    for (let x = Math.floor(part.left - left); x < part.right - left; x++) inked[x] = (inked[x] ?? 0) + 1
  }
  const allowed = Math.floor(block.length * 0.08)
  const edges = [left]
  let empty = 0
  for (const [x, count] of inked.entries()) {
    if (count > allowed) {
      if (empty >= narrowest) edges.push(left + x - 1)
      empty = 0
    } else empty += 1
  }
  return [...edges, right + 1].map((edge) => Math.round(edge * 20))
}

/** A row begins where its first column speaks; what stands below without it goes on in the cells. */
function rowsIn(block: Line[], edges: number[]): EdgedRow[] {
  const rows: EdgedRow[] = []
  let afterSection = false
  for (const line of block) {
    const wide = line.parts.length === 1 ? line.parts[0] : undefined
    const isSection = wide !== undefined && columnOf(wide.right, edges) - columnOf(wide.left, edges) > 1
    const begins = line.parts.some((part) => columnOf(part.left, edges) === 0)
    if (isSection) rows.push(sectionRow(wide, edges))
    else if (begins || afterSection || rows.length === 0) rows.push(emptyRow(edges))
    afterSection = isSection
    const row = rows.at(-1)
    if (row && !isSection) addParts(row, line.parts, edges)
  }
  return rows
}

function addParts(row: EdgedRow, parts: LinePart[], edges: number[]): void {
  for (const part of parts) {
    const paragraphs = row.cells[columnOf(part.left, edges)]?.paragraphs
    const before = paragraphs?.pop()
    if (before === undefined) paragraphs?.push(part.text)
    // Without drawn cells nobody can say where a paragraph ends.
    else paragraphs?.push(isBroken(before, part.text) ? `${before}\n${part.text}` : `${before} ${part.text}`)
  }
}

function columnOf(x: number, edges: number[]): number {
  const next = edges.findIndex((edge) => edge > x * 20 + 20)
  return next < 0 ? edges.length - 2 : Math.max(next - 1, 0)
}

function emptyRow(edges: number[]): EdgedRow {
  const cells = edges.slice(1).map(() => ({ paragraphs: [], isAutoNumbered: false }))
  return { cells, edges, isHeader: false, merges: [] }
}

function sectionRow({ text }: LinePart, edges: number[]): EdgedRow {
  const [left = 0, right = 0] = [edges[0], edges.at(-1)]
  return { cells: [{ paragraphs: [text], isAutoNumbered: false }], edges: [left, right], isHeader: false, merges: [] }
}
