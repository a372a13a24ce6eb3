import type pg from 'pg'
import type { FileStore } from '../file-store.ts'
import { applyInside, makeLedger } from '../migrate.ts'
import { type Migration, readMigrations } from '../migration-files.ts'
import { withClient } from '../postgres/with-client.ts'
import { dropOwnObjects, openForFilling } from './clear-database.ts'
import { copyOut, writeAlike } from './copy.ts'
import { isInUse, listTables, placeOf } from './describe-database.ts'
import { BackupFault, faultOf } from './fault.ts'
import { copyJobs } from './jobs-table.ts'
import type { Manifest } from './manifest.ts'
import { takeEntries } from './take-entries.ts'
import type { VerifiedArchive } from './verify-archive.ts'

/** Where an archive is restored to. */
export type Target = {
  ownerUrl: string
  appRole: string
  migrationsFolder: string
  store: FileStore
  /** Tables of which a single row says that somebody works here already. */
  signsOfUse: readonly string[]
  /** Makes the archive's secret the installation's. */
  keepSecret(secret: string): Promise<void>
}

/**
 * Fills an empty installation from an archive: everything or nothing. What was restored is read again and held against
 * the manifest before it is committed. The jobs' tables exist already; the schema is left as it was when the archive was made.
 */
export async function restoreBackup(archive: VerifiedArchive, target: Target): Promise<void> {
  try {
    refuseDamaged(archive)
    const migrations = migrationsOf(
      archive.manifest,
      await readMigrations(target.migrationsFolder, target.appRole),
      archive.path,
    )
    await withClient(target.ownerUrl, async (client) => {
      await client.query('begin')
      await client.query("select pg_advisory_xact_lock(hashtext('opora'), hashtext('schema_migration'))")
      await refuseUsed(client, target)
      await fillDatabase(client, archive, { ...target, migrations })
      await client.query('commit')
    })
  } catch (error) {
    throw faultOf(error)
  }
}

async function fillDatabase(
  client: pg.Client,
  { path, manifest }: VerifiedArchive,
  { store, keepSecret, migrations }: Target & { migrations: Migration[] },
): Promise<void> {
  await writeAlike(client)
  await dropOwnObjects(client)
  await makeLedger(client)
  for (const migration of migrations) await applyInside(client, migration)
  const aside = await openForFilling(
    client,
    (await listTables(client)).map(({ name }) => name),
  )
  const { secret } = await takeEntries(client, path, { manifest, store })
  for (const { name, value, isCalled } of manifest.sequences) {
    await client.query('select setval($1::regclass, $2::bigint, $3)', [placeOf(name), value, isCalled])
  }
  await refuseUnequal(client, manifest)
  await aside.putBack()
  await keepSecret(secret)
}

/** The rows are read back as a copy would read them: the same checksum means the same rows. */
async function refuseUnequal(client: pg.Client, manifest: Manifest): Promise<void> {
  const present = new Map((await listTables(client)).map((table) => [table.name, table]))
  for (const { name, rows, sha256 } of manifest.tables) {
    const table = present.get(name)
    const found = table && (await copyOut(client, table.query))
    if (found?.rows === rows && found.sha256 === sha256) continue
    throw new BackupFault(
      'not-equal',
      `Таблица ${name} после восстановления не равна архиву (строк ${found?.rows ?? 0} из ${rows}). Ничего не записано.`,
    )
  }
  const jobs = await copyJobs(client)
  if (jobs.rows < manifest.jobs.rows) {
    throw new BackupFault('not-equal', `Заданий ${jobs.rows} из ${manifest.jobs.rows}. Ничего не записано.`)
  }
}

async function refuseUsed(client: pg.Client, { signsOfUse }: Target): Promise<void> {
  if (!(await isInUse(client, signsOfUse))) return
  throw new BackupFault(
    'not-empty',
    'Здесь уже есть данные, а восстановить можно только в пустую установку: так ничего нельзя затереть. ' +
      'Укажите новую папку (--data ПАПКА) или пустую базу данных. Ничего не изменено.',
  )
}

function refuseDamaged({ path, problems }: VerifiedArchive): void {
  if (problems.length === 0) return
  throw new BackupFault(
    'damaged',
    `Архив ${path} повреждён: ${problems.slice(0, 5).join('; ')}. Возьмите другую копию. Ничего не изменено.`,
  )
}

/** The program's own files that the archive's database had; it must know each of them, unchanged. */
function migrationsOf({ migrations, program }: Manifest, known: Migration[], path: string): Migration[] {
  return migrations.map(({ name, sha256 }, index) => {
    const migration = known[index]
    if (migration?.name === name && migration.sha256 === sha256) return migration
    if (!known.some((one) => one.name === name)) {
      throw new BackupFault(
        'newer-program',
        `Архив ${path} сделан более новой Опорой (${program}): в нём есть изменение базы ${name}, которого эта ещё не знает. ` +
          'Обновите Опору (git pull) и повторите. Ничего не изменено.',
      )
    }
    throw new BackupFault(
      'other-program',
      `Архив ${path} сделан другой сборкой Опоры (${program}): изменение базы ${name} в ней другое. ` +
        'Возьмите ту сборку, которой он сделан. Ничего не изменено.',
    )
  })
}
