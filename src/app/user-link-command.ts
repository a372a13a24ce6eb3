import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { Io } from '../cli/commands.ts'
import { inviteByLogin } from '../features/access/operator-links.service.ts'
import { CannotStart } from '../server/cannot-start.ts'
import { realClock } from '../server/clock.ts'
import { openDatabase } from '../server/database.ts'
import { openFileStore } from '../server/file-store.ts'
import { defaultDataFolder } from '../server/postgres/embedded.ts'
import { firstLink } from './first-link.ts'
import { installationFolder } from './folders.ts'
import { overDatabase } from './installation.ts'
import { loadSecret } from './installation-secret.ts'
import { type Perform, performOver, tokensFrom } from './perform.ts'
import { ADDRESS_FILE } from './start.ts'

/** A fresh link: the very first one, or for the person of this sign-in name (without a name, for the administrator). */
export async function userLinkCommand(args: string[], io: Io): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { data: { type: 'string' }, url: { type: 'string' }, json: { type: 'boolean' } },
  })
  const folder = values.data ?? defaultDataFolder(installationFolder())
  const url = values.url ?? (await readFile(join(folder, ADDRESS_FILE), 'utf8').catch(() => 'http://127.0.0.1:8310'))
  const link = await overPeople(folder, io, (perform) => linkFor(perform, url, positionals[0]))
  io.stdout(values.json ? `${JSON.stringify({ url: link })}\n` : `${link}\n`)
  return 0
}

/** Service calls over the installation's database, beside a running Opora or alone. */
export async function overPeople<T>(folder: string, io: Io, use: (perform: Perform) => Promise<T>): Promise<T> {
  return await overDatabase(
    folder,
    (line) => io.stderr(`${line}\n`),
    async ({ appUrl }) => {
      const database = openDatabase(appUrl, 1)
      try {
        const jobs = { enqueue: () => Promise.reject(new Error('no jobs at the terminal')), wake: () => undefined }
        const store = await openFileStore(join(folder, 'files'))
        const tokenOf = tokensFrom(await loadSecret(folder, process.env))
        return await use(performOver({ database, clock: realClock, store, tokenOf, jobs }))
      } finally {
        await database.close()
      }
    },
  )
}

async function linkFor(perform: Perform, url: string, login: string | undefined): Promise<string> {
  const first = await firstLink(perform, url)
  if (first) return first
  return perform({ kind: 'operator' }, async (work) => {
    const id = await inviteByLogin(work, login)
    if (id) return `${url}/link#${work.tokenOf(id)}`
    throw new CannotStart(`Человека с именем для входа «${login ?? ''}» нет. Проверьте имя в «Настройках».`)
  })
}
