import { getTableName } from 'drizzle-orm'
import type pg from 'pg'
import { beforeAll, describe, expect, test } from 'vitest'
import { allTables } from '../src/app/tables.ts'
import { openForFilling } from '../src/server/backup/clear-database.ts'
import { guardRows, UNGUARDED } from '../src/server/guard-rows.ts'
import { APP, OWNER } from '../src/server/postgres/roles.ts'
import { withClient } from '../src/server/postgres/with-client.ts'
import { policiesOf } from '../src/server/row-policies.ts'
import { declaredVisibilities, declareVisibility, reference } from '../src/server/visibility.ts'
import { cloneDatabase, type TestDatabase } from './harness/database.ts'

/** Schemas beside ours, each with why no row of it is anybody's. */
const OTHER_SCHEMAS: Record<string, string> = {
  pgboss: 'the queue of jobs: names of jobs and ids, read by workers only',
}

let database: TestDatabase
const declarations = declaredVisibilities()
const inForce = policiesOf(declarations, { app: APP, owner: OWNER })

beforeAll(async () => {
  database = await cloneDatabase()
})

function ask<Row extends object>(text: string): Promise<Row[]> {
  return withClient(database.ownerUrl, async (client) => (await client.query<Row>(text)).rows)
}

describe('the catalogue says what the declarations say', () => {
  test('every table that the application may touch is guarded, and its owner as well', async () => {
    const open = await ask<{ schema: string; name: string }>(
      `select n.nspname as schema, c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where c.relkind in ('r', 'p', 'v', 'm', 'f') and n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast')
         and has_any_column_privilege('${APP}', c.oid, 'select, insert, update')
         and not (c.relrowsecurity and c.relforcerowsecurity)`,
    )
    expect(open.filter(({ schema }) => !(schema in OTHER_SCHEMAS))).toEqual([])
  })

  test('the only unguarded tables of ours are those that the application is granted nothing on', async () => {
    const unguarded = await ask<{ name: string; reached: boolean }>(
      `select relname as name, has_any_column_privilege('${APP}', oid, 'select, insert, update') as reached from pg_class
       where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not (relrowsecurity and relforcerowsecurity)`,
    )
    expect(unguarded).toEqual(Object.keys(UNGUARDED).map((name) => ({ name, reached: false })))
  })

  test('every declaration is in force and nothing beside it', async () => {
    const found = await ask<{ line: string }>(
      `select tablename || ' ' || policyname || ' ' || lower(cmd) || ' ' || array_to_string(roles, ',') as line
       from pg_policies where schemaname = 'public'`,
    )
    const declared = inForce.policies.map(({ table, name, command }) => {
      return `${table} ${name} ${command} ${name === 'opora_owner' ? OWNER : APP}`
    })
    expect(found.map(({ line }) => line).sort()).toEqual(declared.sort())
    expect(new Set(inForce.policies.map(({ table }) => table)).size).toBe(allTables.length)
  })

  test('what was put in force is what the program would put in force now', async () => {
    const [kept] = await ask<{ sha256: string }>(
      `select obj_description(oid, 'pg_namespace') as sha256 from pg_namespace where nspname = 'scope'`,
    )
    expect(kept?.sha256).toBe(inForce.sha256)
  })
})

describe('the owner works past every scope', () => {
  /** What PostgreSQL answers to a copy for which no bytes follow. */
  async function copyInto(client: pg.Client): Promise<string> {
    await client.query('savepoint before_copy')
    const answer = await client.query('copy threshold from stdin').catch((error: Error) => error.message)
    await client.query('rollback to before_copy')
    return String(answer)
  }

  test('she copies whole tables out, changes them, and copies into them', async () => {
    await withClient(database.ownerUrl, async (client) => {
      const changed = await client.query('update threshold set source = source')
      expect(changed.rowCount).toBeGreaterThan(0)
      expect((await client.query('copy threshold to stdout')).rowCount).toBe(changed.rowCount)
      await client.query('begin')
      expect(await copyInto(client)).toMatch('row-level security')
      const { putBack } = await openForFilling(client, [])
      expect(await copyInto(client)).toMatch('No source stream')
      await putBack()
      expect(await copyInto(client)).toMatch('row-level security')
      await client.query('commit')
    })
  })
})

describe('at the start', () => {
  const { ownerUrl, appRole } = { ownerUrl: () => database.ownerUrl, appRole: APP }

  test.each(allTables.map((table) => getTableName(table)))('%s without its declaration stops it', async (name) => {
    const rest = new Map([...declarations].filter(([table]) => table !== name))
    await expect(guardRows({ ownerUrl: ownerUrl(), appRole, declarations: rest })).rejects.toThrow(name)
  })

  test('nothing is done again; a table that somebody opened is closed', async () => {
    const made = () => ask<{ oid: number }>(`select oid::int from pg_policy where polname = 'opora_read' order by oid`)
    const before = await made()
    await guardRows({ ownerUrl: ownerUrl(), appRole, declarations })
    expect(await made()).toEqual(before)

    await ask('alter table person disable row level security')
    await guardRows({ ownerUrl: ownerUrl(), appRole, declarations })
    const [person] = await ask<{ closed: boolean }>(
      `select relrowsecurity as closed from pg_class where oid = 'public.person'::regclass`,
    )
    expect(person?.closed).toBe(true)
  })

  test('a role that no policy holds is refused', async () => {
    await expect(guardRows({ ownerUrl: ownerUrl(), appRole: OWNER, declarations })).rejects.toThrow(
      'сильнее, чем нужно',
    )
  })

  test('a table is declared once', () => {
    const [table] = allTables
    if (!table) throw new Error('no tables')
    expect(() => declareVisibility(table, reference)).toThrow('two visibilities')
  })
})
