import { openReadingRoom } from '../paper/reading-room.ts'
import type { WrittenSheet } from '../paper/written.ts'

/** What is to be printed; all of it is text that travels to the worker as it is. */
export type Print = { title: string; sheets: WrittenSheet[] }

/** A hundred pages take a second of work; whatever takes so much more is no paper that anybody reads. */
const room = openReadingRoom<Uint8Array>(workerEntry(), {
  workTime: 30_000,
  mostMemory: 900 * 1024 * 1024,
  heapMb: 512,
})

/** The sheets as a PDF, made in a worker, so that nobody else waits; null where they are too much for one. */
export async function printPdf(print: Print): Promise<Uint8Array | null> {
  const outcome = await room.read(print)
  return 'answer' in outcome ? outcome.answer : null
}

function workerEntry(): URL {
  const isBuilt = import.meta.url.endsWith('.js')
  return new URL(isBuilt ? './print-worker.js' : './print-worker-from-source.mjs', import.meta.url)
}
