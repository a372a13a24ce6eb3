import { type ChildProcess, spawn } from 'node:child_process'
import { open, readFile, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { CannotStart } from '../cannot-start.ts'
import type { Cluster } from './cluster.ts'
import { isAlive, isTaken, servesFolder, waitUntil } from './processes.ts'
import { environment, runProgram } from './program.ts'
import { programOf } from './runtime.ts'
import { settings } from './settings.ts'

/** A running PostgreSQL server. */
export interface Postmaster {
  port: number
  child: ChildProcess
}

/** Starts the server on the given or on a free port and promises that it accepts connections. What a killed one left behind is waited for. */
export async function startPostmaster(
  cluster: Cluster,
  log: (line: string) => void,
  port?: number,
): Promise<Postmaster> {
  const end = performance.now() + 10_000
  for (;;) {
    const attempt = await tryStart(cluster, port ?? (await freePort()))
    if ('child' in attempt) return attempt
    if (performance.now() > end) {
      throw new CannotStart(`База данных в ${cluster.folder} не запустилась. Ответ PostgreSQL: ${attempt.failure}`)
    }
    log('База данных ещё не готова, пробуем снова…')
    await pause(500)
  }
}

/** Within five seconds: politely, then at once. What was committed is on disk either way. */
export async function stopPostmaster(cluster: Cluster): Promise<void> {
  const pid = await runningPid(cluster)
  if (pid === undefined) return
  const fast = await runProgram(cluster, 'pg_ctl', ['stop', '-D', cluster.folder, '-m', 'fast', '-w', '-t', '3'])
  if (fast.code === 0) return
  await runProgram(cluster, 'pg_ctl', ['stop', '-D', cluster.folder, '-m', 'immediate', '-w', '-t', '1'])
  if (await waitUntil(async () => !(await isAlive(pid)), 300)) return
  if (await servesFolder(pid, cluster.folder)) process.kill(pid, 'SIGKILL')
}

/** After a kill of Opora its database may live on: it is stopped, so that we start with our own settings and port. */
export async function stopLeftover(cluster: Cluster, log: (line: string) => void): Promise<void> {
  const pid = await recordedPid(cluster)
  if (pid === undefined) return
  if (await servesFolder(pid, cluster.folder)) {
    log('Останавливаем базу данных, оставшуюся от прошлого запуска…')
    await stopPostmaster(cluster)
  }
  // PostgreSQL takes any process of that number for its predecessor: a foreign one, or a dead one that nobody reaps
  const isFree = await waitUntil(async () => !isTaken(pid), 5_000)
  if (!isFree && !(await servesFolder(pid, cluster.folder))) await rm(pidFile(cluster), { force: true })
}

async function tryStart(cluster: Cluster, port: number): Promise<Postmaster | { failure: string }> {
  const outputPath = `${cluster.folder}.start.log` // outside: root does not write where the database's user could lay a link
  const output = await open(outputPath, 'w', 0o600)
  const child = spawn(programOf(cluster.runtime, 'postgres'), ['-D', cluster.folder, ...settings(cluster, port)], {
    ...cluster.user,
    cwd: cluster.folder,
    env: environment(),
    stdio: ['ignore', output.fd, output.fd],
    detached: true, // Ctrl+C in the terminal is for Opora, which stops the database last
    windowsHide: true,
  })
  endWithUs(child)
  const failed = new Promise<string>((resolve) => child.once('error', (error) => resolve(error.message)))
  // after a power cut the server first repeats its journal, which takes its time on an old disk
  const ready = waitUntil(async () => hasEnded(child) || (await isReady(cluster, child.pid)), 300_000)
  const failure = await Promise.race([failed, ready.then(() => undefined)])
  await output.close()
  child.unref()
  if (failure === undefined && !hasEnded(child)) return { port, child }
  return { failure: failure ?? (await readFile(outputPath, 'utf8')).trim() }
}

/** However this process ends, short of a kill, the database is told to end too. */
function endWithUs(child: ChildProcess): void {
  const end = () => child.kill('SIGINT')
  process.once('exit', end)
  child.once('exit', () => process.off('exit', end))
}

function hasEnded(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null
}

/** The eighth line of the file says how far the start has come. */
async function isReady(cluster: Cluster, pid: number | undefined): Promise<boolean> {
  const lines = await pidLines(cluster)
  return Number(lines[0]) === pid && lines[7]?.trim() === 'ready'
}

async function runningPid(cluster: Cluster): Promise<number | undefined> {
  const pid = await recordedPid(cluster)
  return pid !== undefined && (await servesFolder(pid, cluster.folder)) ? pid : undefined
}

async function recordedPid(cluster: Cluster): Promise<number | undefined> {
  const pid = Number((await pidLines(cluster))[0])
  return Number.isInteger(pid) && pid > 0 ? pid : undefined
}

async function pidLines(cluster: Cluster): Promise<string[]> {
  return await readFile(pidFile(cluster), 'utf8').then(
    (text) => text.split('\n'),
    () => [], // no file: no server has started here
  )
}

function pidFile(cluster: Cluster): string {
  return join(cluster.folder, 'postmaster.pid')
}

async function freePort(): Promise<number> {
  return await new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => (typeof address === 'object' && address ? resolve(address.port) : reject(new Error('no port'))))
    })
  })
}
