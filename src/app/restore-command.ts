import { join, resolve } from 'node:path'
import type { Io } from '../cli/commands.ts'
import { BackupFault } from '../server/backup/fault.ts'
import { restoreBackup } from '../server/backup/restore-backup.ts'
import { type VerifiedArchive, verifyArchive } from '../server/backup/verify-archive.ts'
import { verifyInstallation } from '../server/backup/verify-installation.ts'
import { CannotStart } from '../server/cannot-start.ts'
import { openFileStore } from '../server/file-store.ts'
import { prepareJobs } from '../server/jobs.ts'
import { attachToRunning } from '../server/postgres/attach.ts'
import { roleOf } from '../server/postgres/connect.ts'
import { defaultDataFolder } from '../server/postgres/embedded.ts'
import { isAbandoned } from '../server/postgres/folder-lock.ts'
import { summaryOf } from './backup-command.ts'
import { parseCommand } from './command-arguments.ts'
import { installationFolder, migrationsFolder } from './folders.ts'
import { databaseKind, FILES_QUERY, overDatabase, type Reached, SIGNS_OF_USE } from './installation.ts'
import { keepSecret } from './installation-secret.ts'
import { jobNames } from './job-bodies.ts'
import { prepareDatabase } from './prepare-database.ts'

const LOSSES = 2

/** Fills an empty installation from an archive, everything or nothing. Exits 0; 2 when files were missing in it; 1 when it was refused. */
export async function restoreCommand(args: string[], io: Io): Promise<number> {
  const { values, positionals } = parseCommand(args, { data: 'string', json: 'boolean' }, 1)
  const [file] = positionals
  if (file === undefined) throw new CannotStart('Укажите архив: ./opora restore ФАЙЛ [--data ПАПКА]')
  const folder = resolve(values.data ?? defaultDataFolder(installationFolder()))
  const log = (line: string) => io.stderr(`${line}\n`)
  if (databaseKind(process.env) === 'embedded') await refuseRunning(folder)
  log('Читаю архив…')
  const archive = await verifyArchive(resolve(file))
  const restored = await overDatabase(folder, log, (reached) => restore(archive, folder, { ...reached, log }))
  if (values.json) io.stdout(`${JSON.stringify(restored)}\n`)
  else io.stdout(inWords(restored, folder))
  warnOfSecret(restored.secretDiffers, log)
  return restored.missing.length > 0 ? LOSSES : 0
}

async function restore(archive: VerifiedArchive, folder: string, reached: Reached & { log(line: string): void }) {
  const { ownerUrl, appUrl, log } = reached
  const appRole = roleOf(appUrl, 'DATABASE_URL')
  const store = await openFileStore(join(folder, 'files'))
  let secretDiffers = false
  await prepareJobs(ownerUrl, appRole, jobNames)
  log('Восстанавливаю…')
  await restoreBackup(archive, {
    ownerUrl,
    appRole,
    migrationsFolder: migrationsFolder(),
    store,
    signsOfUse: SIGNS_OF_USE,
    async keepSecret(secret) {
      secretDiffers = process.env.OPORA_SECRET !== undefined && process.env.OPORA_SECRET !== secret
      await keepSecret(folder, secret)
    },
  })
  const migrated = await prepareDatabase({ ownerUrl, appRole })
  const { missing, damaged } = await verifyInstallation({ ownerUrl, store, filesQuery: FILES_QUERY })
  return { ...summaryOf(archive), migrated, missing: [...missing, ...damaged], secretDiffers }
}

async function refuseRunning(folder: string): Promise<void> {
  if ((await isAbandoned(folder)) || !(await attachToRunning(folder))) return
  throw new BackupFault('busy', `В папке ${folder} работает Опора. Остановите её (Ctrl+C в её окне) и повторите.`)
}

function inWords(
  { path, tables, rows, jobs, files, missing, migrated }: Awaited<ReturnType<typeof restore>>,
  folder: string,
) {
  return [
    `Восстановлено из ${path} и сверено с описью: таблиц ${tables}, строк ${rows}, файлов ${files}, ожидавших заданий ${jobs}.`,
    ...(migrated.length > 0 ? [`Архив старше программы, база обновлена: ${migrated.join(', ')}.`] : []),
    ...(missing.length > 0
      ? [`Файлов нет или повреждены уже в архиве: ${missing.length}. Подробно: ./opora verify`]
      : []),
    `Папка данных: ${folder}. Запускайте: npm start`,
    '',
  ].join('\n')
}

function warnOfSecret(differs: boolean, log: (line: string) => void): void {
  if (!differs) return
  log(
    'OPORA_SECRET не тот, с которым делалась копия: выданные ссылки не откроются. ' +
      'Уберите OPORA_SECRET (секрет из архива лежит в папке данных) или верните прежний.',
  )
}
