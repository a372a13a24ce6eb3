import type { EdgeMerge } from './edge-grid.ts'
import type { PrintHabit } from './pdf-habit.ts'
import type { RuledCell, RuledRow } from './pdf-ruled.ts'
import { type Joint, joined, jointOf } from './pdf-words.ts'

/** The rows of a table and those that follow on the next page: a head that is repeated there and a row that the page parted become one. */
export function withOverleaf<Row extends RuledRow>(rows: Row[], next: Row[], habit: PrintHabit): Row[] {
  const fresh = next.slice(repeatedHead(rows, next))
  const [last, first] = [rows.at(-1), fresh[0]]
  if (!last || !first || !areAlike(last, first)) return [...rows, ...fresh]
  const joints = first.cells.map((cell, at) => jointOver(originOf(rows, at), cell, habit))
  const isParted = goesOn(last, first, joints)
  for (const [at, cell] of first.cells.entries()) {
    const [above, here] = [last.merges[at], first.merges[at]]
    if (!above || !here) continue
    const isTall = here.down === 'begins' || above.down === 'continues'
    const isOneCell = isParted || (isTall && (textOf(cell) === '' ? here.down === 'begins' : isOpen(joints[at])))
    if (!isOneCell) continue
    append(originOf(rows, at), cell, joints[at] ?? 'paragraph')
    mergeDown(above, here, isParted)
  }
  return [...rows, ...(isParted ? fresh.slice(1) : fresh)]
}

/** How many rows at the top of a page say what the first rows of the table say. */
function repeatedHead(rows: RuledRow[], next: RuledRow[]): number {
  const words = (row: RuledRow | undefined) => row?.cells.map(textOf).join('|').replace(/\s+/g, '') ?? ''
  const differs = next.slice(0, 3).findIndex((row, at) => words(row) !== words(rows[at]) || words(row).length < 4)
  const count = differs < 0 ? Math.min(next.length, 3) : differs
  return count < next.length ? count : 0
}

function areAlike(one: RuledRow, other: RuledRow): boolean {
  const isNear = (edge: number, at: number) => Math.abs(edge - (other.edges[at] ?? 0)) < 100
  return one.edges.length === other.edges.length && one.edges.every(isNear) && one.cells.length > 1
}

/** The cell that holds the text of this place in the last row. */
function originOf(rows: RuledRow[], at: number): RuledCell | undefined {
  const last = rows.at(-1)
  if (!last) return undefined
  const edge = last.edges[at] ?? 0
  for (const row of rows.toReversed()) {
    const place = row.edges.findIndex((one) => Math.abs(one - edge) < 100)
    if (row.merges[place]?.down !== 'continues') return row.cells[place]
  }
  return undefined
}

function jointOver(above: RuledCell | undefined, cell: RuledCell, habit: PrintHabit): Joint {
  const [line, next] = [above?.lines.at(-1), cell.lines[0]]
  return above && line && next ? jointOf(line, next, { room: above.room, habit }) : 'paragraph'
}

function isOpen(joint: Joint | undefined): boolean {
  return joint !== undefined && joint !== 'paragraph'
}

/** A row goes on overleaf where a sentence of it does and nothing begins it anew, or where neither number nor name is said. */
function goesOn(last: RuledRow, first: RuledRow, joints: Joint[]): boolean {
  const [begun, named] = first.cells.map(textOf)
  if (begun === '' && named === '' && first.cells.length > 2) return first.cells.some((cell) => textOf(cell) !== '')
  if (begun !== '' && !(isOpen(joints[0]) && /^\p{Ll}/u.test(begun ?? ''))) return false
  const isSaidOn = (cell: RuledCell, at: number) => /^[\p{Ll}\d«(№]/u.test(textOf(cell)) && isOpen(joints[at])
  return last.cells.length > 1 && first.cells.some(isSaidOn)
}

function append(above: RuledCell | undefined, cell: RuledCell, joint: Joint): void {
  if (!above || textOf(cell) === '') return
  const text = textOf(above)
  above.paragraphs = [text === '' ? textOf(cell) : joined(text, joint, textOf(cell))]
  above.lines = [...above.lines, ...cell.lines]
  cell.paragraphs = ['']
}

/** A row that was parted ends here, and what its cell covers below goes on from the row above. */
function mergeDown(above: EdgeMerge, here: EdgeMerge, isParted: boolean): void {
  if (isParted && here.down === 'none') return
  if (above.down === 'none') above.down = 'begins'
  if (!isParted) here.down = 'continues'
}

function textOf({ paragraphs }: RuledCell): string {
  return paragraphs.join('\n').trim()
}
