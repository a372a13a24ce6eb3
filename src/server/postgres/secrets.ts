import { randomBytes } from 'node:crypto'
import { readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as z from 'zod'
import { CannotStart } from '../cannot-start.ts'

const Secrets = z.object({ superuser: z.string().min(20), owner: z.string().min(20), app: z.string().min(20) })

/** The passwords of the embedded database's three roles: random, born on the first start, readable by the starter only. */
export type Secrets = z.infer<typeof Secrets>

export async function loadSecrets(folder: string): Promise<Secrets> {
  const path = join(folder, 'secrets.json')
  try {
    return Secrets.parse(JSON.parse(await readFile(path, 'utf8')))
  } catch (cause) {
    throw new CannotStart(
      `Не удалось прочитать пароли базы данных из ${path}. Без этого файла база не откроется: ` +
        'верните его из резервной копии папки данных.',
      { cause },
    )
  }
}

/** Written whole or not at all. */
export async function makeSecrets(folder: string): Promise<Secrets> {
  const secrets: Secrets = { superuser: newPassword(), owner: newPassword(), app: newPassword() }
  const path = join(folder, 'secrets.json')
  await writeFile(`${path}.new`, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600, flush: true })
  await rename(`${path}.new`, path)
  return secrets
}

function newPassword(): string {
  return randomBytes(24).toString('base64url')
}
