import './node-version.mjs'
import { makeReady } from './ready.mjs'
import { orStop, run } from './run.mjs'

// `npm run plans -- --count 200 --seed 1`: how well plans made by chance are understood, in every format we can write.
await orStop(async () => {
  await makeReady()
  const args = ['--import', 'tsx', 'test/plans/generated/count-plans.ts', ...process.argv.slice(2)]
  process.exitCode = (await run(process.execPath, args, { show: true })).code
})
