import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

const CLONE = fileURLToPath(new URL('../..', import.meta.url))

/** The server is built from the sources as they are; where it is already, nothing is touched. Whoever else builds is waited for. */
export async function buildServer(): Promise<void> {
  const text = "import { makeReady } from './scripts/ready.mjs'; await makeReady('server')"
  await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', text], { cwd: CLONE })
}
