import type { ParseAnswer, SourceBlock } from '../features/road-maps/order.ts'
import { forPapers, openReadingRoom, type ReadingRoom } from '../paper/reading-room.ts'
import { type RefusalReason, refusalFinding } from '../paper/refusals.ts'

/** An understood paper together with the paper itself. */
export type ReadPaper = ParseAnswer & { source: SourceBlock[] }

export type ReadPaperOptions = {
  /** The calendar year of periods that name none, where a person gave it. */
  year: number | null
}

/** Papers that are pictures of sheets, and may be looked at by whoever types their rows. */
const pictures: readonly RefusalReason[] = ['image', 'no-text-pdf', 'stamped-scan']

const atTheTerminal = openReadingRoom<ReadPaper>(workerEntry())

/** Nobody waits for a job: an old computer is left its time, for an honest plan of many pages. */
const behindTheScreen = openReadingRoom<ReadPaper>(workerEntry(), { ...forPapers, workTime: 8_000 })

/** Reads and understands an office file in a worker. A file that cannot be read is an answer too: its finding says why. */
export function readPaper(path: string, options: ReadPaperOptions): Promise<ReadPaper> {
  return readIn(atTheTerminal, path, options)
}

/** The same for a job, with more time. */
export function readPaperPatiently(path: string, options: ReadPaperOptions): Promise<ReadPaper> {
  return readIn(behindTheScreen, path, options)
}

async function readIn(room: ReadingRoom<ReadPaper>, path: string, { year }: ReadPaperOptions): Promise<ReadPaper> {
  const outcome = await room.read({ path, year })
  if ('answer' in outcome) return outcome.answer
  const isScan = pictures.includes(outcome.refused)
  return { order: null, roadMap: null, findings: [refusalFinding(outcome.refused)], source: [], isScan }
}

/** Built, the worker lies beside the bundle; from source, it teaches its thread TypeScript first. */
function workerEntry(): URL {
  const isBuilt = import.meta.url.endsWith('.js')
  return new URL(isBuilt ? './paper-worker.js' : './paper-worker-from-source.mjs', import.meta.url)
}
