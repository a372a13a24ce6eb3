import { link, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { CannotStart } from '../cannot-start.ts'
import { birthOf, isAlive } from './processes.ts'

/** Only one living Opora works in a data folder; what a killed one left behind is no obstacle. */
export async function lockFolder(folder: string): Promise<{ release(): Promise<void> }> {
  const path = join(folder, 'opora.lock')
  const draft = `${path}.${process.pid}`
  const mine = `${process.pid} ${(await birthOf(process.pid)) ?? ''}`
  await writeFile(draft, mine)
  try {
    while (!(await linked(draft, path))) await clearLeftover(path)
  } finally {
    await rm(draft, { force: true })
  }
  return {
    async release() {
      const held = await readFile(path, 'utf8').catch(() => '')
      if (held === mine) await rm(path, { force: true })
    },
  }
}

/** Whether the folder was given to an Opora that is no longer alive; one that nobody has locked yet is not abandoned. */
export async function isAbandoned(folder: string): Promise<boolean> {
  const held = await readFile(join(folder, 'opora.lock'), 'utf8').catch(() => undefined)
  return held !== undefined && (await livingHolder(held)) === undefined
}

/** The link appears whole or not at all, so no one reads a half-written lock. */
async function linked(draft: string, path: string): Promise<boolean> {
  try {
    await link(draft, path)
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false
    throw error
  }
}

async function clearLeftover(path: string): Promise<void> {
  const held = await readFile(path, 'utf8').catch(() => undefined)
  if (held === undefined) return
  await refuseLiving(path, held)
  const aside = `${path}.left.${process.pid}`
  await rename(path, aside).catch(() => undefined)
  // between reading and renaming another start may have taken the folder: it gets its lock back
  const moved = await readFile(aside, 'utf8').catch(() => held)
  if (moved !== held) await link(aside, path).catch(() => undefined)
  await rm(aside, { force: true })
}

async function refuseLiving(path: string, held: string): Promise<void> {
  const pid = await livingHolder(held)
  if (pid === undefined) return
  throw new CannotStart(
    `В папке данных уже работает другая Опора (процесс ${pid}). ` +
      `Остановите её (Ctrl+C в её окне) или укажите другую папку ключом --data. Знак занятости: ${path}`,
  )
}

async function livingHolder(held: string): Promise<number | undefined> {
  const [number = '', ...birth] = held.split(' ')
  const pid = Number(number)
  if (!Number.isInteger(pid) || pid <= 0 || !(await isAlive(pid))) return undefined
  const born = await birthOf(pid)
  return born === null || born === birth.join(' ') ? pid : undefined
}
