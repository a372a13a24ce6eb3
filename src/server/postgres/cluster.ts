import { chmod, chown, mkdir, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { CannotStart } from '../cannot-start.ts'
import { runProgram } from './program.ts'
import { loadSecrets, makeSecrets, type Secrets } from './secrets.ts'
import type { SystemUser } from './system-user.ts'

/** One database cluster on disk: where it lies, by which programs and as whom it runs. */
export interface Cluster {
  folder: string
  runtime: string
  user: SystemUser | undefined
  /** `throw-away` skips the waits for the disk: fast, and lost when the computer stops. */
  keeping: 'durable' | 'throw-away'
}

/** Makes the cluster when missing. It appears whole: a first start that was killed leaves nothing that looks like one. */
export async function prepareCluster(cluster: Cluster, home: string): Promise<Secrets> {
  if (await isCluster(cluster.folder)) return await loadSecrets(home)
  const secrets = await makeSecrets(home)
  const draft = join(home, 'postgres.new')
  const passwordFile = join(home, 'superuser.password')
  await rm(draft, { recursive: true, force: true })
  await makeOwnFolder(draft, cluster.user)
  await writeFile(passwordFile, secrets.superuser, { mode: 0o600 })
  try {
    if (cluster.user) await chown(passwordFile, cluster.user.uid, cluster.user.gid)
    await initialise({ ...cluster, folder: draft }, passwordFile)
  } finally {
    await rm(passwordFile, { force: true })
  }
  await rename(draft, cluster.folder)
  return secrets
}

async function makeOwnFolder(folder: string, user: SystemUser | undefined): Promise<void> {
  await mkdir(folder, { recursive: true })
  await chmod(folder, 0o700)
  if (user) await chown(folder, user.uid, user.gid)
}

/** Order by code point is the same on every computer; what a person reads names its collation ("ru-x-icu"). */
async function initialise(cluster: Cluster, passwordFile: string): Promise<void> {
  const result = await runProgram(cluster, 'initdb', [
    ...['-D', cluster.folder, '-U', 'opora_superuser', `--pwfile=${passwordFile}`, '--auth=scram-sha-256'],
    ...['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'],
    ...['--text-search-config=russian', '--data-checksums'],
    ...(cluster.keeping === 'throw-away' ? ['--no-sync'] : []),
  ])
  if (result.code === 0) return
  throw new CannotStart(`Не удалось создать базу данных в ${cluster.folder}. Ответ PostgreSQL: ${result.output}`)
}

async function isCluster(folder: string): Promise<boolean> {
  return await stat(join(folder, 'PG_VERSION')).then(
    () => true,
    () => false,
  )
}
