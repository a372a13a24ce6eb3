import { spawnSync } from 'node:child_process'
import { parseArgs } from 'node:util'

// `npm run soak -- digests`: the worker of letters is killed on twenty mornings, at each step of its work.
const { values } = parseArgs({
  options: { rounds: { type: 'string' }, seed: { type: 'string' } },
  allowPositionals: true,
})
const { status } = spawnSync(process.execPath, ['node_modules/vitest/vitest.mjs', 'run', 'test/digests.test.ts'], {
  stdio: 'inherit',
  env: { ...process.env, OPORA_DIGEST_KILLS: values.rounds ?? '20', OPORA_SEED: values.seed ?? '1' },
})
process.exitCode = status ?? 1
