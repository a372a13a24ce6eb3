import type { SheetOfRows } from '../paper/read-sheets.ts'
import { openReadingRoom } from '../paper/reading-room.ts'
import { refusalFinding } from '../paper/refusals.ts'

/** A register of twenty thousand rows takes seconds and more memory than any paper. */
const room = openReadingRoom<SheetOfRows[]>(workerEntry(), {
  workTime: 20_000,
  mostMemory: 600 * 1024 * 1024,
  heapMb: 512,
})

/** The sheets of a table, read in a worker; a file that cannot be read says why. */
export async function readTable(path: string): Promise<{ sheets: SheetOfRows[] } | { said: string }> {
  const outcome = await room.read({ path })
  if ('answer' in outcome) return { sheets: outcome.answer }
  const { message, advice } = refusalFinding(outcome.refused)
  return { said: `${message} ${advice}` }
}

function workerEntry(): URL {
  const isBuilt = import.meta.url.endsWith('.js')
  return new URL(isBuilt ? './sheet-worker.js' : './sheet-worker-from-source.mjs', import.meta.url)
}
