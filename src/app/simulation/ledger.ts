import { getTableColumns, getTableName } from 'drizzle-orm'
import type { PgTable } from 'drizzle-orm/pg-core'
import { hashOfValue, valueRowOf } from '../../features/audit/service.ts'
import { auditEntries, auditValues } from '../../features/audit/tables.ts'
import type { OrganisationId, PersonId } from '../../kernel/id.ts'
import type { Chance } from './chance.ts'

/** Statements of the owner inside the one transaction that fills the region. */
export type Write = (sql: string, values: unknown[]) => Promise<unknown>

export type Trace = {
  action: string
  subjectId: string
  organisationId: OrganisationId | null
  by: PersonId | null
  at: Date
  before?: unknown
  after?: unknown
}

/** Collects rows by table and writes them in the order in which tables were first named. */
export type Ledger = {
  add<T extends PgTable>(table: T, ...rows: T['$inferInsert'][]): void
  /** The audit entry that the product leaves for such a change. */
  trace(trace: Trace): void
  flush(): Promise<void>
  /** Rows written, by table. */
  counts(): Record<string, number>
}

export function openLedger(write: Write, tables: readonly PgTable[], chance: Chance): Ledger {
  const waiting = new Map<PgTable, object[]>(tables.map((table) => [table, []]))
  const written = new Map<string, number>()
  const put = (table: PgTable, rows: readonly object[]) => {
    const list = waiting.get(table)
    if (!list) throw new Error(`${getTableName(table)} is not among the tables of the region`)
    list.push(...rows)
  }
  return {
    add: (table, ...rows) => put(table, rows),
    trace({ by, ...trace }) {
      const id = chance.id<'auditEntry'>(trace.at)
      const entry = { ...trace, id, actorKind: by ? 'person' : 'operator', personId: by }
      const value = valueRowOf(id, trace, chance.id(trace.at))
      put(auditEntries, [{ ...entry, requestId: chance.id(trace.at), valueHash: value && hashOfValue(value) }])
      if (value) put(auditValues, [value])
    },
    async flush() {
      for (const [table, rows] of waiting) {
        await insert(write, table, rows)
        written.set(getTableName(table), (written.get(getTableName(table)) ?? 0) + rows.length)
        rows.length = 0
      }
    },
    counts: () => Object.fromEntries(written),
  }
}

/** One statement for all rows of the table, whatever its columns; a column that no row names takes its default. */
async function insert(write: Write, table: PgTable, rows: readonly object[]): Promise<void> {
  if (rows.length === 0) return
  const named = new Set(rows.flatMap((one) => Object.keys(one)))
  const columns = Object.entries(getTableColumns(table)).filter(([key]) => named.has(key))
  const list = columns.map(([, column]) => `"${column.name}"`).join(', ')
  const values = rows.map((one) => {
    const cells: Record<string, unknown> = { ...one }
    return Object.fromEntries(columns.map(([key, column]) => [column.name, key in cells ? cells[key] : column.default]))
  })
  const name = `"${getTableName(table)}"`
  await write(`insert into ${name} (${list}) select ${list} from json_populate_recordset(null::${name}, $1::json)`, [
    JSON.stringify(values),
  ])
}
