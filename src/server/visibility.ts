import { getTableName, type SQL, sql, type Table } from 'drizzle-orm'
import type { Actor } from '../kernel/actor.ts'
import { type Scope, scopeOfStatement } from './scope.ts'

export const visibilityKinds = [
  'own subtree',
  'shared down by its owner',
  'participants of this thing',
  'person',
  'reference',
  'machinery',
] as const

/** Who sees a table's rows, said once beside the table: the `where` of every read, and the database's own policies. */
export type Visibility = {
  kind: (typeof visibilityKinds)[number]
  where(scope: Scope): SQL
  /** Whose rows may be written, where that is less than what is read. */
  writes?(scope: Scope): SQL
  /** What may be added, where that is less again: a row that would open another one to its maker. */
  adds?(scope: Scope): SQL
}

/** What the database lets through beside the visibility, because a rule or a change needs it; no list ever shows it. */
export type Beyond = {
  because: string
  reads?(scope: Scope): SQL
  adds?(scope: Scope): SQL
  changes?(scope: Scope): SQL
  removes?(scope: Scope): SQL
}

export type Declaration = { table: Table; visibility: Visibility; beyond: readonly Beyond[] }

const declared = new Map<string, Declaration>()

/** Declares who sees the rows of a table. A table is declared once. */
export function declareVisibility(table: Table, visibility: Visibility, ...beyond: readonly Beyond[]) {
  const name = getTableName(table)
  if (declared.has(name)) throw new Error(`${name} has two visibilities`)
  declared.set(name, { table, visibility, beyond })
}

/** The `where` of every read of this table. Jobs and the operator at the terminal act for the house and see all. */
export function visibleTo(actor: Actor, table: Table): SQL {
  return visibleAs(actor.kind, table, scopeOfStatement(actor))
}

/** The same for any actor of this kind, whose scope is told apart. */
export function visibleAs(kind: Actor['kind'], table: Table, scope: Scope): SQL {
  const found = declared.get(getTableName(table))
  if (!found) throw new Error(`${getTableName(table)} declares no visibility`)
  if (kind === 'job' || kind === 'operator') return sql`true`
  if (kind === 'nobody') return sql`false`
  return sql`(${found.visibility.where(scope)})`
}

/** Everything declared, by the table's name in the database. */
export function declaredVisibilities(): ReadonlyMap<string, Declaration> {
  return declared
}

/** Everybody who is signed in reads it; the house writes it. */
export const reference: Visibility = { kind: 'reference', where: () => sql`true`, writes: () => sql`false` }

/** Nobody reads it through a service: keys, limits, sessions' tokens. */
export const machinery: Visibility = { kind: 'machinery', where: () => sql`false` }

/** Said of what is read before it is known who asks: the session that a token belongs to, and counters of attempts. */
export const atTheDoor = (): SQL => sql`(select current_setting('opora.scope', true) = 'door')`

/** Said of traces that whoever acts leaves, also without an account; a transaction that names nobody leaves none. */
export const asSomebody = (): SQL => sql`(select current_setting('opora.scope', true) in ('person', 'link', 'nobody'))`
