import { lstat, mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isAbandoned } from './folder-lock.ts'
import { stopPostmaster } from './postmaster.ts'
import { findRuntime } from './runtime.ts'
import { databaseUser } from './system-user.ts'

/** A data folder for a demonstration or a test. What killed processes left under the same name is stopped and cleared away first. */
export async function makeThrowAwayFolder(name: string): Promise<{ folder: string; remove(): Promise<void> }> {
  const prefix = `opora-${name}-`
  for (const entry of await readdir(tmpdir())) {
    if (entry.startsWith(prefix)) await clearAbandoned(join(tmpdir(), entry))
  }
  const folder = await mkdtemp(join(tmpdir(), prefix))
  return { folder, remove: () => removeFolder(folder) }
}

async function clearAbandoned(home: string): Promise<void> {
  if (!(await isOurs(home)) || !(await isAbandoned(home))) return
  const runtime = await findRuntime()
  await stopPostmaster({ folder: join(home, 'postgres'), runtime, user: await databaseUser(), keeping: 'throw-away' })
  await removeFolder(home)
}

/** What another user of this computer put there is not ours to touch. */
async function isOurs(home: string): Promise<boolean> {
  const found = await lstat(home).catch(() => undefined) // another process may have just cleared it
  return found?.isDirectory() === true && (process.getuid === undefined || found.uid === process.getuid())
}

/** A server that has just stopped may still be writing its last line. */
async function removeFolder(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
}
