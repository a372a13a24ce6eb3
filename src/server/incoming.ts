import { createHash, randomUUID } from 'node:crypto'
import { readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'

/** Where uploads land. One that may be continued has a place of its own, known by its sender and repeat key. */
export type Incoming = {
  folder: string
  /** A place that nobody will ask for again. */
  freshPlace(): string
  placeOf(sender: string, key: string): string
  /** Uploads of this sender that broke off and may still be continued. */
  countOf(sender: string): Promise<number>
  /** Bytes that lie there, once whoever was still writing has stopped; 0 where nothing lies. */
  settle(place: string): Promise<number>
  /** Says that this place is being written; the answer is called when it no longer is. */
  hold(place: string, stop: () => void): () => void
  clear(place: string): Promise<void>
}

type Writer = { stop(): void; ended: Promise<void> }

export function incomingIn(folder: string): Incoming {
  const writers = new Map<string, Writer>()
  return {
    folder,
    freshPlace: () => join(folder, randomUUID()),
    placeOf: (sender, key) => join(folder, `${markOf(sender)}-${markOf(key)}`),
    async countOf(sender) {
      const names = await readdir(folder)
      return names.filter((name) => name.startsWith(`${markOf(sender)}-`)).length
    },

    async settle(place) {
      // A link that broke unnoticed may still be held open by its old request: the newcomer takes over.
      for (let writer = writers.get(place); writer; writer = writers.get(place)) {
        writer.stop()
        await writer.ended
      }
      return sizeOf(place)
    },

    hold(place, stop) {
      let end = () => {}
      const ended = new Promise<void>((resolve) => {
        end = resolve
      })
      const writer = { stop, ended }
      writers.set(place, writer)
      return () => {
        if (writers.get(place) === writer) writers.delete(place)
        end()
      }
    },

    clear: (place) => rm(place, { force: true }),
  }
}

function markOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 32)
}

async function sizeOf(place: string): Promise<number> {
  try {
    return (await stat(place)).size
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return 0
    throw error
  }
}
