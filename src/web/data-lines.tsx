import type { ReactNode } from 'react'
import classes from './data-lines.module.css'
import frame from './framed-lines.module.css'
import { RowButton } from './row-button.tsx'

/** As a table's column, of which a line needs only this. */
type Told<Row> = { key: string; head: ReactNode; cell: (row: Row) => ReactNode; foot?: ReactNode }

type Props<Row> = {
  caption: string
  columns: readonly Told<Row>[]
  rows: readonly Row[]
  keyOf: (row: Row) => string
  onOpen: ((row: Row) => void) | undefined
  openKey: string | null | undefined
}

/** A table on a phone: its rows one under another, each cell beside the name of its column; empty ones are left out. */
export function DataLines<Row>({ caption, columns, rows, keyOf, onOpen, openKey }: Props<Row>) {
  const [first, ...rest] = columns
  if (!first) return null
  const totals = columns.filter((column) => column.foot !== undefined && column.foot !== '')
  return (
    <>
      <ul className={`${frame.lines} ${classes.lines}`} aria-label={caption}>
        {rows.map((row) => (
          <li key={keyOf(row)} data-open={openKey === keyOf(row)}>
            {onOpen ? (
              <RowButton isOpen={openKey === undefined ? undefined : openKey === keyOf(row)} onOpen={() => onOpen(row)}>
                {first.cell(row)}
              </RowButton>
            ) : (
              <span className={classes.name}>{first.cell(row)}</span>
            )}
            <Facts columns={rest} row={row} />
          </li>
        ))}
      </ul>
      {rows.length > 0 && totals.length > 0 ? (
        <p className={classes.totals}>
          {totals.map((column) => (
            <span key={column.key}>{column.foot}</span>
          ))}
        </p>
      ) : null}
    </>
  )
}

function Facts<Row>({ columns, row }: { columns: readonly Told<Row>[]; row: Row }) {
  const facts = columns.map((column) => ({ column, said: column.cell(row) })).filter(({ said }) => !isEmpty(said))
  if (facts.length === 0) return null
  return (
    <dl>
      {facts.map(({ column, said }) => (
        <div key={column.key}>
          <dt>{column.head}</dt>
          <dd>{said}</dd>
        </div>
      ))}
    </dl>
  )
}

/** A dash says in a table that there is nothing. */
function isEmpty(said: ReactNode): boolean {
  return said === '' || said === '—' || said === null || said === undefined || said === false
}
