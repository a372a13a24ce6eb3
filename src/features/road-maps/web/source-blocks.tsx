import type { SourceBlock } from '../order.ts'
import classes from './source-blocks.module.css'

/** The paper as it was read, word by word. */
export function SourceBlocks({ blocks }: { blocks: readonly SourceBlock[] }) {
  return (
    <div className={classes.source} lang="ru">
      {numbered(blocks).map(({ key, value }) => (
        <Block key={key} block={value} />
      ))}
    </div>
  )
}

function Block({ block }: { block: SourceBlock }) {
  if (block.kind === 'paragraph') return <p>{block.text}</p>
  return (
    <div className={classes.scroll}>
      <table>
        <tbody>
          {block.rows.map((row) => (
            <tr key={row.row}>
              {numbered(row.cells).map(({ key, value }) => (
                <td key={key} colSpan={value.colSpan} rowSpan={value.rowSpan} data-head={row.isHeader}>
                  {value.text}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** The paper never changes: the place of a paragraph or a cell is its name. */
function numbered<T>(values: readonly T[]): { key: string; value: T }[] {
  return values.map((value, index) => ({ key: String(index), value }))
}
