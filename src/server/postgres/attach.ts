import { readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { RunningDatabase } from './embedded.ts'
import { isAlive } from './processes.ts'
import { APP, DATABASE, OWNER, urlOf } from './roles.ts'
import { loadSecrets } from './secrets.ts'

const PORT_LINE = 3

/** The database that a living Opora runs in this folder; null when none does. Letting go leaves it running. */
export async function attachToRunning(folder: string): Promise<RunningDatabase | null> {
  const home = resolve(folder)
  const record = await readFile(join(home, 'postgres', 'postmaster.pid'), 'utf8').catch(() => null)
  if (record === null) return null
  const lines = record.split('\n')
  const port = Number(lines[PORT_LINE])
  if (!(await isAlive(Number(lines[0]))) || !port) return null
  const secrets = await loadSecrets(home)
  return {
    ownerUrl: urlOf({ port, user: OWNER, password: secrets.owner, database: DATABASE }),
    appUrl: urlOf({ port, user: APP, password: secrets.app, database: DATABASE }),
    port,
    stop: async () => undefined,
  }
}
