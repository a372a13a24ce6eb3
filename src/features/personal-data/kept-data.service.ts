import { getTableColumns, getTableName, type SQL, sql } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import type { PersonId } from '../../kernel/id.ts'
import { type ColumnClass, describedTables, type TableRecord } from '../../server/register.ts'
import { visibleTo } from '../../server/visibility.ts'
import type { Work } from '../../server/work.ts'

const MOST_ROWS = 2000

export type KeptTable = {
  title: string
  purpose: string
  retention: string
  count: number
  rows: Record<string, string | null>[]
}

/** Everything kept of a person that the actor may see, by table, in one statement; secrets stay where they are. */
export async function listKept(work: Work, personId: PersonId): Promise<KeptTable[]> {
  const places = [...describedTables().values()].filter((record) => columnsOf(record, ['whose']).length > 0)
  const parts = places.map((record, place) => rowsOf(work, { record, place, personId }))
  const { rows } = await work.db.execute<{ place: number; row: Record<string, string | null> }>(
    sql.join(parts, sql` union all `),
  )
  return places.flatMap(({ title, purpose, retention }, place) => {
    const own = rows.filter((one) => one.place === place).map(({ row }) => row)
    return own.length === 0 ? [] : [{ title, purpose, retention, count: own.length, rows: own }]
  })
}

export function columnsOf({ table, columns }: TableRecord, classes: readonly ColumnClass[]): PgColumn[] {
  return Object.entries(getTableColumns(table))
    .filter(([key]) => classes.includes(columns[key] ?? 'open'))
    .map(([, column]) => column)
}

type Part = { record: TableRecord; place: number; personId: PersonId }

function rowsOf(work: Work, { record, place, personId }: Part): SQL {
  const shown = columnsOf(record, ['open', 'personal', 'whose', 'words', 'document'])
  const fields = sql.join(
    shown.map((column) => sql`${column.name}::text, ${column}::text`),
    sql`, `,
  )
  return sql`(select ${place}::int as place, jsonb_build_object(${fields}) as row
    from ${sql.identifier(getTableName(record.table))}
    where ${isOf(columnsOf(record, ['whose']), personId)} and ${visibleTo(work.actor, record.table)} limit ${MOST_ROWS})`
}

function isOf(whose: readonly PgColumn[], personId: PersonId): SQL {
  return sql`(${sql.join(
    whose.map((column) => sql`${column}::text = ${personId}`),
    sql` or `,
  )})`
}
