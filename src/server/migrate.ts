import pg from 'pg'
import { CannotStart } from './cannot-start.ts'
import { type Migration, readMigrations } from './migration-files.ts'
import { withClient } from './postgres/with-client.ts'

export interface MigrateOptions {
  ownerUrl: string
  /** The folder with 0001_….sql and on. */
  folder: string
  /** The role that the files call `opora_app`; another name is put in its place. */
  appRole?: string
}

/** Brings the database to the program's state and answers with the names of what was applied; two processes do it in turn. */
export async function migrate({ ownerUrl, folder, appRole = 'opora_app' }: MigrateOptions): Promise<string[]> {
  const migrations = await readMigrations(folder, appRole)
  const client = new pg.Client({ connectionString: ownerUrl })
  client.on('error', () => undefined) // told by the next statement
  await client.connect()
  try {
    await client.query("select pg_advisory_lock(hashtext('opora'), hashtext('schema_migration'))")
    await client.query("set lock_timeout = '3s'")
    await makeLedger(client)
    const pending = pendingOf(migrations, await listApplied(client))
    for (const migration of pending) await apply(client, migration)
    return pending.map((migration) => migration.name)
  } finally {
    await client.end()
  }
}

/** Makes the list of what was applied, when missing. */
export async function makeLedger(client: pg.ClientBase): Promise<void> {
  await client.query(LEDGER)
}

/** Applies one file inside the caller's transaction. */
export async function applyInside(client: pg.ClientBase, { name, sha256, sql }: Migration): Promise<void> {
  await client.query(sql)
  await client.query('insert into schema_migration (name, sha256) values ($1, $2)', [name, sha256])
}

/** Whether the database waits for changes of this program; one that is newer or foreign is refused in words. */
export async function listPending({ ownerUrl, folder, appRole = 'opora_app' }: MigrateOptions): Promise<string[]> {
  const migrations = await readMigrations(folder, appRole)
  return await withClient(ownerUrl, async (client) => {
    const { rows } = await client.query("select to_regclass('public.schema_migration') is not null as there")
    const applied = rows[0]?.there ? await listApplied(client) : []
    return pendingOf(migrations, applied).map(({ name }) => name)
  })
}

const LEDGER = `create table if not exists schema_migration (
  name text constraint schema_migration_pkey primary key,
  sha256 text not null,
  applied_at timestamptz not null default now()
)`

interface Applied {
  name: string
  sha256: string
}

async function listApplied(client: pg.Client): Promise<Applied[]> {
  const { rows } = await client.query<Applied>('select name, sha256 from schema_migration order by name collate "C"')
  return rows
}

/** What is left to apply. Applied files must be those that we have, unchanged and in our order. */
function pendingOf(migrations: Migration[], applied: Applied[]): Migration[] {
  applied.forEach(({ name, sha256 }, index) => {
    const known = migrations.find((migration) => migration.name === name)
    if (known === undefined) throw newerDatabase(name)
    if (known.sha256 !== sha256) throw editedMigration(name)
    if (migrations[index] !== known) throw skippedMigration(migrations[index]?.name ?? name, name)
  })
  return migrations.slice(applied.length)
}

async function apply(client: pg.Client, migration: Migration): Promise<void> {
  await client.query('begin')
  try {
    await applyInside(client, migration)
    await client.query('commit')
  } catch (cause) {
    await client.query('rollback').catch(() => undefined) // the first failure is the one to tell
    throw failedMigration(migration.name, cause)
  }
}

function newerDatabase(name: string): CannotStart {
  return new CannotStart(
    `База данных новее программы: в ней есть изменение ${name}, которого эта версия Опоры не знает. ` +
      'Установите ту версию Опоры, с которой база работала, или более новую. Данные не тронуты.',
  )
}

function editedMigration(name: string): CannotStart {
  return new CannotStart(
    `Файл migrations/${name} изменён после того, как был применён к этой базе данных. ` +
      'Верните файл из поставки Опоры. Данные не тронуты.',
  )
}

function skippedMigration(missing: string, later: string): CannotStart {
  return new CannotStart(
    `К базе данных применён файл ${later}, но не применён предшествующий ему ${missing}. ` +
      'Возможно, она создана другой сборкой Опоры. Данные не тронуты.',
  )
}

function failedMigration(name: string, cause: unknown): CannotStart {
  const reason = cause instanceof Error ? cause.message : String(cause)
  const isBusy = cause instanceof pg.DatabaseError && cause.code === '55P03'
  const advice = isBusy
    ? 'Таблица занята другой программой: остановите остальные процессы Опоры и запустите снова.'
    : 'Изменение отменено целиком, база осталась прежней.'
  return new CannotStart(`Не удалось применить migrations/${name}: ${reason}. ${advice}`, { cause })
}
