import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The clone: programs run from `dist/` inside it, sources from `src/app/`. */
export function installationFolder(): string {
  const here = dirname(fileURLToPath(import.meta.url))
  return here.endsWith(join('src', 'app')) ? join(here, '../..') : join(here, '..')
}

export function migrationsFolder(): string {
  return join(installationFolder(), 'migrations')
}
