import { getTableName } from 'drizzle-orm'
import { getTableConfig } from 'drizzle-orm/pg-core'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { allTables } from '../src/app/tables.ts'
import { declaredVisibilities } from '../src/server/visibility.ts'
import { cloneDatabase } from './harness/database.ts'

type Column = { table_name: string; column_name: string; udt_name: string; is_nullable: 'YES' | 'NO' }

const MACHINERY = ['schema_migration']

let client: pg.Client

beforeAll(async () => {
  const { appUrl } = await cloneDatabase()
  client = new pg.Client({ connectionString: appUrl })
  await client.connect()
})
afterAll(() => client.end())

test('the migrated database is the one that the tables describe', async () => {
  const { rows } = await client.query<Column>(
    `select c.relname as table_name, a.attname as column_name, t.typname as udt_name,
       case when a.attnotnull then 'NO' else 'YES' end as is_nullable
     from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_type t on t.oid = a.atttypid
     where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped`,
  )
  const real = rows
    .filter((row) => !MACHINERY.includes(row.table_name))
    .map((row) => `${row.table_name}.${row.column_name} ${row.udt_name.replace(/^_/, '')} ${row.is_nullable}`)
  const described = allTables.flatMap((table) =>
    getTableConfig(table).columns.map(
      (column) =>
        `${getTableName(table)}.${column.name} ${shortType(column.getSQLType())} ${column.notNull ? 'NO' : 'YES'}`,
    ),
  )
  expect(real.sort()).toEqual(described.sort())
})

test('every table says who sees its rows', () => {
  const names = allTables.map((table) => getTableName(table))
  expect([...declaredVisibilities().keys()].sort()).toEqual(names.sort())
})

describe('the role of the application', () => {
  test.each([
    ['audit_entry', 'id'],
    ['audit_seal', 'number'],
    ['audit_erasure', 'act'],
    ['person_read', 'id'],
  ])('cannot change, remove or empty %s', async (table, column) => {
    for (const statement of [
      `update ${table} set ${column} = ${column}`,
      `delete from ${table}`,
      `truncate ${table}`,
    ]) {
      await expect(client.query(statement)).rejects.toThrow('permission denied')
    }
  })

  test('owns nothing and makes no tables', async () => {
    const { rows } = await client.query(
      `select relname from pg_class where relowner = (select oid from pg_roles where rolname = current_user)`,
    )
    expect(rows).toEqual([])
    await expect(client.query('create table mine (id int)')).rejects.toThrow('permission denied')
    await expect(client.query('alter table audit_entry disable trigger all')).rejects.toThrow('must be owner')
  })
})

function shortType(type: string): string {
  const known: Record<string, string> = {
    integer: 'int4',
    bigint: 'int8',
    boolean: 'bool',
    'timestamp with time zone': 'timestamptz',
    'text[]': 'text',
  }
  return known[type] ?? type
}
