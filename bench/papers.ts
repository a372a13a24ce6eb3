import { existsSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readPaper } from '../src/app/read-paper.ts'
import { demoOrderDocx } from '../src/features/road-maps/demo-order.ts'
import { understandPeriod } from '../src/features/road-maps/period.ts'
import { median, spread } from './median.ts'

export type PaperTime = { paper: string; milliseconds: number; noise: number }

const REAL_ORDER = new URL('../../shared/samples/order-31.docx', import.meta.url).pathname
const WARM = 5
const ROUNDS = 21

/** Time to read and understand an order in the worker, once the worker is warm. */
export async function measurePapers(): Promise<PaperTime[]> {
  const folder = await mkdtemp(join(tmpdir(), 'opora-papers-'))
  const own = join(folder, 'order-47.docx')
  await writeFile(own, demoOrderDocx())
  const papers = [
    { paper: 'own sample order .docx', path: own },
    ...(existsSync(REAL_ORDER) ? [{ paper: 'real order № 31 .docx', path: REAL_ORDER }] : []),
  ]
  const times = []
  for (const { paper, path } of papers) times.push({ paper, ...(await timesOf(path)) })
  await rm(folder, { recursive: true })
  return times
}

async function timesOf(path: string) {
  const taken: number[] = []
  for (let index = 0; index < WARM + ROUNDS; index++) {
    const start = performance.now()
    const { roadMap } = await readPaper(path, { year: null })
    if (!roadMap) throw new Error(`${path} was not understood`)
    if (index >= WARM) taken.push(performance.now() - start)
  }
  return { milliseconds: median(taken), noise: spread(taken) }
}

const TERMS = [
  'Февраль – апрель 2024 год. Сентябрь – ноябрь 2024 г.',
  'до 10 августа 2015 года',
  'в течение года',
  'ежемесячно, сентябрь–май',
  'до 25 числа каждого месяца',
  'ежегодно с 15 мая по 1 октября',
  'по мере необходимости',
  'I квартал, вторая неделя апреля, конец мая 2024',
]

/** Terms understood in a second, one after another on one core. */
export function measurePeriods(): { perSecond: number; noise: number } {
  const context = { contextYear: 2024, schoolYear: null }
  const rates: number[] = []
  for (let round = 0; round < 8; round++) {
    const start = performance.now()
    let count = 0
    while (performance.now() - start < 400) {
      for (const term of TERMS) understandPeriod(term, context)
      count += TERMS.length
    }
    if (round > 0) rates.push((count * 1000) / (performance.now() - start))
  }
  return { perSecond: median(rates), noise: spread(rates) }
}
