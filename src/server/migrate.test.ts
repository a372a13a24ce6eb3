import assert from 'node:assert/strict'
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, test } from 'vitest'
import { emptyDatabase } from '../../test/harness/database.ts'
import { migrate } from './migrate.ts'
import { withClient } from './postgres/with-client.ts'

let parent: string
let folder: string
let ownerUrl: string
beforeAll(async () => {
  parent = await mkdtemp(join(tmpdir(), 'opora-migrations-'))
  folder = join(parent, 'delivered')
  await mkdir(folder)
  await writeFile(
    join(folder, '0001_make_school.sql'),
    'create table school (id int); grant select on school to opora_app;',
  )
  await writeFile(join(folder, '0002_name_school.sql'), 'alter table school add name text;')
})
afterAll(() => rm(parent, { recursive: true }))
beforeEach(async () => {
  ownerUrl = (await emptyDatabase()).ownerUrl
})

test('files are applied in order, once', async () => {
  assert.deepEqual(await migrate({ ownerUrl, folder }), ['0001_make_school.sql', '0002_name_school.sql'])
  assert.deepEqual(await migrate({ ownerUrl, folder }), [])
})

test('two processes at the same time apply each file once', async () => {
  const applied = await Promise.all([1, 2, 3].map(() => migrate({ ownerUrl, folder })))
  assert.equal(applied.flat().length, 2)
})

test('a file that fails leaves nothing behind, and what stood before it stays', async () => {
  const broken = await copyWith('0003_break.sql', 'create table half (id int); select 1/0;')
  await assert.rejects(
    migrate({ ownerUrl, folder: broken }),
    /Не удалось применить migrations\/0003_break\.sql: division by zero/,
  )
  assert.deepEqual(await tables(), ['schema_migration', 'school'])
})

test('an applied file that was edited is refused', async () => {
  await migrate({ ownerUrl, folder })
  const edited = await copyWith('0002_name_school.sql', 'alter table school add title text;')
  await assert.rejects(migrate({ ownerUrl, folder: edited }), /0002_name_school\.sql изменён после того/)
})

test('a database newer than the program is refused with advice', async () => {
  await migrate({ ownerUrl, folder: await copyWith('0003_newer.sql', 'create table newer (id int);') })
  await assert.rejects(
    migrate({ ownerUrl, folder }),
    /База данных новее программы: в ней есть изменение 0003_newer\.sql/,
  )
})

test('a gap in the numbers is refused before anything is applied', async () => {
  const gap = await copyWith('0004_gap.sql', 'select 1;')
  await assert.rejects(migrate({ ownerUrl, folder: gap }), /на месте 0003 лежит 0004_gap\.sql/)
  assert.deepEqual(await tables(), [])
})

test('a table that somebody holds is not waited for longer than three seconds', async () => {
  await migrate({ ownerUrl, folder })
  const next = await copyWith('0003_change.sql', 'alter table school add city text;')
  await withClient(ownerUrl, async (holder) => {
    await holder.query('begin; lock table school')
    await assert.rejects(migrate({ ownerUrl, folder: next }), /Таблица занята другой программой/)
  })
})

test('the role of the application may have another name', async () => {
  await migrate({ ownerUrl, folder, appRole: 'opora_owner' })
  const { rows } = await withClient(ownerUrl, (owner) =>
    owner.query("select has_table_privilege('opora_app', 'school', 'select') as may"),
  )
  assert.equal(rows[0].may, false)
})

async function copyWith(name: string, sql: string): Promise<string> {
  const copy = join(parent, `with-${name}`)
  await cp(folder, copy, { recursive: true })
  await writeFile(join(copy, name), sql)
  return copy
}

async function tables(): Promise<string[]> {
  const { rows } = await withClient(ownerUrl, (owner) =>
    owner.query<{ name: string }>("select tablename as name from pg_tables where schemaname = 'public' order by 1"),
  )
  return rows.map((row) => row.name)
}
