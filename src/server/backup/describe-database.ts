import pg from 'pg'

/** A table as COPY takes it: its stored columns, and the order that is the same in every copy. */
export type DescribedTable = { name: string; columns: string[]; query: string }

export type Sequence = { name: string; value: string; isCalled: boolean }

/** The migrations' own list is made anew by migrating, never copied. */
const LEDGER = 'schema_migration'

/** Every table of the installation, by name. */
export async function listTables(client: pg.ClientBase): Promise<DescribedTable[]> {
  const { rows } = await client.query<{ name: string; columns: string[]; key: string[] | null }>(
    `select c.relname as name,
       array(select a.attname::text from pg_attribute a
         where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
         order by a.attnum) as columns,
       (select array(select quote_ident(a.attname) || case when a.attcollation = 0 then '' else ' collate "C"' end
          from unnest(i.indkey::int2[]) with ordinality as k (attnum, place)
          join pg_attribute a on a.attrelid = c.oid and a.attnum = k.attnum order by k.place)
        from pg_index i where i.indrelid = c.oid and i.indisprimary) as key
     from pg_class c
     where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
       and c.relname <> $1
     order by c.relname collate "C"`,
    [LEDGER],
  )
  return rows.map(({ name, columns, key }) => ({ name, columns, query: queryOf(name, columns, key) }))
}

export async function listSequences(client: pg.ClientBase): Promise<Sequence[]> {
  const { rows } = await client.query<{ name: string }>(
    `select relname as name from pg_class
     where relnamespace = 'public'::regnamespace and relkind = 'S' order by relname collate "C"`,
  )
  const sequences: Sequence[] = []
  for (const { name } of rows) {
    const state = await client.query<{ value: string; called: boolean }>(
      `select last_value::text as value, is_called as called from ${placeOf(name)}`,
    )
    sequences.push({ name, value: state.rows[0]?.value ?? '1', isCalled: state.rows[0]?.called ?? false })
  }
  return sequences
}

/** What was applied to the database, in order; nothing where it is empty. */
export async function listMigrations(client: pg.ClientBase): Promise<{ name: string; sha256: string }[]> {
  const { rows } = await client.query(`select to_regclass('public.${LEDGER}') is not null as there`)
  if (!rows[0]?.there) return []
  const applied = await client.query<{ name: string; sha256: string }>(
    `select name, sha256 from ${LEDGER} order by name collate "C"`,
  )
  return applied.rows
}

/** Whether somebody works here: any of these tables has a row. A database without them is empty. */
export async function isInUse(client: pg.ClientBase, signs: readonly string[]): Promise<boolean> {
  for (const table of signs) {
    const { rows } = await client.query('select to_regclass($1) is not null as there', [`public.${table}`])
    if (!rows[0]?.there) continue
    const { rowCount } = await client.query(`select 1 from ${placeOf(table)} limit 1`)
    if (rowCount) return true
  }
  return false
}

/** Tables of which the role that asks would see only some rows, so that a copy would be short without anybody knowing. */
export async function listHidden(client: pg.ClientBase): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select c.relname as name from pg_class c
     where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and row_security_active(c.oid)
       and not exists (
         select from pg_policy p
         where p.polrelid = c.oid and p.polpermissive and p.polcmd in ('r', '*')
           and (select oid from pg_roles where rolname = current_user) = any(p.polroles)
           and pg_get_expr(p.polqual, p.polrelid) = 'true')`,
  )
  return rows.map(({ name }) => name)
}

export function placeOf(table: string): string {
  return `public.${pg.escapeIdentifier(table)}`
}

export function columnsOf(columns: readonly string[]): string {
  return columns.map((column) => pg.escapeIdentifier(column)).join(', ')
}

/** A table without a key is ordered by its whole rows. */
function queryOf(name: string, columns: readonly string[], key: readonly string[] | null): string {
  const order = key && key.length > 0 ? key.join(', ') : `row(${columnsOf(columns)})::text collate "C"`
  return `select ${columnsOf(columns)} from ${placeOf(name)} order by ${order}`
}
