import { createHash } from 'node:crypto'
import { getTableName, type SQL, sql } from 'drizzle-orm'
import { PgDialect } from 'drizzle-orm/pg-core'
import pg from 'pg'
import { idsOf, type Scope } from './scope.ts'
import { atTheDoor, type Declaration, type Visibility } from './visibility.ts'

/** Who the policies are for: the application in its scope, the owner without one. */
export type PolicyRoles = { app: string; owner: string }

export type Policy = { table: string; name: string; command: 'select' | 'insert' | 'update' | 'delete' | 'all' }

export type Policies = {
  /** All of it, in one transaction, as the owner. */
  statements: string[]
  /** What a catalogue must show afterwards. */
  policies: Policy[]
  sha256: string
}

/** The database's policies of every declared table, from the same declarations that give the `where` of every read. */
export function policiesOf(declarations: ReadonlyMap<string, Declaration>, roles: PolicyRoles): Policies {
  const functions = new Map<string, string>()
  const scope = scopeOfSettings(functions)
  const names = [...declarations.keys()].sort()
  const written = names.flatMap((name) => {
    const declaration = declarations.get(name)
    return declaration ? policiesOfTable(declaration, scope, roles) : []
  })
  const app = pg.escapeIdentifier(roles.app)
  const statements = [
    'drop schema if exists scope cascade',
    'create schema scope',
    `grant usage on schema scope to ${app}`,
    ...[...functions].map(([name, body]) => functionText(name, body)),
    'revoke execute on all functions in schema scope from public',
    `grant execute on all functions in schema scope to ${app}`,
    ...written.map((one) => one.text),
    ...names.map((name) => `alter table ${quoted(name)} enable row level security, force row level security`),
  ]
  const sha256 = createHash('sha256').update(statements.join(';\n')).digest('hex')
  return { statements, sha256, policies: written.map(({ table, name, command }) => ({ table, name, command })) }
}

type Written = Policy & { text: string }

function policiesOfTable({ table, visibility, beyond }: Declaration, scope: Scope, roles: PolicyRoles): Written[] {
  const name = getTableName(table)
  const reads = anyOf(
    inScope(visibility, visibility.where(scope)),
    beyond.map((one) => one.reads?.(scope)),
  )
  const writes = inScope(visibility, (visibility.writes ?? visibility.where)(scope))
  const adds = anyOf(
    inScope(visibility, (visibility.adds ?? visibility.writes ?? visibility.where)(scope)),
    beyond.map((one) => one.adds?.(scope)),
  )
  const changes = anyOf(
    writes,
    beyond.map((one) => one.changes?.(scope)),
  )
  const removes = anyOf(
    writes,
    beyond.map((one) => one.removes?.(scope)),
  )
  const app = pg.escapeIdentifier(roles.app)
  const owner = pg.escapeIdentifier(roles.owner)
  const policy = (policyName: string, command: Policy['command'], to: string, rule: string): Written => ({
    ...{ table: name, name: policyName, command },
    text: `drop policy if exists ${policyName} on ${quoted(name)};
create policy ${policyName} on ${quoted(name)} for ${command} to ${to} ${rule}`,
  })
  return [
    policy('opora_read', 'select', app, `using (${reads})`),
    policy('opora_add', 'insert', app, `with check (${adds})`),
    policy('opora_change', 'update', app, `using (${changes}) with check (${changes})`),
    policy('opora_remove', 'delete', app, `using (${removes})`),
    // The owner copies, restores and migrates whole tables, also where nobody may give her `bypassrls`.
    policy('opora_owner', 'all', owner, 'using (true) with check (true)'),
  ]
}

const IN_HOUSE = sql`current_setting('opora.scope', true) = 'house'`
const IN_SCOPE = sql`current_setting('opora.scope', true) in ('person', 'link')`

/** Whoever says nothing reaches nothing; only what is everybody's asks whether somebody is there at all. */
function inScope({ kind }: Visibility, rule: SQL): SQL {
  return kind === 'reference' ? sql`${IN_SCOPE} and (${rule})` : rule
}

function anyOf(first: SQL, others: (SQL | undefined)[]): string {
  // The most frequent answer first: what comes after it is worked out for the other rows only. Who stands at the door is
  // asked at every request, and the answer is one for all rows.
  const door = textOf(atTheDoor())
  const beside = others.flatMap((one) => one ?? [])
  const atDoor = beside.filter((one) => textOf(one) === door)
  const rest = beside.filter((one) => textOf(one) !== door)
  return textOf(
    sql.join(
      [...atDoor, first, IN_HOUSE, ...rest].map((one) => sql`(${one})`),
      sql` or `,
    ),
  )
}

function scopeOfSettings(functions: Map<string, string>): Scope {
  return {
    personId: scalar('person', 'uuid'),
    patterns: array('patterns', 'text[]'),
    above: array('above', 'uuid[]'),
    token: scalar('token', 'text'),
    login: scalar('login', 'text'),
    ids(name, select) {
      const body = textOf(select)
      const known = functions.get(name)
      if (known !== undefined && known !== body) throw new Error(`scope.${name} stands for two sub-selects`)
      functions.set(name, body)
      return idsOf(name)
    },
  }
}

function scalar(name: string, type: string): SQL {
  return sql.raw(`(nullif(current_setting('opora.${name}', true), '')::${type})`)
}

/** Taken apart once for a statement, not for each row. */
function array(name: string, type: string): SQL {
  return sql.raw(`((select nullif(current_setting('opora.${name}', true), '')::${type})::${type})`)
}

/**
 * As the owner it sees whole tables; it hands out only the ids that the scope reaches. Its cost is said to be small,
 * because a statement asks it once: the planner would count it for each row and read whole tables to ask it less often.
 * Inside, it goes by indexes: of a few patterns the planner expects half the table, and every statement would read that.
 */
function functionText(name: string, body: string): string {
  return `create function scope.${quoted(name)}() returns setof uuid language plpgsql stable parallel safe security definer cost 1 rows 20
set search_path = public, pg_temp set enable_seqscan = off as $scope$ begin return query ${body}; end $scope$`
}

function textOf(query: SQL): string {
  const { sql: text, params } = new PgDialect().sqlToQuery(query)
  if (params.length > 0) throw new Error(`a policy cannot hold a value of one request: ${text}`)
  return text
}

function quoted(name: string): string {
  return pg.escapeIdentifier(name)
}
