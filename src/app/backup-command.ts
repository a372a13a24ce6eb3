import { stat } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { Io } from '../cli/commands.ts'
import { backupNameOf } from '../server/backup/backup-name.ts'
import { openCopiesFolder } from '../server/backup/copies-folder.ts'
import { BackupFault, faultOf } from '../server/backup/fault.ts'
import { type Installation, type Making, makeBackup } from '../server/backup/make-backup.ts'
import { type VerifiedArchive, verifyArchive } from '../server/backup/verify-archive.ts'
import { realClock } from '../server/clock.ts'
import { defaultDataFolder } from '../server/postgres/embedded.ts'
import { withClient } from '../server/postgres/with-client.ts'
import { parseCommand } from './command-arguments.ts'
import { installationFolder } from './folders.ts'
import { overInstallation } from './installation.ts'
import { sizeInWords } from './size-in-words.ts'

/** Half an hour, a second apart. */
const MOST_TRIES = 1800

/** Makes one archive of everything and reads it back. Exits 0; 2 when files were missing or damaged already; 1 when no copy was made. */
export async function backupCommand(args: string[], io: Io): Promise<number> {
  const { values } = parseCommand(args, { to: 'string', data: 'string', json: 'boolean' }, 0)
  const folder = resolve(values.data ?? defaultDataFolder(installationFolder()))
  const madeAt = realClock.now()
  const log = (line: string) => io.stderr(`${line}\n`)
  const archive = await overInstallation(folder, log, async (installation) => {
    const to = values.to
    const path = to === undefined ? await usualPlace(installation, folder, madeAt) : await placeFor(to, madeAt)
    await makeInTurn(installation, { path, madeAt }, log)
    return await verifyArchive(path)
  })
  if (archive.problems.length > 0) {
    throw new BackupFault('damaged', `Копия ${archive.path} записалась с ошибкой: ${archive.problems.join('; ')}.`)
  }
  io.stdout(values.json ? `${JSON.stringify(summaryOf(archive))}\n` : inWords(archive))
  return archive.manifest.missingFiles.length > 0 ? 2 : 0
}

/** A copy that Opora is making by itself at this moment is waited for. */
async function makeInTurn(installation: Installation, making: Making, log: (line: string) => void): Promise<void> {
  for (let tries = 0; ; tries++) {
    try {
      await makeBackup(installation, making)
      return
    } catch (error) {
      if (!(error instanceof BackupFault) || error.code !== 'busy' || tries === MOST_TRIES) throw error
      if (tries === 0) log('Сейчас делается другая копия. Жду, пока она закончится.')
      await new Promise((later) => setTimeout(later, 1000))
    }
  }
}

/** Where the nightly copies go: the folder that was set, otherwise the one beside the data. */
async function usualPlace({ ownerUrl }: Installation, folder: string, madeAt: Date): Promise<string> {
  const usual: string = await withClient(ownerUrl, async (client) => {
    const { rows } = await client.query("select to_regclass('public.backup_setting') is not null as there")
    const found = rows[0]?.there ? await client.query('select folder from backup_setting limit 1') : null
    return found?.rows[0]?.folder ?? join(folder, 'backups')
  })
  await openCopiesFolder(usual)
  return join(usual, backupNameOf(madeAt))
}

/** A folder gets a file named by the moment; anything else is the file itself, which must not be there yet. */
async function placeFor(to: string, madeAt: Date): Promise<string> {
  try {
    const found = await stat(to).catch(() => null)
    if (found?.isDirectory()) return resolve(to, backupNameOf(madeAt))
    if (!found) return resolve(to)
  } catch (error) {
    throw faultOf(error)
  }
  throw new BackupFault('folder-closed', `Файл ${to} уже есть. Укажите другое имя или папку. Ничего не изменено.`)
}

export function summaryOf({ path, bytes, manifest }: VerifiedArchive) {
  return {
    path,
    bytes,
    madeAt: manifest.madeAt,
    program: manifest.program,
    database: manifest.database,
    tables: manifest.tables.length,
    rows: manifest.tables.reduce((sum, { rows }) => sum + rows, 0),
    jobs: manifest.jobs.rows,
    files: manifest.files.length,
    missingFiles: manifest.missingFiles,
  }
}

function inWords(archive: VerifiedArchive): string {
  const { path, bytes, tables, rows, files, missingFiles } = summaryOf(archive)
  const missing = missingFiles.length
  return [
    `Копия сделана и прочитана заново: ${path} (${sizeInWords(bytes)})`,
    `В ней таблиц: ${tables}, строк: ${rows}, файлов: ${files}.`,
    ...(missing > 0 ? [`Файлов не было в хранилище или они повреждены: ${missing}. Подробно: ./opora verify`] : []),
    'В архиве личные данные и секрет ссылок: храните его как сами данные и никому не пересылайте. Прочитать его может только владелец файла.',
    '',
  ].join('\n')
}
