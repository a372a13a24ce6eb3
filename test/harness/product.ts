import { type ChildProcess, spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { rm } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { makeThrowAwayFolder } from '../../src/server/postgres/throw-away.ts'
import { takeOwnDatabase } from './own-database.ts'
import { kernelWritingInto, listHostsOutside, recordingInto } from './recorder/connections.ts'

const SERVER = fileURLToPath(new URL('../../dist/server.js', import.meta.url))

export interface Product {
  url: string
  links: { role: string; name: string; url: string }[]
  /** Everything it has said to standard error so far. */
  said(): string
  /** Where its data lie. */
  folder: string
  /** Ends it as Ctrl+C does, or as a service manager, and answers its exit code. */
  stop(signal?: 'SIGINT' | 'SIGTERM'): Promise<number | null>
}

export type DatabaseAddresses = { DATABASE_URL?: string; DATABASE_OWNER_URL?: string }

/** The built product as a person starts it, on a free port and in a data folder of its own; over the outside server where one is named. */
export async function startProduct(...options: string[]): Promise<Product> {
  const own = await takeOwnDatabase()
  if (!own) return startProductWith({}, ...options)
  const addresses = { DATABASE_URL: own.appUrl, DATABASE_OWNER_URL: own.ownerUrl }
  return leaving(own.stop, () => startProductWith(addresses, ...options))
}

/** The same over a database server of the test's own. */
export async function startProductWith(database: DatabaseAddresses, ...options: string[]): Promise<Product> {
  const { folder, remove } = await makeThrowAwayFolder('journey')
  return leaving(remove, () => launch({ folder, database, options, before: [] }))
}

/** The built product with a database of its own, the kernel writing down whom all its processes reach. */
export async function startWatchedProduct(kernelFile: string): Promise<Product> {
  const { folder, remove } = await makeThrowAwayFolder('journey')
  const before = kernelWritingInto(kernelFile)
  return leaving(remove, () => launch({ folder, database: {}, options: [], before }))
}

/** What the product stood on is cleared away after it, also where it did not start. */
async function leaving(clear: () => Promise<void>, begin: () => Promise<Product>): Promise<Product> {
  try {
    const product = await begin()
    return {
      ...product,
      async stop(signal) {
        const code = await product.stop(signal)
        await clear()
        return code
      },
    }
  } catch (error) {
    await clear()
    throw error
  }
}

export type Process = Product & { kill(): Promise<void> }

/** One of several processes over a PostgreSQL server and a folder that they share; `name` is how the database calls it. */
export function startProcess(
  name: string,
  folder: string,
  { appUrl, ownerUrl }: { appUrl: string; ownerUrl: string },
): Promise<Process> {
  const named = new URL(appUrl)
  named.searchParams.set('application_name', name)
  const database = { DATABASE_URL: named.href, DATABASE_OWNER_URL: ownerUrl }
  return launch({ folder, database, options: [], before: [] })
}

/** `before`: the command that watches it. */
type Launch = { folder: string; database: DatabaseAddresses; options: string[]; before: string[] }

async function launch({ folder, database, options, before }: Launch): Promise<Process> {
  const { DATABASE_URL: _app, DATABASE_OWNER_URL: _owner, ...env } = process.env
  const recorded = `${folder}-${randomUUID()}.hosts`
  const program = [process.execPath, SERVER, '--json', '--port', '0', '--data', folder, ...options]
  const [command = '', ...args] = [...before, ...program]
  const child = spawn(command, args, {
    env: { ...env, NODE_ENV: 'production', ...recordingInto(recorded), ...database },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  child.stderr.on('data', (text) => {
    said += text
  })
  const line = await firstLine(child, () => said)
  const { url, links } = JSON.parse(line)
  const endBy = async (signal: NodeJS.Signals) => {
    if (child.exitCode !== null || child.signalCode !== null) return
    child.kill(signal)
    await once(child, 'exit')
  }
  return {
    url,
    links,
    folder: /папка данных: (.+)/i.exec(said)?.[1]?.trim() ?? folder,
    said: () => said,
    async stop(signal = 'SIGINT') {
      await endBy(signal)
      const outside = listHostsOutside(recorded)
      await rm(recorded, { force: true })
      const strangers = outside.filter((host) => !isServerOf(database, host))
      if (strangers.length > 0) throw new Error(`The product asked for ${strangers.join(', ')}.`)
      return child.exitCode
    },
    kill: () => endBy('SIGKILL'),
  }
}

/** Its own database may stand on another computer. */
function isServerOf(database: DatabaseAddresses, host: string): boolean {
  return Object.values(database).some((url) => new URL(url).hostname === host)
}

async function firstLine(child: ChildProcess, said: () => string): Promise<string> {
  return await new Promise((resolve, reject) => {
    let text = ''
    child.stdout?.on('data', (piece) => {
      text += piece
      if (text.includes('\n')) resolve(text)
    })
    child.once('exit', (code) => reject(new Error(`Opora ended with ${code} before it was ready:\n${said()}`)))
  })
}
