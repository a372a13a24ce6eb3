import './node-version.mjs'
import { spawn } from 'node:child_process'
import { makeReady } from './ready.mjs'
import { orStop, ROOT } from './run.mjs'

// `npm run bench` measures all; `-- --only load|requests|rows|statements|papers|terms|readers|registry|screens|matrix` one part, `-- --size small|large` one size of requests and rows, `-- --json` for programs.
await orStop(() => makeReady('web'))
const args = ['--import', 'tsx', 'bench/main.ts', ...process.argv.slice(2)]
const child = spawn(process.execPath, args, { cwd: ROOT, stdio: 'inherit' })
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal))
child.on('exit', (code) => {
  process.exitCode = code ?? 1
})
