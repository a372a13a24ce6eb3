import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { demoOrderDocx, demoOrderText } from '../../src/features/road-maps/demo-order.ts'
import { understandOrder } from '../../src/features/road-maps/understand-order.ts'
import { readPaperBytes } from '../../src/paper/open-paper.ts'
import { PaperRefused } from '../../src/paper/refusals.ts'
import { chanceFrom } from './chance.ts'

// Thousands of damaged papers through the reader and the understanding: each is answered or refused in words.
const { values } = parseArgs({ options: { count: { type: 'string' }, seed: { type: 'string' } } })
const count = Number(values.count ?? 20_000)
const chance = chanceFrom(Number(values.seed ?? 1))

const folder = new URL('../harness/papers/', import.meta.url).pathname
const names = await readdir(folder)
const papers = [
  demoOrderDocx(),
  new TextEncoder().encode(demoOrderText),
  ...(await Promise.all(names.map((name) => readFile(join(folder, name))))),
]

let answered = 0
let refused = 0
let slowest = 0
const crashes: string[] = []
for (let round = 0; round < count; round++) {
  const bytes = damaged(papers[round % papers.length] ?? papers[0] ?? new Uint8Array())
  const began = performance.now()
  try {
    understandOrder(await readPaperBytes(bytes), { year: null })
    answered++
  } catch (error) {
    if (error instanceof PaperRefused) refused++
    else
      crashes.push(`round ${round}: ${error instanceof Error ? error.stack?.split('\n').slice(0, 2).join(' ') : error}`)
  }
  slowest = Math.max(slowest, performance.now() - began)
}
const grown = Math.round(process.memoryUsage.rss() / 2 ** 20)
process.stdout.write(
  `${count} damaged papers: ${answered} answered, ${refused} refused in words, ${crashes.length} crashes; slowest ${Math.round(slowest)} ms, ${grown} MB at the end\n`,
)
for (const crash of crashes.slice(0, 20)) process.stdout.write(`${crash}\n`)
process.exitCode = crashes.length === 0 ? 0 : 1

/** Bytes changed, cut out, doubled or cut off. */
function damaged(bytes: Uint8Array): Uint8Array {
  const copy = Uint8Array.from(bytes)
  const at = () => Math.floor(chance() * copy.length)
  const kind = Math.floor(chance() * 4)
  if (kind === 0) return copy.slice(0, at())
  if (kind === 1) return Uint8Array.from([...copy.slice(0, at()), ...copy.slice(at())])
  for (let change = 0; change <= chance() * 12; change++) copy[at()] = Math.floor(chance() * 256)
  return copy
}
