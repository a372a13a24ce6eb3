import type { Block, Span } from '../../paper/paper.ts'
import { roleOf } from './column-words.ts'
import { areHead } from './drawn-lines.ts'
import type { DrawnRow, DrawnTable } from './drawn-table.ts'
import type { ColumnRole } from './order.ts'
import { bareNumber } from './row-numbers.ts'
import { isWholeTerm } from './section-term.ts'
import { linesOfRow, stackedRow } from './stacked-row.ts'

const WIDEST = 9

/** A table copied one cell per line: lines that name columns, then as many lines for each row. */
export function stackAt(blocks: Block[], at: number): DrawnTable | null {
  if (!isCell(blocks[at]) || roleOf(textOf(blocks[at])) === 'other') return null
  // Where blank lines part the cells, they stand between all of them.
  const step = textOf(blocks[at + 1]) === '' && isCell(blocks[at + 2]) ? 2 : 1
  const stack: Stack = { blocks, at, step }
  const lines = linesFrom(stack, 0, WIDEST)
  const end = lines.findIndex((line) => line.length > 60 || bareNumber.test(line) || isDated(line))
  const roles = lines.slice(0, end < 0 ? lines.length : end).map(roleOf)
  const numbered = roles.indexOf('number')
  // A title above the head may sound like the head of a column.
  if (numbered > 0 && stackAt(blocks, at + numbered * step)) return null
  for (let width = roles.length; width >= 3; width--) {
    if (!areHead(roles.slice(0, width))) continue
    const found = rowsBelow(stack, roles.slice(0, width))
    const head = spanOf(stack, 0, width)
    if (found.rows.length > 0) {
      return { ...found, rows: [lines.slice(0, width), ...found.rows], spans: [head, ...found.spans] }
    }
  }
  return null
}

type Stack = { blocks: Block[]; at: number; step: number }

/** Some lines of the stack from this one on; fewer where the stack is over. */
function linesFrom({ blocks, at, step }: Stack, from: number, count: number): string[] {
  const lines: string[] = []
  for (let index = from; index < from + count; index++) {
    const block = blocks[at + index * step]
    const isParted = index === from || step === 1 || textOf(blocks[at + index * step - 1]) === ''
    if (!isCell(block) || !isParted || /^приложение/i.test(textOf(block))) break
    lines.push(textOf(block))
  }
  return lines
}

/** Rows of the head's width, each with a term where the head has it; guessed where the lines do not come out even. */
function rowsBelow(stack: Stack, head: ColumnRole[]): DrawnTable {
  const term = head.indexOf('period')
  const rows: DrawnRow[] = []
  const spans: Span[] = []
  const isRow = (row: string[]) => row.length === head.length && (term < 0 || isWholeTerm(row[term] ?? ''))
  let from = head.length
  let isUneven = false
  for (;;) {
    const lines = linesFrom(stack, from, head.length + 1)
    const isWhole = isRow(lines.slice(0, head.length))
    const isHeading = !isWhole && term >= 0 && !bareNumber.test(lines[0] ?? '') && isRow(lines.slice(1))
    const far = isWhole || isHeading ? [] : linesFrom(stack, from, head.length * 2 + 4)
    const more = linesOfRow(far, head.length)
    const long = more > 0 ? stackedRow(far.slice(0, more), head) : null
    if (long) {
      rows.push(long)
      spans.push(spanOf(stack, from, more))
      from += more
      isUneven = true
      continue
    }
    if (!isWhole && !isHeading) {
      const next = Math.min(stack.at + from * stack.step, stack.blocks.length)
      return { rows, spans, next, isGuessed: isUneven || lines.length > 0 }
    }
    const count = isHeading ? 1 : head.length
    rows.push(lines.slice(0, count))
    spans.push(spanOf(stack, from, count))
    from += count
  }
}

/** The blocks in which these lines of the stack stand. */
function spanOf({ at, step }: Stack, from: number, count: number): Span {
  return { from: at + from * step, to: at + (from + count - 1) * step + 1 }
}

/** «март» stands below a head, «Месяц» in it. */
function isDated(line: string): boolean {
  return line.length <= 40 && isWholeTerm(line)
}

function isCell(block: Block | undefined): boolean {
  return block?.kind === 'paragraph' && block.text !== '' && block.text.length <= 400
}

function textOf(block: Block | undefined): string {
  return block?.kind === 'paragraph' ? block.text : ''
}
