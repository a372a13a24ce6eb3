import { resolve } from 'node:path'
import type { Io } from '../cli/commands.ts'
import { BackupFault } from '../server/backup/fault.ts'
import { verifyArchive } from '../server/backup/verify-archive.ts'
import { type VerifiedInstallation, verifyInstallation } from '../server/backup/verify-installation.ts'
import { defaultDataFolder } from '../server/postgres/embedded.ts'
import { summaryOf } from './backup-command.ts'
import { parseCommand } from './command-arguments.ts'
import { installationFolder } from './folders.ts'
import { overInstallation } from './installation.ts'
import { sizeInWords } from './size-in-words.ts'

const DAMAGED = 2
const UNREADABLE = 3

/** Reads an archive, or without one the installation itself, to the end. Exits 0 when all is there, 2 on losses, 3 when it is no archive. */
export async function verifyCommand(args: string[], io: Io): Promise<number> {
  const { values, positionals } = parseCommand(args, { data: 'string', json: 'boolean' }, 1)
  const [file] = positionals
  const say = (answer: object, words: string) => io.stdout(values.json ? `${JSON.stringify(answer)}\n` : words)
  if (file !== undefined) return await verifyFile(file, say)
  const folder = resolve(values.data ?? defaultDataFolder(installationFolder()))
  const found = await overInstallation(folder, (line) => io.stderr(`${line}\n`), verifyInstallation)
  say(found, installationInWords(found))
  return found.missing.length + found.damaged.length > 0 ? DAMAGED : 0
}

async function verifyFile(file: string, say: (answer: object, words: string) => void): Promise<number> {
  try {
    const archive = await verifyArchive(resolve(file))
    const { path, bytes, madeAt, tables, rows, files, missingFiles } = summaryOf(archive)
    const { problems } = archive
    say(
      { ...summaryOf(archive), problems },
      [
        ...problems.map((problem) => `Повреждено: ${problem}`),
        ...missingFiles.map((sha256) => `Файла ${sha256} не было уже тогда, когда делалась копия.`),
        problems.length > 0
          ? `Архив ${path} повреждён. Возьмите другую копию.`
          : `Архив цел: ${path} (${sizeInWords(bytes)}), сделан ${madeAt}. Таблиц: ${tables}, строк: ${rows}, файлов: ${files}.`,
        '',
      ].join('\n'),
    )
    return problems.length > 0 ? DAMAGED : 0
  } catch (error) {
    if (!(error instanceof BackupFault)) throw error
    say({ path: resolve(file), problems: [error.message] }, `${error.message}\n`)
    return error.code === 'damaged' ? DAMAGED : UNREADABLE
  }
}

function installationInWords({ tables, files, missing, damaged, orphans }: VerifiedInstallation): string {
  const rows = tables.reduce((sum, table) => sum + table.rows, 0)
  return [
    `Таблиц: ${tables.length}, строк: ${rows}: все прочитаны.`,
    `Файлов: ${files}; нет на диске: ${missing.length}, повреждено: ${damaged.length}.`,
    ...missing.map((sha256) => `  нет на диске: ${sha256}`),
    ...damaged.map((sha256) => `  повреждён: ${sha256}`),
    ...(orphans.length > 0 ? [`Ничьих файлов: ${orphans.length} (не мешают, в копию не попадают).`] : []),
    missing.length + damaged.length > 0
      ? 'Есть потери: верните эти файлы из последней целой копии (папка files в архиве).'
      : 'Всё на месте.',
    '',
  ].join('\n')
}
