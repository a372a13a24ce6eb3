import { parentPort } from 'node:worker_threads'
import * as z from 'zod'
import { keptAnswer } from '../features/road-maps/kept-answer.ts'
import { understandPaper } from '../features/road-maps/understand-order.ts'
import { loadBytes, readPaperBytes } from '../paper/open-paper.ts'
import type { WorkerMessage } from '../paper/reading-room.ts'
import { PaperRefused } from '../paper/refusals.ts'
import type { ReadPaper } from './read-paper.ts'
import { sourceOf } from './source-blocks.ts'

const Request = z.object({ path: z.string(), year: z.int().nullable() })

parentPort?.on('message', (request: unknown) => {
  // A fault of ours rejects here, ends the thread and reaches the caller: it must not look like a fault of the file.
  void read(request).then(send)
})
send({ kind: 'ready' })

async function read(request: unknown): Promise<WorkerMessage<ReadPaper>> {
  const { path, year } = Request.parse(request)
  try {
    const bytes = await loadBytes(path)
    const kept = keptAnswer(bytes)
    if (kept) return { kind: 'answer', answer: { ...kept, source: kept.source ?? [] } }
    // Loading our own reader is no work of the file's: the time for reading begins anew.
    const paper = await readPaperBytes(bytes, (kind) => send({ kind }))
    const { answer, places } = understandPaper(paper, { year })
    return { kind: 'answer', answer: { ...answer, source: sourceOf(paper, places) } }
  } catch (error) {
    if (error instanceof PaperRefused) return { kind: 'refused', reason: error.reason }
    // Recursion and spreads end here where a document has more of something than any office writes.
    if (error instanceof RangeError) return { kind: 'refused', reason: 'overgrown' }
    throw error
  }
}

function send(message: WorkerMessage<ReadPaper>): void {
  parentPort?.postMessage(message)
}
