import type { ParseAnswer, SourceBlock } from '../features/road-maps/order.ts'
import { readInWorker, type WorkerEntry } from '../paper/read-in-worker.ts'
import { refusalFinding } from '../paper/refusals.ts'

/** An understood paper together with the paper itself. */
export type ReadPaper = ParseAnswer & { source: SourceBlock[] }

export type ReadPaperOptions = {
  /** The calendar year of periods that name none, where a person gave it. */
  year: number | null
}

/** Reads and understands an office file in a worker. A file that cannot be read is an answer too: its finding says why. */
export async function readPaper(path: string, { year }: ReadPaperOptions): Promise<ReadPaper> {
  const outcome = await readInWorker<ReadPaper>(workerEntry(), { path, year })
  if ('answer' in outcome) return outcome.answer
  return { order: null, roadMap: null, findings: [refusalFinding(outcome.refused)], source: [] }
}

/** Built, the worker lies beside the bundle; from source, it runs under the loader that runs TypeScript. */
function workerEntry(): WorkerEntry {
  const isBuilt = import.meta.url.endsWith('.js')
  const file = new URL(isBuilt ? './paper-worker.js' : './paper-worker.ts', import.meta.url)
  return { file, execArgv: isBuilt ? [] : ['--import', 'tsx'] }
}
