import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

const CLONE = fileURLToPath(new URL('../..', import.meta.url))

/** Server and screens are built from the sources as they are; where they are already, nothing is touched. Whoever else builds is waited for. */
export async function buildProduct(): Promise<void> {
  const text = "import { makeReady } from './scripts/ready.mjs'; await makeReady('server', 'web')"
  await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', text], { cwd: CLONE })
}
