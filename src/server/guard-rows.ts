import pg from 'pg'
import { CannotStart } from './cannot-start.ts'
import { withClient } from './postgres/with-client.ts'
import { type Policies, policiesOf } from './row-policies.ts'
import type { Declaration } from './visibility.ts'

type Guarding = {
  ownerUrl: string
  appRole: string
  declarations: ReadonlyMap<string, Declaration>
}

/** Tables that the application's role is granted nothing on, each with who needs it. */
export const UNGUARDED: Readonly<Record<string, string>> = {
  schema_migration: 'the ledger of migrations: the owner alone reads and writes it',
}

/** Puts the declared visibilities in force as the database's own; does nothing where they are. Two processes do it in turn. */
export async function guardRows({ ownerUrl, appRole, declarations }: Guarding): Promise<void> {
  await withClient(ownerUrl, async (client) => {
    await client.query("select pg_advisory_lock(hashtext('opora'), hashtext('schema_migration'))")
    await client.query("set lock_timeout = '3s'")
    await client.query('set client_min_messages = warning')
    const owner = await ownerOf(client)
    await refuseRoleAbove(client, appRole, owner)
    await refuseUndeclared(client, declarations)
    const policies = policiesOf(declarations, { app: appRole, owner })
    if (!(await isInForce(client, policies, [...declarations.keys()]))) await apply(client, policies)
  })
}

async function apply(client: pg.Client, { statements, sha256 }: Policies): Promise<void> {
  await client.query('begin')
  for (const statement of statements) await client.query(statement)
  await client.query(`comment on schema scope is ${pg.escapeLiteral(sha256)}`)
  await client.query('commit')
}

async function isInForce(client: pg.Client, { sha256 }: Policies, tables: string[]): Promise<boolean> {
  const { rows } = await client.query<{ applied: string | null; open: number }>(
    `select (select obj_description(oid, 'pg_namespace') from pg_namespace where nspname = 'scope') as applied,
      (select count(*)::int from pg_class where relnamespace = 'public'::regnamespace and relname = any($1)
        and not (relrowsecurity and relforcerowsecurity)) as open`,
    [tables],
  )
  return rows[0]?.applied === sha256 && rows[0].open === 0
}

async function ownerOf(client: pg.Client): Promise<string> {
  const { rows } = await client.query<{ name: string }>('select current_user as name')
  return rows[0]?.name ?? ''
}

async function refuseUndeclared(client: pg.Client, declarations: Guarding['declarations']): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `select relname as name from pg_class
     where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') order by relname`,
  )
  const found = rows.map((row) => row.name)
  const undeclared = found.filter((name) => !declarations.has(name) && !(name in UNGUARDED))
  if (undeclared.length === 0) return
  throw new CannotStart(
    `Таблицы без объявленной видимости: ${undeclared.join(', ')}. Опора не запускается, пока не сказано, кто их видит.`,
  )
}

/** A role that row-level security does not hold would see everything. */
async function refuseRoleAbove(client: pg.Client, app: string, owner: string): Promise<void> {
  const { rows } = await client.query<{ above: boolean }>(
    `select rolsuper or rolbypassrls or pg_has_role(rolname, $2, 'member') as above from pg_roles where rolname = $1`,
    [app, owner],
  )
  if (!rows[0]?.above) return
  throw new CannotStart(
    `Роль приложения ${app} сильнее, чем нужно: она суперпользователь, обходит защиту строк (bypassrls) или входит ` +
      `в роль владельца ${owner}. Дайте приложению обычную роль, как описано в docs/operations.md.`,
  )
}
