import type { ReactNode } from 'react'
import boxed from './boxed-table.module.css'
import { DataLines } from './data-lines.tsx'
import classes from './data-table.module.css'
import { RowButton } from './row-button.tsx'
import { useFormat } from './use-format.ts'
import { useNarrow } from './use-narrow.ts'
import { useWords } from './use-words.ts'
import { words } from './words.ts'

export type Column<Row> = {
  key: string
  head: ReactNode
  cell: (row: Row) => ReactNode
  /** Numbers stand at the right, marks in the middle; text is the rule. */
  align?: 'number' | 'mark'
  /** The total, at the foot. */
  foot?: ReactNode
  /** Long text may take several lines; other cells keep to one. */
  isLong?: boolean
  /** Of a few words: it wraps sooner than a long one. */
  isNarrow?: boolean
}

type Props<Row> = {
  /** Names the table for readers and for print. */
  caption: string
  /** The first one is sticky and names the row. */
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  keyOf: (row: Row) => string
  /** How many there are without filters: «Показано 6 из 24». */
  total?: number
  exportHref?: string
  /** Makes the first cell a button: the panel at the right. */
  onOpen?: (row: Row) => void
  openKey?: string | null
  /** In place of «ничего не подошло». */
  empty?: ReactNode
}

/**
 * A plain dense table with a sticky head and first column, which scrolls inside its own box; on a phone its rows stand
 * one under another.
 */
export function DataTable<Row>(props: Props<Row>) {
  return useNarrow() ? <Lines {...props} /> : <Box {...props} />
}

function Lines<Row>(props: Props<Row>) {
  const t = useWords(words)
  const { caption, columns, rows, keyOf, onOpen, openKey } = props
  return (
    <div className={classes.table}>
      {rows.length === 0 ? (
        <div className={classes.empty}>{props.empty ?? t('table.empty')}</div>
      ) : (
        <DataLines caption={caption} columns={columns} rows={rows} keyOf={keyOf} onOpen={onOpen} openKey={openKey} />
      )}
      <Count shown={rows.length} {...props} />
    </div>
  )
}

function Box<Row>(props: Props<Row>) {
  const t = useWords(words)
  const { caption, columns, rows } = props
  const hasFoot = columns.some((column) => column.foot !== undefined)
  return (
    <div className={classes.table}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reached by the keyboard */}
      <section className={`${boxed.box} ${classes.box}`} aria-label={caption} tabIndex={0}>
        <table>
          <caption className="hidden-visually">{caption}</caption>
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column.key} scope="col" data-align={column.align}>
                  {column.head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <Line key={props.keyOf(row)} row={row} {...props} />
            ))}
          </tbody>
          {hasFoot && rows.length > 0 ? (
            <tfoot>
              <tr>
                {columns.map((column) => (
                  <td key={column.key} data-align={column.align}>
                    {column.foot}
                  </td>
                ))}
              </tr>
            </tfoot>
          ) : null}
        </table>
        {rows.length === 0 ? <div className={classes.empty}>{props.empty ?? t('table.empty')}</div> : null}
      </section>
      <Count shown={rows.length} {...props} />
    </div>
  )
}

function Line<Row>({ row, columns, keyOf, onOpen, openKey }: Props<Row> & { row: Row }) {
  const isOpen = openKey === keyOf(row)
  return (
    <tr data-open={isOpen}>
      {columns.map((column, index) =>
        index === 0 ? (
          <th key={column.key} scope="row" data-long={column.isLong} data-narrow={column.isNarrow}>
            {onOpen ? (
              <RowButton isOpen={openKey === undefined ? undefined : isOpen} onOpen={() => onOpen(row)}>
                {column.cell(row)}
              </RowButton>
            ) : (
              column.cell(row)
            )}
          </th>
        ) : (
          <td key={column.key} data-align={column.align} data-long={column.isLong} data-narrow={column.isNarrow}>
            {column.cell(row)}
          </td>
        ),
      )}
    </tr>
  )
}

function Count<Row>({ shown, total, exportHref }: Props<Row> & { shown: number }) {
  const t = useWords(words)
  const format = useFormat()
  return (
    <p className={classes.count}>
      <span role="status">
        {t('table.shown', { shown: format.number(shown), total: format.number(total ?? shown) })}
      </span>
      {exportHref ? (
        <a className="screen-only" href={exportHref} download>
          {t('table.export')}
        </a>
      ) : null}
    </p>
  )
}
