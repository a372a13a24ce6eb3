import type { SourceBlock } from '../features/road-maps/order.ts'
import type { Paper } from '../paper/paper.ts'

/** The document as the import screen shows it beside the understanding: a merged cell stands once. */
export function sourceOf(paper: Paper): SourceBlock[] {
  return paper.blocks.flatMap((block): SourceBlock[] => {
    if (block.kind === 'paragraph') return block.text === '' ? [] : [block]
    const rows = block.rows.map(({ row, isHeader, cells }) => ({
      row,
      isHeader,
      cells: cells
        .filter((cell) => !cell.isMergedDown)
        .map(({ text, colSpan, rowSpan }) => ({ text, colSpan, rowSpan })),
    }))
    return [{ kind: 'table', table: block.table, rows }]
  })
}
