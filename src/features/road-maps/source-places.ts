import type { ParsedActivity, SourceBlock } from './order.ts'

/** A row of a road map as its source names it. */
export type SourcePlace = { table: number; row: number }

export function placeOf({ source }: Pick<ParsedActivity, 'source'>): SourcePlace | null {
  return source.table > 0 && source.row !== null ? { table: source.table, row: source.row } : null
}

export function isSamePlace(one: SourcePlace | null, other: SourcePlace | null): boolean {
  return one !== null && other !== null && one.table === other.table && one.row === other.row
}

/** The rows that a block as a whole stands for; a row of a table of the paper stands for itself. */
export function placesOfBlock(block: SourceBlock): readonly SourcePlace[] {
  return block.places ?? []
}

/** Whether the rows of this table are rows of a road map themselves, and not only lines that draw them. */
export function holdsRows(block: Extract<SourceBlock, { kind: 'table' }>, blocks: readonly SourceBlock[]): boolean {
  if (block.places) return false
  return !blocks.some((one) => one.places?.some(({ table }) => table === block.table))
}
