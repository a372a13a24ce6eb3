import { chmod, mkdir, realpath } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { type Cluster, prepareCluster } from './cluster.ts'
import { lockFolder } from './folder-lock.ts'
import { keepRunning } from './keep-running.ts'
import { stopLeftover, stopPostmaster } from './postmaster.ts'
import { APP, DATABASE, OWNER, prepareRoles, urlOf } from './roles.ts'
import { findRuntime, SYSTEM_FOLDER } from './runtime.ts'
import { databaseUser, isRoot, refuseUnreachable, type SystemUser } from './system-user.ts'

/** A database that is ready: for migrations, for the application, and how to let it go. */
export interface RunningDatabase {
  ownerUrl: string
  appUrl: string
  port: number
  stop(): Promise<void>
}

export interface EmbeddedDatabase extends RunningDatabase {
  /** For tests, which make databases of their own; the product never connects with it. */
  superuserUrl: string
}

export interface EmbeddedOptions {
  folder: string
  log(line: string): void
  keeping?: Cluster['keeping']
}

/** Where the data lies unless told otherwise. */
export function defaultDataFolder(clone: string): string {
  return isRoot() ? join(SYSTEM_FOLDER, 'data') : join(clone, 'data')
}

/** A real PostgreSQL in the folder, this process being the only Opora there; made on the first start, continued afterwards. */
export async function startEmbeddedPostgres(options: EmbeddedOptions): Promise<EmbeddedDatabase> {
  const user = await databaseUser()
  const home = await makeHome(resolve(options.folder), user)
  const cluster: Cluster = {
    folder: join(home, 'postgres'),
    runtime: await findRuntime(),
    user,
    keeping: options.keeping ?? 'durable',
  }
  await refuseUnreachable(cluster.folder, user)
  const lock = await lockFolder(home)
  try {
    return await startLocked(cluster, home, options.log, lock.release)
  } catch (error) {
    await stopPostmaster(cluster)
    await lock.release()
    throw error
  }
}

/** Under one name only, whatever links lead there; the database's user passes through it, but does not see what lies in it. */
async function makeHome(folder: string, user: SystemUser | undefined): Promise<string> {
  await mkdir(folder, { recursive: true, mode: user ? 0o755 : 0o700 })
  await chmod(folder, user ? 0o711 : 0o700)
  return await realpath(folder)
}

async function startLocked(
  cluster: Cluster,
  home: string,
  log: (line: string) => void,
  release: () => Promise<void>,
): Promise<EmbeddedDatabase> {
  const secrets = await prepareCluster(cluster, home)
  await stopLeftover(cluster, log)
  const { port, end } = await keepRunning(cluster, log)
  await prepareRoles(port, secrets)
  return {
    ownerUrl: urlOf({ port, user: OWNER, password: secrets.owner, database: DATABASE }),
    appUrl: urlOf({ port, user: APP, password: secrets.app, database: DATABASE }),
    superuserUrl: urlOf({ port, user: 'opora_superuser', password: secrets.superuser, database: 'postgres' }),
    port,
    async stop() {
      await end()
      await release()
    },
  }
}
