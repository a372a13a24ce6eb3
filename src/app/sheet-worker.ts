import { parentPort } from 'node:worker_threads'
import * as z from 'zod'
import { loadBytes } from '../paper/open-paper.ts'
import { readSheets, type SheetOfRows } from '../paper/read-sheets.ts'
import type { WorkerMessage } from '../paper/reading-room.ts'
import { PaperRefused } from '../paper/refusals.ts'

const Request = z.object({ path: z.string() })

parentPort?.on('message', (request: unknown) => {
  // A fault of ours rejects here, ends the thread and reaches the caller: it must not look like a fault of the file.
  void read(request).then(send)
})
send({ kind: 'ready' })

async function read(request: unknown): Promise<WorkerMessage<SheetOfRows[]>> {
  const { path } = Request.parse(request)
  try {
    return { kind: 'answer', answer: readSheets(await loadBytes(path)) }
  } catch (error) {
    if (error instanceof PaperRefused) return { kind: 'refused', reason: error.reason }
    if (error instanceof RangeError) return { kind: 'refused', reason: 'overgrown' }
    throw error
  }
}

function send(message: WorkerMessage<SheetOfRows[]>): void {
  parentPort?.postMessage(message)
}
