import { type SQL, sql } from 'drizzle-orm'
import type { NodePgDatabase } from 'drizzle-orm/node-postgres'
import { type Actor, pathsOf, personIdOf } from '../kernel/actor.ts'

/** What the database knows of whoever asks, as pieces of a statement: bound values, or settings of the transaction. */
export type Scope = {
  /** Null for whoever is no person. */
  personId: SQL
  /** Patterns of the paths of everything that the memberships reach. */
  patterns: SQL
  /** The organisations of the memberships and those above them. */
  above: SQL
  /** What somebody without an account has shown: the hash of a link's token, the name typed to sign in. */
  token: SQL
  login: SQL
  /**
   * A sub-select of ids under a name of its own. A policy asks it of a function of the owner, because a policy that
   * reads a table is itself subject to that table's policies, and one that reads its own would never end.
   */
  ids(name: string, select: SQL): SQL
}

/** `house`: jobs and the operator. `door`: who stands behind a session, and counters of attempts. */
type ScopeKind = 'house' | 'person' | 'link' | 'nobody' | 'door'

/** For the `where` of a statement. */
export function scopeOfStatement(actor: Actor): Scope {
  return {
    personId: sql`${personIdOf(actor)}::uuid`,
    patterns: textArray(patternsOf(actor)),
    above: sql`${textArray(idsAbove(actor))}::uuid[]`,
    token: sql`null::text`,
    login: sql`null::text`,
    // The transaction has said who asks; so read, the tables need not be planned again for each statement.
    ids: (name) => idsOf(name),
  }
}

/** For the `where` of a statement that is written before it is known who asks. */
export const scopeOfPlaceholders: Scope = {
  personId: sql`${sql.placeholder('scope.person')}::uuid`,
  patterns: sql`${sql.placeholder('scope.patterns')}::text[]`,
  above: sql`${sql.placeholder('scope.above')}::uuid[]`,
  token: sql`null::text`,
  login: sql`null::text`,
  ids: (name) => idsOf(name),
}

/** What stands for its names once somebody asks. */
export function scopeValues(actor: Actor): Record<string, unknown> {
  return { 'scope.person': personIdOf(actor), 'scope.patterns': patternsOf(actor), 'scope.above': idsAbove(actor) }
}

/** The sub-select of ids that the database keeps under this name. */
export function idsOf(name: string): SQL {
  return sql`(select scope.${sql.identifier(name)}())`
}

/** What a transaction tells the database of its actor; it is forgotten with the transaction. */
export function scopeSettings(actor: Actor): { text: string; values: string[] } {
  return {
    text: `select set_config('opora.scope', $1, true), set_config('opora.person', $2, true),
      set_config('opora.patterns', $3, true), set_config('opora.above', $4, true)`,
    values: [
      kindOf(actor),
      personIdOf(actor) ?? '',
      `{${patternsOf(actor).join(',')}}`, // ids and slashes only: nothing that an array would have to quote
      `{${idsAbove(actor).join(',')}}`,
    ],
  }
}

/**
 * A connection on which no transaction says who asks: it only ever asks who stands at the door, each time by a token of
 * its own, so one plan serves for all.
 */
export const DOOR_OPTIONS = '-c opora.scope=door -c plan_cache_mode=force_generic_plan'

/** Tells the database what somebody without an account has shown, so that it shows what belongs to that and no more. */
export async function show(db: NodePgDatabase, what: 'token' | 'login', value: string): Promise<void> {
  await db.execute(sql`select set_config(${`opora.${what}`}, ${value}, true)`)
}

/** From here on the transaction acts for the house: whatever it still does must be the house's own. */
export async function actForHouse(db: NodePgDatabase): Promise<void> {
  await db.execute(sql`select set_config('opora.scope', 'house', true)`)
}

/** From here on the transaction acts for this actor. */
export async function tellScope(db: NodePgDatabase, actor: Actor): Promise<void> {
  const [scope, person, patterns, above] = scopeSettings(actor).values
  await db.execute(sql`select set_config('opora.scope', ${scope}, true), set_config('opora.person', ${person}, true),
    set_config('opora.patterns', ${patterns}, true), set_config('opora.above', ${above}, true)`)
}

function kindOf(actor: Actor): ScopeKind {
  return actor.kind === 'job' || actor.kind === 'operator' ? 'house' : actor.kind
}

function patternsOf(actor: Actor): string[] {
  return pathsOf(actor).map((path) => `${path}%`)
}

function idsAbove(actor: Actor): string[] {
  return [...new Set(pathsOf(actor).flatMap((path) => path.split('/').filter((part) => part !== '')))]
}

function textArray(values: string[]): SQL {
  return sql`${sql.param(values)}::text[]`
}
