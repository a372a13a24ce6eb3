import type { WrittenCell } from './written.ts'

/** Millimetres for each point of its height: what a letter takes, most of them less. */
const LETTER_WIDTH = 0.176
/** A row of so many lines fits on any page whole; a higher one goes on over the end of the page. */
const MOST_WHOLE_LINES = 14

/** How many letters of this size a line of so many millimetres holds. */
export function lettersIn(millimetres: number, size: number): number {
  return millimetres / (size * LETTER_WIDTH)
}

/** A cell with the grid column where it begins and the letters of its lines. */
export type PlacedCell = { cell: WrittenCell; column: number; letters: number }

/** `columns`: how many letters a line of each holds. */
export function placesOf(cells: readonly WrittenCell[], columns: readonly number[]): PlacedCell[] {
  let at = 0
  return cells.map((cell) => {
    const column = at
    at += cell.span ?? 1
    const letters = columns.slice(column, at).reduce((sum, width) => sum + width, 0)
    return { cell, column, letters: Math.max(3, Math.floor(letters)) }
  })
}

/** Whether the end of a page should part none of its cells. */
export function isWholeRow(placed: readonly PlacedCell[]): boolean {
  return placed.every(({ cell, letters }) => linesOf(cell.text, letters) <= MOST_WHOLE_LINES)
}

function linesOf(text: string, letters: number): number {
  return text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / letters)), 0)
}
