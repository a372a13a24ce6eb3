import type { Block } from '../../paper/paper.ts'
import { roleOf } from './column-words.ts'
import { isHead } from './drawn-lines.ts'
import type { DrawnRow, DrawnTable } from './drawn-table.ts'
import { isWholeTerm } from './section-term.ts'

const WIDEST = 9

/** A table copied one cell per line: lines that name columns, then as many lines for each row. */
export function stackAt(blocks: Block[], at: number): DrawnTable | null {
  if (!isCell(blocks[at]) || roleOf(textOf(blocks[at])) === 'other') return null
  const { lines, next } = stackedLines(blocks, at)
  for (let width = Math.min(WIDEST, Math.floor(lines.length / 2)); width >= 3; width--) {
    const head = lines.slice(0, width)
    if (!head.every((name) => name.length <= 60) || !isHead(head)) continue
    const rows = rowsBelow(lines.slice(width), head)
    if (rows) return { rows: [head, ...rows], next }
  }
  return null
}

/** The lines of the stack; where blank lines part the cells, they stand between all of them. */
function stackedLines(blocks: Block[], at: number): { lines: string[]; next: number } {
  const isSpaced = textOf(blocks[at + 1]) === '' && isCell(blocks[at + 2])
  const lines: string[] = []
  let next = at
  while (isCell(blocks[next]) && !/^приложение/i.test(textOf(blocks[next]))) {
    lines.push(textOf(blocks[next]))
    next += isSpaced && textOf(blocks[next + 1]) === '' ? 2 : 1
  }
  return { lines, next: Math.min(next, blocks.length) }
}

/** Rows of the head's width, each with a term where the head has it; null where the lines do not come out even. */
function rowsBelow(lines: string[], head: string[]): DrawnRow[] | null {
  const term = head.findIndex((name) => roleOf(name) === 'period')
  const rows: DrawnRow[] = []
  for (let at = 0; at < lines.length; ) {
    const row = lines.slice(at, at + head.length)
    const isRow = row.length === head.length && (term < 0 || isWholeTerm(row[term] ?? ''))
    const isSection = !isRow && isWholeTerm(lines[at + 1 + Math.max(term, 0)] ?? '') && term >= 0
    if (!isRow && !isSection) return null
    rows.push(isSection ? [lines[at] ?? ''] : row)
    at += isSection ? 1 : head.length
  }
  return rows.length > 0 ? rows : null
}

function isCell(block: Block | undefined): boolean {
  return block?.kind === 'paragraph' && block.text !== '' && block.text.length <= 400
}

function textOf(block: Block | undefined): string {
  return block?.kind === 'paragraph' ? block.text : ''
}
