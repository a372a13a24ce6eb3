import { readFileSync } from 'node:fs'
import { access } from 'node:fs/promises'
import { join } from 'node:path'
import type { Installation } from '../server/backup/make-backup.ts'
import { CannotStart } from '../server/cannot-start.ts'
import { openFileStore } from '../server/file-store.ts'
import { attachToRunning } from '../server/postgres/attach.ts'
import { startDatabase } from '../server/postgres/connect.ts'
import { isAbandoned } from '../server/postgres/folder-lock.ts'
import { installationFolder } from './folders.ts'
import { loadSecret } from './installation-secret.ts'

/** Names every kept file, at every state of the database. */
export const FILES_QUERY = 'select distinct sha256 from file order by sha256'

/** Whoever has set Opora up has left a row here. */
export const SIGNS_OF_USE = ['organisation', 'person'] as const

export type Reached = Omit<Installation, 'store' | 'secret'> & { appUrl: string }

/** The installation's database for the time of the work: beside a running Opora its own, otherwise started for the moment. */
export async function overDatabase<Answer>(
  folder: string,
  log: (line: string) => void,
  use: (reached: Reached) => Promise<Answer>,
): Promise<Answer> {
  const kind = databaseKind(process.env)
  // A database that outlived its killed Opora is stopped and started anew, not joined.
  const isOurs = kind === 'embedded' && !(await isAbandoned(folder))
  const running = isOurs ? await attachToRunning(folder) : null
  const server = running ?? (await startDatabase(process.env, { folder, log }))
  const { appUrl, ownerUrl } = server
  try {
    return await use({ appUrl, ownerUrl, kind, program: programVersion(), filesQuery: FILES_QUERY })
  } finally {
    await server.stop()
  }
}

/** Everything that a copy is taken of; a folder without an installation is refused, not filled. */
export async function overInstallation<Answer>(
  folder: string,
  log: (line: string) => void,
  use: (installation: Installation) => Promise<Answer>,
): Promise<Answer> {
  if (databaseKind(process.env) === 'embedded') await refuseStrangeFolder(folder)
  return await overDatabase(folder, log, async (reached) => {
    const store = await openFileStore(join(folder, 'files'))
    return await use({ ...reached, store, secret: await loadSecret(folder, process.env) })
  })
}

export function databaseKind(env: NodeJS.ProcessEnv): Installation['kind'] {
  return env.DATABASE_URL || env.DATABASE_OWNER_URL ? 'server' : 'embedded'
}

export function programVersion(): string {
  return String(JSON.parse(readFileSync(join(installationFolder(), 'package.json'), 'utf8')).version)
}

async function refuseStrangeFolder(folder: string): Promise<void> {
  const isThere = await access(join(folder, 'secrets.json')).then(
    () => true,
    () => false,
  )
  if (isThere) return
  throw new CannotStart(`В папке ${folder} нет данных Опоры. Укажите папку данных: --data ПАПКА.`)
}
