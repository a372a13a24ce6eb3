import { getTableName } from 'drizzle-orm'
import type { PgTable } from 'drizzle-orm/pg-core'

/**
 * What a column holds. `open`: nothing of a person. `personal`: a person's own data. `whose`: which person, by id alone.
 * `words`: a text that people type and that may name somebody. `document`: the words of a signed paper, kept as they are.
 * `secret`: what opens something; never exported, never shown.
 */
export const columnClasses = ['open', 'personal', 'whose', 'words', 'document', 'secret'] as const
export type ColumnClass = (typeof columnClasses)[number]

type ColumnsOf<T extends PgTable> = Record<keyof T['_']['columns'], ColumnClass>

/** A table in the register of data: for the operator's papers, for what is exported of a person and what is destroyed. */
export type TableRecord = {
  table: PgTable
  /** As a reader of the register calls it. */
  title: string
  /** Why it is kept. */
  purpose: string
  /** How long, and what ends it. */
  retention: string
  columns: Readonly<Record<string, ColumnClass>>
}

const described = new Map<string, TableRecord>()

/** Says of every column of a table what it holds; one that is left out does not compile. A table is described once. */
export function describeTable<T extends PgTable>(
  table: T,
  record: { title: string; purpose: string; retention: string; columns: ColumnsOf<T> },
): void {
  const name = getTableName(table)
  if (described.has(name)) throw new Error(`${name} is described twice`)
  described.set(name, { ...record, table })
}

/** Every described table, by its name in the database. */
export function describedTables(): ReadonlyMap<string, TableRecord> {
  return described
}
