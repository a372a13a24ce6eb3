import { parseArgs } from 'node:util'
import { buildProduct } from './build-product.ts'
import { killRounds } from './kill-rounds.ts'

// `npm run soak -- kills`: the server and its database are killed at random moments under write load.
const { values } = parseArgs({
  options: { rounds: { type: 'string' }, seed: { type: 'string' } },
  allowPositionals: true,
})
await buildProduct()
const killed = await killRounds({ rounds: Number(values.rounds ?? 20), seed: Number(values.seed ?? 1) })
const { rounds, acknowledged, unanswered, lost, halfDone, slowestStartMs } = killed
process.stdout.write(
  `${rounds} kills: ${acknowledged} acknowledged, ${unanswered} left unanswered and sent again, ${lost.length} lost, ${halfDone.length} half done; slowest return ${slowestStartMs} ms\n`,
)
for (const line of [...lost, ...halfDone].slice(0, 20)) process.stdout.write(`${line}\n`)
process.exitCode = lost.length + halfDone.length === 0 ? 0 : 1
