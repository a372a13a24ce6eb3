import { randomBytes } from 'node:crypto'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** The secret from which the tokens of links are derived: OPORA_SECRET, or made once and kept in the data folder. */
export async function loadSecret(folder: string, env: NodeJS.ProcessEnv): Promise<string> {
  if (env.OPORA_SECRET && env.OPORA_SECRET.length >= 32) return env.OPORA_SECRET
  const path = join(folder, 'link-secret')
  const kept = await readFile(path, 'utf8').catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  })
  if (kept) return kept.trim()
  const fresh = randomBytes(32).toString('base64url')
  await mkdir(folder, { recursive: true })
  await writeFile(path, fresh, { mode: 0o600, flag: 'wx' })
  return fresh
}

/** Puts the secret of a restored installation in the place of whatever lies there, whole or not at all. */
export async function keepSecret(folder: string, secret: string): Promise<void> {
  const path = join(folder, 'link-secret')
  await writeFile(`${path}.new`, secret, { mode: 0o600, flush: true })
  await rename(`${path}.new`, path)
}
