import { spawn } from 'node:child_process'
import { programOf } from './runtime.ts'
import type { SystemUser } from './system-user.ts'

export interface Ran {
  code: number | null
  output: string
}

/** Runs one of PostgreSQL's programs to its end, as the database's user, in a folder which that user may enter. */
export async function runProgram(
  place: { folder: string; runtime: string; user: SystemUser | undefined },
  name: 'initdb' | 'pg_ctl',
  args: string[],
): Promise<Ran> {
  return await new Promise((resolve, reject) => {
    const child = spawn(programOf(place.runtime, name), args, {
      ...place.user,
      cwd: place.folder,
      env: environment(),
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let output = ''
    child.stdout.on('data', (text) => {
      output += text
    })
    child.stderr.on('data', (text) => {
      output += text
    })
    child.on('error', reject)
    child.on('close', (code) => resolve({ code, output: output.trim() }))
  })
}

/** Messages of the programs in English, whatever the person's locale: a locale unknown here would stop them. */
export function environment(): NodeJS.ProcessEnv {
  const { PATH, SystemRoot, TEMP } = process.env
  return { PATH, SystemRoot, TEMP, LC_ALL: 'C' }
}
