import type { SourceBlock } from '../order.ts'
import { holdsRows, isSamePlace, placesOfBlock, type SourcePlace } from '../source-places.ts'
import classes from './source-blocks.module.css'

/** Which row's place is marked, and who hears that another place was clicked. */
type Mark = { place: SourcePlace | null; onPlace: (place: SourcePlace) => void }

type Props = { blocks: readonly SourceBlock[]; mark?: Mark }

/** The paper as it was read, word by word. */
export function SourceBlocks({ blocks, mark }: Props) {
  return (
    <div className={classes.source} lang="ru">
      {numbered(blocks).map(({ key, value }) => (
        <Block key={key} block={value} mark={mark} hasRows={value.kind === 'table' && holdsRows(value, blocks)} />
      ))}
    </div>
  )
}

function Block({ block, mark, hasRows }: { block: SourceBlock; mark: Mark | undefined; hasRows: boolean }) {
  const places = placesOfBlock(block)
  if (block.kind === 'paragraph') return <p {...marked(mark, places)}>{block.text}</p>
  return (
    <div className={classes.scroll} {...marked(mark, places)}>
      <table>
        <tbody>
          {block.rows.map((row) => (
            <tr key={row.row} {...marked(hasRows ? mark : undefined, [{ table: block.table, row: row.row }])}>
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

/** A place that may be clicked; the keyboard goes by the rows of the understanding instead. */
function marked(mark: Mark | undefined, places: readonly SourcePlace[]) {
  const [first] = places
  if (!mark || !first) return {}
  return {
    'data-place': true,
    'data-marked': places.some((one) => isSamePlace(one, mark.place)),
    onClick: () => mark.onPlace(first),
  }
}

/** The paper never changes: the place of a paragraph or a cell is its name. */
function numbered<T>(values: readonly T[]): { key: string; value: T }[] {
  return values.map((value, index) => ({ key: String(index), value }))
}
