import type { KeyboardEvent } from 'react'

/** A cell of the matrix by its row and column among those shown. */
export type Place = { row: number; column: number }

type Bounds = { at: Place; last: Place; page: number }

/** Where a key leads; null for keys that lead nowhere. */
export function stepOf(
  event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey'>,
  { at, last, page }: Bounds,
): Place | null {
  const isFar = event.ctrlKey || event.metaKey
  const steps: Record<string, Place> = {
    ArrowUp: { ...at, row: at.row - 1 },
    ArrowDown: { ...at, row: at.row + 1 },
    ArrowLeft: { ...at, column: at.column - 1 },
    ArrowRight: { ...at, column: at.column + 1 },
    Home: { row: isFar ? 0 : at.row, column: 0 },
    End: { row: isFar ? last.row : at.row, column: last.column },
    PageUp: { ...at, row: at.row - page },
    PageDown: { ...at, row: at.row + page },
  }
  const to = steps[event.key]
  return to ? { row: within(to.row, last.row), column: within(to.column, last.column) } : null
}

function within(value: number, most: number): number {
  return Math.max(0, Math.min(most, value))
}
