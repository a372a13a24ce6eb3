import type { EdgedRow } from './edge-grid.ts'
import type { PrintHabit } from './pdf-habit.ts'
import type { Line, LinePart } from './pdf-lines.ts'
import { isBroken, joinedLines, type PrintedLine } from './pdf-words.ts'

/** A table without drawn lines, known by the empty strips between its columns. */
export type GuessedTable = { top: number; bottom: number; rows: EdgedRow[] }

/** Narrower than this, a strip is a space between words. */
const narrowest = 5
/** What the two cells beside a strip keep free, as office programs set it. */
const betweenColumns = 10.8

export function guessedTables(lines: Line[], { habit, page }: { habit: PrintHabit; page: number }): GuessedTable[] {
  const first = lines.findIndex(({ parts }) => parts.length > 2)
  const last = lines.findLastIndex(({ parts }) => parts.length > 2)
  if (first < 0 || lines.filter(({ parts }) => parts.length > 2).length < 3) return []
  const edges = columnEdges(lines.slice(first, last + 1))
  if (edges.length < 4) return []
  const from = page > 1 ? startOfBlock(lines, { first, edges }) : first
  const block = lines.slice(from, endOfBlock(lines, { last, edges }))
  const [top, bottom] = [block[0]?.top, block.at(-1)?.top]
  if (top === undefined || bottom === undefined) return []
  return [{ top, bottom, rows: rowsIn(block, { edges, habit }) }]
}

/** A page may begin with the rest of the row before it: lines that keep to the columns. */
function startOfBlock(lines: Line[], { first, edges }: { first: number; edges: number[] }): number {
  const keepsOut = (line: Line) => isAcross(line, edges) && !isTitled(line)
  return lines.slice(0, first).some(keepsOut) ? first : 0
}

function isAcross({ pieces }: Line, edges: number[]): boolean {
  return pieces.some(({ left, right }) => columnOf(left, edges) !== columnOf(right - 1, edges))
}

/** A section's title by its number. */
function isTitled({ text }: Line): boolean {
  return /^(\d{1,2}|[IVX]{1,4})\.?\s+\p{Lu}/u.test(text)
}

/** The last row goes on below its first line, and a section's title may follow, while lines follow closely and keep to the columns. */
function endOfBlock(lines: Line[], { last, edges }: { last: number; edges: number[] }): number {
  let end = last + 1
  for (; end < lines.length; end++) {
    const [line, before] = [lines[end], lines[end - 1]]
    if (!line || !before || line.top - before.top > line.size * 1.5) break
    const isFirst = line.pieces.some(({ left }) => columnOf(left, edges) === 0)
    if ((isAcross(line, edges) || isFirst) && !isTitled(line)) break
  }
  return end
}

/** Strips that almost no line crosses; a section's title crosses them all. */
function columnEdges(block: Line[]): number[] {
  const left = Math.min(...block.map((line) => line.left))
  const right = Math.max(...block.map((line) => line.right))
  const inked = new Array<number>(Math.max(Math.ceil(right - left), 1)).fill(0)
  // One stretch alone may be the title of a section.
  for (const piece of block.flatMap(({ pieces }) => (pieces.length > 1 ? pieces : []))) {
    for (let x = Math.floor(piece.left - left); x < piece.right - left; x++) inked[x] = (inked[x] ?? 0) + 1
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

type Columns = { edges: number[]; habit: PrintHabit }

/** Where the first column holds numbers, a row begins with each; else where nothing of the line above goes on. */
function rowsIn(block: Line[], { edges, habit }: Columns): EdgedRow[] {
  const rows: (PrintedLine[][] | LinePart)[] = []
  const firsts = block.flatMap(({ pieces }) => pieces.filter(({ left }) => columnOf(left, edges) === 0))
  const isNumbered = firsts.filter(({ text }) => /^\d{1,3}(\.\d+)*\.?$/.test(text)).length > firsts.length * 0.4
  for (const [at, line] of block.entries()) {
    const section = sectionIn(line, edges)
    if (section) {
      rows.push(section)
      continue
    }
    const begins = line.pieces.some(({ left }) => columnOf(left, edges) === 0)
    const goesOn = !isNumbered && isSaidOn(block[at - 1], line, { edges, habit })
    const last = rows.at(-1)
    const row = !Array.isArray(last) || (begins && !goesOn) ? edges.slice(1).map((): PrintedLine[] => []) : last
    if (row !== last) rows.push(row)
    for (const piece of line.pieces) row[columnOf(piece.left, edges)]?.push({ ...piece, size: line.size })
  }
  return rows.map((row) => (Array.isArray(row) ? rowFrom(row, { edges, habit }) : sectionRow(row, edges)))
}

/** A title that runs across the strips between the columns; one of a few words crosses only the first. */
function sectionIn({ parts, pieces }: Line, edges: number[]): LinePart | null {
  const [whole, ...more] = parts
  if (!whole || more.length > 0) return null
  const isAcross = pieces.some(({ left, right }) => columnOf(right - 1, edges) > columnOf(left, edges))
  return isAcross || columnOf(whole.right, edges) - columnOf(whole.left, edges) > 1 ? whole : null
}

/** Whether a cell of the line above runs over into this line, told by the space that was printed after it. */
function isSaidOn(above: Line | undefined, line: Line, { edges, habit }: Columns): boolean {
  if (!above || habit.ends !== 'spaces' || line.top - above.top > line.size * 1.6) return false
  const columns = new Set(line.pieces.map(({ left }) => columnOf(left, edges)))
  const isShort = columns.size * 2 < edges.length - 1
  return isShort || above.pieces.some(({ left, ending }) => ending === 'space' && columns.has(columnOf(left, edges)))
}

function rowFrom(cells: PrintedLine[][], { edges, habit }: Columns): EdgedRow {
  const paragraphs = cells.map((lines, column) => {
    const width = ((edges[column + 1] ?? 0) - (edges[column] ?? 0)) / 20
    if (lines.length === 0) return []
    return [habit.ends === 'spaces' ? joinedLines(lines, { room: width - betweenColumns, habit }) : inTurn(lines)]
  })
  return {
    cells: paragraphs.map((own) => ({ paragraphs: own, isAutoNumbered: false })),
    edges,
    isHeader: false,
    merges: [],
  }
}

/** Without drawn cells and printed spaces nobody can say where a paragraph ends. */
function inTurn(lines: PrintedLine[]): string {
  return lines
    .map(({ text }, at) => (at === 0 ? text : isBroken(lines[at - 1]?.text ?? '', text) ? `\n${text}` : ` ${text}`))
    .join('')
}

function columnOf(x: number, edges: number[]): number {
  const next = edges.findIndex((edge) => edge > x * 20 + 20)
  return next < 0 ? edges.length - 2 : Math.max(next - 1, 0)
}

function sectionRow({ text }: LinePart, edges: number[]): EdgedRow {
  const [left = 0, right = 0] = [edges[0], edges.at(-1)]
  return { cells: [{ paragraphs: [text], isAutoNumbered: false }], edges: [left, right], isHeader: false, merges: [] }
}
