import type { LetterheadFilling } from '../paper/fill-letterhead.ts'
import type { LetterheadFault } from '../paper/letterhead.ts'
import { openReadingRoom } from '../paper/reading-room.ts'

export type LetterheadRequest = { bytes: Uint8Array; filling: LetterheadFilling | null }
export type LetterheadAnswer = { faults: LetterheadFault[]; filled: Uint8Array | null }

const room = openReadingRoom<LetterheadAnswer>(workerEntry(), {
  workTime: 5_000,
  mostMemory: 300 * 1024 * 1024,
  heapMb: 192,
})

/** What is wrong with a letterhead, and it filled where nothing is; null where the file cannot be opened safely. */
export async function readLetterhead(request: LetterheadRequest): Promise<LetterheadAnswer | null> {
  const outcome = await room.read(request)
  return 'answer' in outcome ? outcome.answer : null
}

function workerEntry(): URL {
  const isBuilt = import.meta.url.endsWith('.js')
  return new URL(isBuilt ? './letterhead-worker.js' : './letterhead-worker-from-source.mjs', import.meta.url)
}
