import { getTableName, type SQL, sql, type Table } from 'drizzle-orm'
import type { Actor } from '../kernel/actor.ts'

export const visibilityKinds = [
  'own subtree',
  'shared down by its owner',
  'participants of this thing',
  'person',
  'reference',
  'machinery',
] as const

/** Who sees a table's rows, said once beside the table. */
export type Visibility = {
  kind: (typeof visibilityKinds)[number]
  where(actor: Actor): SQL
}

const declared = new Map<string, Visibility>()

/** Declares who sees the rows of a table. A table is declared once. */
export function declareVisibility(table: Table, visibility: Visibility) {
  const name = getTableName(table)
  if (declared.has(name)) throw new Error(`${name} has two visibilities`)
  declared.set(name, visibility)
}

/** The `where` of every read of this table. Jobs and the operator at the terminal act for the house and see all. */
export function visibleTo(actor: Actor, table: Table): SQL {
  const visibility = declared.get(getTableName(table))
  if (!visibility) throw new Error(`${getTableName(table)} declares no visibility`)
  if (actor.kind === 'job' || actor.kind === 'operator') return sql`true`
  if (actor.kind === 'nobody') return sql`false`
  return sql`(${visibility.where(actor)})`
}

/** For the check that no table was forgotten. */
export function declaredVisibilities(): ReadonlyMap<string, Visibility> {
  return declared
}

/** Everybody who is signed in reads it. */
export const reference: Visibility = { kind: 'reference', where: () => sql`true` }

/** Nobody reads it through a service: keys, limits, sessions' tokens. */
export const machinery: Visibility = { kind: 'machinery', where: () => sql`false` }
