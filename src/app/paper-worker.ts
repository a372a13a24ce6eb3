import { parentPort, workerData } from 'node:worker_threads'
import * as z from 'zod'
import { understandOrder } from '../features/road-maps/understand-order.ts'
import { openPaper } from '../paper/open-paper.ts'
import type { WorkerMessage } from '../paper/read-in-worker.ts'
import { PaperRefused } from '../paper/refusals.ts'
import type { ReadPaper } from './read-paper.ts'
import { sourceOf } from './source-blocks.ts'

const Request = z.object({ path: z.string(), year: z.int().nullable() })

const { path, year } = Request.parse(workerData)
send({ kind: 'ready' })
openPaper(path)
  .then((paper) => send({ kind: 'answer', answer: { ...understandOrder(paper, { year }), source: sourceOf(paper) } }))
  .catch((error: unknown) => {
    if (error instanceof PaperRefused) return send({ kind: 'refused', reason: error.reason })
    // Recursion and spreads end here where a document has more of something than any office writes.
    if (error instanceof RangeError) return send({ kind: 'refused', reason: 'overgrown' })
    // A fault of ours must end the thread loudly, not look like a fault of the file.
    setImmediate(() => {
      throw error
    })
  })

function send(message: WorkerMessage<ReadPaper>): void {
  parentPort?.postMessage(message)
}
