import './node-version.mjs'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { findChromium } from './chromium.mjs'
import { makeReady } from './ready.mjs'
import { orStop, ROOT, run, Stop } from './run.mjs'

const ENDING = '.journey.ts'

const { values, positionals } = parseArgs({ options: { report: { type: 'string' } }, allowPositionals: true })

await orStop(async () => {
  const files = choose(positionals, listJourneys())
  await makeReady('server', 'web')
  const env = { ...process.env, CHROMIUM_PATH: await findChromium() }
  const report = values.report ? ['--reporter=default', '--reporter=json', `--outputFile.json=${values.report}`] : []
  const args = ['node_modules/vitest/vitest.mjs', 'run', '--config', 'vitest.journeys.config.ts', ...report, ...files]
  process.exitCode = (await run(process.execPath, args, { env, show: true })).code
})

/** The names of the journeys: `order` for test/journeys/order.journey.ts. */
function listJourneys() {
  try {
    const files = readdirSync(join(ROOT, 'test/journeys')).filter((file) => file.endsWith(ENDING))
    return files.map((file) => file.slice(0, -ENDING.length))
  } catch (cause) {
    throw new Stop('There is no folder test/journeys.', { cause })
  }
}

function choose(asked, known) {
  const strangers = asked.filter((name) => !known.includes(name))
  if (strangers.length > 0) throw new Stop(`No journey ${strangers.join(', ')}. There are: ${known.join(', ')}.`)
  const chosen = asked.length > 0 ? asked : known
  if (chosen.length === 0) throw new Stop('There is no journey in test/journeys.')
  return chosen.map((name) => `test/journeys/${name}${ENDING}`)
}
