import type { Block, Span, Table } from '../../paper/paper.ts'
import type { Layout } from './layout.ts'

/** The blocks of the paper from which a row of a road map was put together. */
export type RowPlace = { table: number; row: number } & Span

type Plan = { parts: { table: Table; layout: Layout }[] }

/**
 * Where the rows stand that no table of the paper holds. `whole` is the paper; `read` is the same with drawn tables in
 * the place of their lines: a drawn row counts the blocks of the one, an item of a list the lines of the other.
 */
export function placesOfRows(plans: readonly Plan[], { whole, read }: Record<'whole' | 'read', Block[]>): RowPlace[] {
  const blockOf = new Map(whole.map((block, at) => [block, at]))
  const blockOfLine = read.flatMap((block) => {
    const lines = block.kind === 'paragraph' ? block.text.split('\n').length : 1
    return Array.from({ length: lines }, () => blockOf.get(block) ?? null)
  })
  const inBlocks = (lines: Span): Span | null => {
    const [first, last] = [blockOfLine[lines.from] ?? null, blockOfLine[lines.to - 1] ?? null]
    return first === null || last === null ? null : { from: first, to: last + 1 }
  }
  return plans.flatMap(({ parts }) =>
    parts.flatMap(({ table, layout }) =>
      table.rows.flatMap(({ row, lines }) => {
        const span = lines && (layout.isList ? inBlocks(lines) : lines)
        return span ? [{ table: table.table, row, ...span }] : []
      }),
    ),
  )
}
