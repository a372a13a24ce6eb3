import './node-version.mjs'
import { findChromium } from './chromium.mjs'
import { makeReady } from './ready.mjs'
import { orStop, run } from './run.mjs'

await orStop(async () => {
  await makeReady('server', 'web')
  const env = { ...process.env, CHROMIUM_PATH: await findChromium() }
  process.exitCode = (
    await run(process.execPath, ['--import', 'tsx', 'test/harness/pictures.ts'], { env, show: true })
  ).code
})
