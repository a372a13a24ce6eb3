import pg from 'pg'
import { placeOf } from './describe-database.ts'

/** What stood in the way of filling, and how to put it back: keys between tables, triggers, forced rules of visibility. */
export type PutAside = { putBack(): Promise<void> }

/** Inside a transaction: removes what the owner made in the schema, so that it can be made anew at another state. */
export async function dropOwnObjects(client: pg.ClientBase): Promise<void> {
  const { rows } = await client.query<{ statement: string }>(
    `select format('drop %s if exists %s cascade',
         case c.relkind when 'v' then 'view' when 'm' then 'materialized view' when 'S' then 'sequence' else 'table' end,
         c.oid::regclass) as statement
       from pg_class c
       where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v', 'm', 'S') and not c.relispartition
         and c.relowner = (select oid from pg_roles where rolname = current_user)
     union all
     select format('drop routine if exists %s cascade', p.oid::regprocedure) from pg_proc p
       where p.pronamespace = 'public'::regnamespace
         and p.proowner = (select oid from pg_roles where rolname = current_user)
     union all
     select format('drop type if exists %s cascade', t.oid::regtype) from pg_type t
       where t.typnamespace = 'public'::regnamespace and t.typtype in ('e', 'd')
         and t.typowner = (select oid from pg_roles where rolname = current_user)`,
  )
  for (const { statement } of rows) await client.query(statement)
}

/** Inside a transaction: empties the tables and puts aside what would refuse rows that come in another order. */
export async function openForFilling(client: pg.ClientBase, tables: readonly string[]): Promise<PutAside> {
  const back: string[] = []
  for (const { name, place, definition } of await listForeignKeys(client)) {
    await client.query(`alter table ${place} drop constraint ${pg.escapeIdentifier(name)}`)
    back.push(`alter table ${place} add constraint ${pg.escapeIdentifier(name)} ${definition}`)
  }
  for (const { name, place } of await listTriggers(client)) {
    await client.query(`alter table ${place} disable trigger ${pg.escapeIdentifier(name)}`)
    back.push(`alter table ${place} enable trigger ${pg.escapeIdentifier(name)}`)
  }
  for (const { place } of await listForced(client)) {
    await client.query(`alter table ${place} no force row level security`)
    back.push(`alter table ${place} force row level security`)
  }
  if (tables.length > 0) await client.query(`truncate ${tables.map(placeOf).join(', ')}`)
  return {
    async putBack() {
      for (const statement of back) await client.query(statement)
    },
  }
}

type Found = { name: string; place: string }

async function listForeignKeys(client: pg.ClientBase): Promise<(Found & { definition: string })[]> {
  const { rows } = await client.query(
    `select conname as name, conrelid::regclass::text as place, pg_get_constraintdef(oid) as definition
     from pg_constraint
     where contype = 'f' and connamespace = 'public'::regnamespace and conparentid = 0 order by conname`,
  )
  return rows
}

async function listTriggers(client: pg.ClientBase): Promise<Found[]> {
  const { rows } = await client.query(
    `select t.tgname as name, t.tgrelid::regclass::text as place
     from pg_trigger t join pg_class c on c.oid = t.tgrelid
     where c.relnamespace = 'public'::regnamespace and not t.tgisinternal and t.tgenabled = 'O' and t.tgparentid = 0
     order by t.tgname`,
  )
  return rows
}

async function listForced(client: pg.ClientBase): Promise<Found[]> {
  const { rows } = await client.query(
    `select relname as name, oid::regclass::text as place from pg_class
     where relnamespace = 'public'::regnamespace and relforcerowsecurity order by relname`,
  )
  return rows
}
