import type { SourceBlock } from '../features/road-maps/order.ts'
import type { RowPlace } from '../features/road-maps/row-places.ts'
import type { Paper } from '../paper/paper.ts'

/** The document as the import screen shows it beside the understanding: a merged cell stands once. */
export function sourceOf(paper: Paper, rowPlaces: readonly RowPlace[]): SourceBlock[] {
  const known = byBlock(rowPlaces)
  return paper.blocks.flatMap((block, at): SourceBlock[] => {
    const found = known.get(at)
    const places = found ? { places: found } : {}
    if (block.kind === 'paragraph') {
      return block.text === '' ? [] : [{ kind: 'paragraph', text: block.text, ...places }]
    }
    const rows = block.rows.map(({ row, isHeader, cells }) => ({
      row,
      isHeader,
      cells: cells
        .filter((cell) => !cell.isMergedDown)
        .map(({ text, colSpan, rowSpan }) => ({ text, colSpan, rowSpan })),
    }))
    return [{ kind: 'table', table: block.table, rows, ...places }]
  })
}

function byBlock(rowPlaces: readonly RowPlace[]): Map<number, { table: number; row: number }[]> {
  const known = new Map<number, { table: number; row: number }[]>()
  for (const { table, row, from, to } of rowPlaces) {
    for (let at = from; at < to; at++) known.set(at, [...(known.get(at) ?? []), { table, row }])
  }
  return known
}
