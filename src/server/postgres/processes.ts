import { execFile } from 'node:child_process'
import { readFile, readlink } from 'node:fs/promises'
import { setTimeout as pause } from 'node:timers/promises'
import { promisify } from 'node:util'

const execute = promisify(execFile)

/** Whether a process of this number runs; one that has ended but was not yet reaped does not. */
export async function isAlive(pid: number): Promise<boolean> {
  if (!isTaken(pid)) return false
  const status = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => undefined)
  return status === undefined ? isTaken(pid) : stateOf(status) !== 'Z'
}

/** What a number alone cannot tell after it was given out again: the moment the process began. Null where the system does not say. */
export async function birthOf(pid: number): Promise<string | null> {
  const status = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => undefined)
  if (status !== undefined) return fieldsOf(status)[19] ?? null
  if (process.platform === 'win32') return null
  return await execute('ps', ['-o', 'lstart=', '-p', String(pid)]).then(
    ({ stdout }) => stdout.trim() || null,
    () => null,
  )
}

/** Whether the process is a PostgreSQL server working in the folder; where the system does not say, it is believed to be. */
export async function servesFolder(pid: number, folder: string): Promise<boolean> {
  if (!(await isAlive(pid))) return false
  if (process.platform === 'win32') return true
  if (process.platform === 'linux') return (await readlink(`/proc/${pid}/cwd`).catch(() => '')) === folder
  return await execute('ps', ['-ww', '-o', 'command=', '-p', String(pid)]).then(
    ({ stdout }) => stdout.includes('postgres') && stdout.includes(folder),
    () => false, // `ps` fails when the process has gone
  )
}

/** Waits until the condition holds; false when the time is over first. */
export async function waitUntil(condition: () => Promise<boolean>, milliseconds: number): Promise<boolean> {
  const end = performance.now() + milliseconds
  while (!(await condition())) {
    if (performance.now() > end) return false
    await pause(50)
  }
  return true
}

/** Whether the number is given out: to a living process or to an ended one that nobody has reaped. */
export function isTaken(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

function stateOf(status: string): string | undefined {
  return fieldsOf(status)[0]
}

/** The fields after the program's name, which stands in brackets and may hold spaces. */
function fieldsOf(status: string): string[] {
  return status.slice(status.lastIndexOf(')') + 2).split(' ')
}
