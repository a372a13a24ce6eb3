import type { Block } from '../../paper/paper.ts'
import { boxAt } from './drawn-boxes.ts'
import { linedRowsAt } from './drawn-lines.ts'
import { stackAt } from './drawn-stacks.ts'
import { tableOf } from './drawn-table.ts'

/**
 * The blocks of a paper, with tables where lines only draw them: boxes, a row per line, a cell per line. The numbers of
 * such tables go on after those of the paper, whose own tables keep theirs.
 */
export function withDrawnTables(blocks: Block[]): Block[] {
  const found: Block[] = []
  let tables = blocks.filter((block) => block.kind === 'table').length
  for (let at = 0; at < blocks.length; ) {
    const drawn = boxAt(blocks, at) ?? linedRowsAt(blocks, at) ?? stackAt(blocks, at)
    const block = blocks[at]
    if (drawn) tables += 1
    if (drawn) found.push(tableOf(drawn, tables))
    else if (block) found.push(block)
    at = drawn ? drawn.next : at + 1
  }
  return found
}
