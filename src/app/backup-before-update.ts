import { dirname, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { backupNameOf } from '../server/backup/backup-name.ts'
import { openCopiesFolder, pruneCopies } from '../server/backup/copies-folder.ts'
import { isInUse } from '../server/backup/describe-database.ts'
import { BackupFault } from '../server/backup/fault.ts'
import { type Installation, makeBackup } from '../server/backup/make-backup.ts'
import { verifyArchive } from '../server/backup/verify-archive.ts'
import { CannotStart } from '../server/cannot-start.ts'
import { listPending, type MigrateOptions } from '../server/migrate.ts'
import { withClient } from '../server/postgres/with-client.ts'
import { SIGNS_OF_USE } from './installation.ts'

/** Kept apart from the nightly copies, so that neither drives the other out. */
export const BEFORE_UPDATE_FOLDER = join('backups', 'before-update')

const KEPT = 3
const RETRY_MS = 1_000

type Before = {
  installation: Installation
  migrations: MigrateOptions
  folder: string
  now: () => Date
  say(line: string): void
}

/** When the program is about to change a database that has data in it, a copy comes first; without one the start is refused. */
export async function backUpBeforeUpdate({ installation, migrations, folder, now, say }: Before): Promise<void> {
  const place = join(folder, BEFORE_UPDATE_FOLDER)
  while ((await listPending(migrations)).length > 0) {
    if (!(await withClient(installation.ownerUrl, (client) => isInUse(client, SIGNS_OF_USE)))) return
    const madeAt = now()
    const path = join(place, backupNameOf(madeAt))
    try {
      say(`Перед обновлением базы делаю копию: ${path}`)
      await openCopiesFolder(dirname(place))
      await openCopiesFolder(place)
      await makeBackup(installation, { path, madeAt })
      const { problems } = await verifyArchive(path)
      if (problems.length > 0) throw new BackupFault('damaged', `Копия записалась с ошибкой: ${problems.join('; ')}.`)
      await pruneCopies(place, (moments) => newest(moments, KEPT), madeAt)
      return
    } catch (error) {
      if (!(error instanceof BackupFault)) throw error
      if (error.code !== 'busy') throw refused(error)
      await pause(RETRY_MS) // another process makes it, or updates already
    }
  }
}

function newest(moments: Date[], count: number): Date[] {
  return [...moments].sort((one, other) => other.getTime() - one.getTime()).slice(0, count)
}

function refused(fault: BackupFault): CannotStart {
  return new CannotStart(
    `Новая версия должна обновить базу данных, а копия перед этим не получилась. ${fault.message} ` +
      'Обновление не начато, данные не тронуты. Устраните причину и запустите снова; ' +
      'запустить без копии, на свой страх: npm start -- --without-backup',
    { cause: fault },
  )
}
