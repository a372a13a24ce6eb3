import type { Block } from '../../paper/paper.ts'
import { roleOf } from './column-words.ts'
import { continuedRow, piecesOf } from './drawn-gaps.ts'
import type { DrawnRow, DrawnTable } from './drawn-table.ts'
import type { ColumnRole } from './order.ts'

const WIDEST = 20

/** A row per line: cells parted by semicolons, or by gaps of several spaces under a head. */
export function linedRowsAt(blocks: Block[], at: number): DrawnTable | null {
  return parted(blocks, at, bySemicolons) ?? parted(blocks, at, byGaps)
}

type Cut = (line: string, head: string) => DrawnRow | null

function parted(blocks: Block[], at: number, cut: Cut): DrawnTable | null {
  const head = lineAt(blocks, at)
  const names = cut(head, head)
  if (!names || names.length < 3 || names.length > WIDEST || !areHead(names.map(roleOf))) return null
  const rows: DrawnRow[] = [names]
  const spans = [{ from: at, to: at + 1 }]
  let next = at + 1
  let isGuessed = false
  for (; next < blocks.length; next++) {
    const line = lineAt(blocks, next)
    const isGap = line === '' && cut(lineAt(blocks, next + 1), head)?.length === names.length
    if (isGap) continue
    const last = rows.at(-1)
    const isBegun = roleOf(names[0] ?? '') === 'number' && rows.length > 1 && !/^[\p{Lu}\d]/u.test(line)
    const whole = cut === byGaps && isBegun && last ? continuedRow(last, line, head) : null
    if (whole) {
      rows[rows.length - 1] = whole
      spans.splice(-1, 1, { from: spans.at(-1)?.from ?? next, to: next + 1 })
      isGuessed = true
      continue
    }
    const cells = cut(line, head)
    const isSection = /^(раздел|блок|этап|[IVX]{1,4}[.)]|\d{1,2}[.)])\s*\p{Lu}/iu.test(line)
    if (cells && cut === byGaps && cells.includes('')) isGuessed = true
    if (cells && cells.length <= names.length) rows.push(cells)
    else if (isSection && cut(lineAt(blocks, next + 1), head)) rows.push([line])
    else break
    spans.push({ from: next, to: next + 1 })
  }
  return rows.length < 3 ? null : { rows, spans, next, isGuessed }
}

function bySemicolons(line: string): DrawnRow | null {
  const cells = line.split(/\s*;\s*/)
  return cells.length < 3 ? null : cells
}

/** Where a row has fewer cells than its head, each stands under the head that begins nearest. */
function byGaps(line: string, head: string): DrawnRow | null {
  const pieces = piecesOf(line)
  const heads = piecesOf(head)
  if (pieces.length < 2 || heads.length < 3 || heads.length > WIDEST || pieces.length > WIDEST) return null
  if (pieces.length === heads.length) return pieces.map(({ text }) => text)
  const cells: DrawnRow = heads.map(() => '')
  for (const piece of pieces) {
    const distances = heads.map((one) => Math.abs(one.at - piece.at))
    const nearest = distances.indexOf(Math.min(...distances))
    cells[nearest] = `${cells[nearest] ?? ''} ${piece.text}`.trim()
  }
  return cells
}

/** At least three columns of a head say what they are for, one of them what is done; two may be of another kind. */
export function areHead(roles: ColumnRole[]): boolean {
  const known = new Set(roles.filter((role) => role !== 'other'))
  return known.size >= 3 && known.has('title') && known.size >= roles.length - 2
}

function lineAt(blocks: Block[], at: number): string {
  const block = blocks[at]
  return block?.kind === 'paragraph' ? block.text : ''
}
