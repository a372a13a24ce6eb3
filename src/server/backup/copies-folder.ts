import { access, constants, mkdir, readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { momentOfBackup } from './backup-name.ts'
import { BackupFault, faultOf } from './fault.ts'

export type Copy = { name: string; madeAt: Date; bytes: number }

const LEFT_AFTER_MS = 24 * 3600 * 1000

/** The copies in a folder, the newest first; nothing where there is no such folder. */
export async function listCopies(folder: string): Promise<Copy[]> {
  const names = await readdir(folder).catch((): string[] => [])
  const copies = names.flatMap((name) => {
    const madeAt = momentOfBackup(name)
    return madeAt ? [{ name, madeAt }] : []
  })
  const found = await Promise.all(
    copies.map(async (copy) => ({
      ...copy,
      bytes: (await stat(join(folder, copy.name)).catch(() => null))?.size ?? 0,
    })),
  )
  return found.sort((one, other) => other.madeAt.getTime() - one.madeAt.getTime())
}

/**
 * Makes the folder when missing, and promises that copies can be put there; a fault says why not. The folder above must
 * stand already: where it does not, a disk is not plugged in, and nothing is written beside it.
 */
export async function openCopiesFolder(folder: string): Promise<void> {
  try {
    const found = await stat(folder).catch(() => null)
    if (found === null) await mkdir(folder, { mode: 0o700 })
    else if (!found.isDirectory()) throw new BackupFault('folder-closed', `${folder} — не папка. Проверьте путь.`)
    await access(folder, constants.R_OK | constants.W_OK | constants.X_OK)
  } catch (error) {
    throw faultOf(error)
  }
}

/** Removes every copy but the kept ones, and what a killed process left half written. */
export async function pruneCopies(folder: string, choose: (moments: Date[]) => Date[], now: Date): Promise<string[]> {
  const copies = await listCopies(folder)
  const kept = new Set(choose(copies.map(({ madeAt }) => madeAt)).map((moment) => moment.getTime()))
  const dropped = copies.filter(({ madeAt }) => !kept.has(madeAt.getTime())).map(({ name }) => name)
  for (const name of [...dropped, ...(await listLeft(folder, now))]) await rm(join(folder, name), { force: true })
  return dropped
}

async function listLeft(folder: string, now: Date): Promise<string[]> {
  const left: string[] = []
  for (const name of await readdir(folder)) {
    if (!name.endsWith('.part') || !momentOfBackup(name.slice(0, -'.part'.length))) continue
    const { mtimeMs } = await stat(join(folder, name))
    if (now.getTime() - mtimeMs > LEFT_AFTER_MS) left.push(name)
  }
  return left
}
