import type { Block, Span } from '../../paper/paper.ts'
import { splitHead } from './drawn-heads.ts'
import type { DrawnRow, DrawnTable } from './drawn-table.ts'

/** A table framed with «┌─┬─┐» or «+---+»: a ruler parts the rows, and a row may have several lines. */
export function boxAt(blocks: Block[], at: number): DrawnTable | null {
  if (!isRuler(blocks[at]) || isRuler(blocks[at - 1])) return null
  const rows: DrawnRow[] = []
  const spans: Span[] = []
  let lines: string[][] = []
  let widths: number[] | undefined
  let from = at
  let next = at
  for (; next < blocks.length; next++) {
    const block = blocks[next]
    const barred = linesIn(block)
    if (!barred && !isRuler(block)) break
    if (barred && lines.length === 0) from = next
    if (barred) lines.push(...barred)
    if (barred || lines.length === 0) continue
    const head = rows.length === 0 ? splitHead(lines) : null
    if (head) widths = head.widths
    rows.push(...(head ? head.rows : [joined(lines)]))
    spans.push(...(head ? [{ from, to: next }] : []), { from, to: next })
    lines = []
  }
  if (lines.length > 0) {
    rows.push(joined(lines))
    spans.push({ from, to: next })
  }
  return rows.length < 2 || Math.max(...rows.map((cells) => cells.length)) < 2 ? null : { rows, spans, next, widths }
}

function isRuler(block: Block | undefined): boolean {
  return (
    block?.kind === 'paragraph' &&
    /^[+┌├└╔╠╚┏┣┗╒╞╘╓╟╙|│║][-+=─━═┬┼┴┐┤┘╦╬╩╗╣╝┳╋┻┓┫┛╤╪╧╕╡╛╥╫╨╖╢╜|│║\s]{3,}$/.test(block.text) &&
    !/^[|│║][\s|│║]+$/.test(block.text)
  )
}

/** The cells of a line between bars; a reader may have taken some lines for a table already. */
function linesIn(block: Block | undefined): string[][] | null {
  if (block?.kind === 'table') return block.rows.map((row) => row.cells.map(({ text }) => text))
  if (block?.kind !== 'paragraph' || !/^[|│┃║].*[|│┃║]$/.test(block.text)) return null
  const inner = block.text.slice(1, -1)
  return [inner.split(/[|│┃║]/).map((cell) => cell.trim())]
}

function joined(lines: string[][]): DrawnRow {
  const width = Math.max(...lines.map((cells) => cells.length))
  return Array.from({ length: width }, (_, at) =>
    lines
      .map((cells) => cells[at] ?? '')
      .filter((text) => text !== '')
      .join('\n'),
  )
}
