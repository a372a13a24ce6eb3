import './node-version.mjs'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { makeReady } from './ready.mjs'
import { orStop, ROOT, run } from './run.mjs'

const MINUTE = 60_000
const env = { ...process.env, NODE_ENV: 'test' }

await orStop(() => makeReady())
mkdirSync(join(ROOT, '.cache'), { recursive: true })

const steps = [
  { name: 'types', args: ['node_modules/typescript/bin/tsc', '--noEmit'] },
  {
    name: 'lint',
    args: ['node_modules/@biomejs/biome/bin/biome', 'check', '.', '--max-diagnostics=100', '--colors=off'],
  },
  { name: 'structure', args: ['scripts/structure.mjs'] },
  { name: 'nothing unused', args: ['node_modules/knip/bin/knip.js', '--no-progress'] },
  {
    name: 'unit and service tests',
    args: [
      'node_modules/vitest/vitest.mjs',
      'run',
      '--reporter=default',
      '--reporter=json',
      '--outputFile.json=.cache/tests.json',
    ],
    report: '.cache/tests.json',
  },
  {
    name: 'browser journeys',
    args: ['scripts/journey.mjs', '--report', '.cache/journeys.json'],
    report: '.cache/journeys.json',
  },
]

const results = []
for (const step of steps) results.push(await take(step))

const total = (what) => results.reduce((sum, result) => sum + result[what], 0)
console.log('')
for (const { name, passed, failed, skipped, seconds } of results) {
  console.log(
    `${failed === 0 ? 'ok  ' : 'FAIL'} ${name}: ${passed} of ${passed + failed}${skipped ? `, ${skipped} skipped` : ''} (${seconds} s)`,
  )
}
console.log(`${total('passed')} passed, ${total('failed')} failed`)
process.exitCode = total('failed') === 0 && total('passed') > 0 ? 0 : 1

async function take({ name, args, report }) {
  if (report) rmSync(join(ROOT, report), { force: true })
  const start = performance.now()
  const { code, output } = await run(process.execPath, args, { env, timeout: 40 * MINUTE })
  const seconds = Math.round((performance.now() - start) / 1000)
  const counts = report
    ? countsOf(report, code)
    : { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0 }
  if (counts.failed > 0) console.log(`\n${name}:\n${output.trim()}\n`)
  else console.log(`${name}: ok (${seconds} s)`)
  return { name, seconds, ...counts }
}

/** A file that could not be loaded, a run that broke off and a run without tests are failures too. */
function countsOf(report, code) {
  const { testResults = [] } = readReport(report)
  const tests = testResults.flatMap((file) => file.assertionResults)
  const count = (status) => tests.filter((one) => one.status === status).length
  const silent = testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.every((one) => one.status !== 'failed'),
  )
  const failed = count('failed') + silent.length
  const broke = failed === 0 && (code !== 0 || tests.length === 0)
  return {
    passed: count('passed'),
    failed: broke ? 1 : failed,
    skipped: tests.length - count('passed') - count('failed'),
  }
}

function readReport(report) {
  try {
    return JSON.parse(readFileSync(join(ROOT, report), 'utf8'))
  } catch {
    return {} // it broke off before writing one: counted as a failure
  }
}
