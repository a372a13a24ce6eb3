import type { DrawnRow } from './drawn-table.ts'

type Piece = { text: string; at: number }

export function piecesOf(line: string): Piece[] {
  return [...line.matchAll(/\S+(?: \S+)*/g)].map(({ 0: text, index }) => ({ text, at: index }))
}

/**
 * The same row with the words of a line that only goes on in its cells: «помощи ⎵⎵ октябрь». Its indent may be lost, so
 * the gaps between its words tell the columns; a single word goes to the cell that most likely had no room for it.
 */
export function continuedRow(above: DrawnRow, line: string, head: string): DrawnRow | null {
  const pieces = piecesOf(line)
  const heads = piecesOf(head).map(({ at }) => at)
  if (!pieces.some(({ text }) => /^[\p{Ll}(»]/u.test(text)) || above.length !== heads.length) return null
  const fitting = heads.flatMap((start) => {
    const columns = pieces.map(({ at }) => columnAt(heads, at - (pieces[0]?.at ?? 0) + start))
    return columns.every((column) => column !== null && (above[column] ?? '') !== '') ? [columns.map(Number)] : []
  })
  const room = (column: number) =>
    (above[column] ?? '').length / ((heads[column + 1] ?? (heads[column] ?? 0) + 30) - (heads[column] ?? 0))
  const best = fitting.toSorted((one, other) => room(other[0] ?? 0) - room(one[0] ?? 0))[0]
  if (!best) return null
  return above.map((text, column) => {
    const more = pieces.filter((_, index) => best[index] === column).map((piece) => piece.text)
    return [text, ...more].join('\n')
  })
}

function columnAt(heads: number[], at: number): number | null {
  const found = heads.findIndex((start) => Math.abs(start - at) <= 1)
  return found < 0 ? null : found
}
