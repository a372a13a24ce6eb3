import './node-version.mjs'
import { spawn } from 'node:child_process'
import { parseArgs } from 'node:util'
import { findChromium } from './chromium.mjs'
import { makeReady } from './ready.mjs'
import { orStop, ROOT } from './run.mjs'

// `npm run bench` measures all; `-- --only load|requests|matrix|rows|statements|papers|terms|readers|documents|paint|screens|registry` one part, `-- --size small|large` one size of requests and rows, `-- --json` for programs.
const { values } = parseArgs({ options: { only: { type: 'string' } }, strict: false })
const isPainted = values.only === undefined || values.only === 'paint'
await orStop(async () => {
  await makeReady('web', ...(isPainted ? ['server'] : []))
  // What is painted is asked of a browser.
  if (isPainted) process.env.CHROMIUM_PATH = await findChromium()
})
const args = ['--import', 'tsx', 'bench/main.ts', ...process.argv.slice(2)]
const child = spawn(process.execPath, args, { cwd: ROOT, stdio: 'inherit' })
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal))
child.on('exit', (code) => {
  process.exitCode = code ?? 1
})
