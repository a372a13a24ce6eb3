import { parseArgs } from 'node:util'
import { planFormats } from './plan-files.ts'
import { scorePlans } from './score-plans.ts'

// `npm run plans -- --count 200 --seed 1 [--format docx] [--failures 5]`: what is understood of plans made by chance.
const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '200' },
    seed: { type: 'string', default: '1' },
    format: { type: 'string' },
    failures: { type: 'string', default: '3' },
  },
})
const [count, first, shown] = [Number(values.count), Number(values.seed), Number(values.failures)]
const seeds = Array.from({ length: count }, (_, at) => first + at)

for (const format of planFormats.filter((one) => values.format === undefined || one === values.format)) {
  const score = await scorePlans(format, seeds)
  const share = ((100 * score.right) / Math.max(score.cells, 1)).toFixed(2)
  const found = `activities found ${score.found} of ${score.activities}, invented ${score.invented}`
  process.stdout.write(
    `${format.padEnd(8)} ${score.plans} plans: ${found}; cells right ${share} %; silent errors ${score.silent}\n`,
  )
  for (const { seed, errors } of score.failures.slice(0, shown)) {
    process.stdout.write(`         seed ${seed}: ${errors.slice(0, 3).join('\n           ')}\n`)
  }
}
