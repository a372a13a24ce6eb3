import { constants } from 'node:fs'
import { access, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { type Incoming, incomingIn } from './incoming.ts'

/** A file that came as a raw body: already on disk, hashed, its size known. */
export type Received = { path: string; sha256: string; size: number }

/** Bytes on disk under their own hash: the same file given twice lies there once. */
export type FileStore = {
  /** Where the kept bytes lie, each file in a folder named by the first two letters of its hash. */
  folder: string
  /** Where uploads land before they are kept. */
  incoming: Incoming
  /** Keeps what was received, so that a power cut after the answer does not lose it; safe to repeat. */
  keep(received: Received): Promise<void>
  /** Forgets what was received and not kept; safe to repeat. */
  discard(received: Received): Promise<void>
  pathOf(sha256: string): string
  /** Removes uploads that were cut short long ago; one under way is left alone. */
  clearAbandoned(now: Date): Promise<void>
}

const ABANDONED_AFTER_MS = 24 * 3600 * 1000

export async function openFileStore(folder: string): Promise<FileStore> {
  const incomingFolder = join(folder, 'incoming')
  await mkdir(incomingFolder, { recursive: true, mode: 0o700 })
  const pathOf = (sha256: string) => join(folder, sha256.slice(0, 2), sha256)

  return {
    folder,
    incoming: incomingIn(incomingFolder),
    pathOf,
    async keep(received) {
      const place = pathOf(received.sha256)
      if (await exists(place)) return rm(received.path, { force: true })
      await mkdir(dirname(place), { recursive: true, mode: 0o700 })
      await forceOut(received.path)
      await rename(received.path, place)
      await forceOut(dirname(place))
      await forceOut(folder)
    },
    discard: (received) => rm(received.path, { force: true }),
    async clearAbandoned(now) {
      for (const name of await readdir(incomingFolder)) {
        const path = join(incomingFolder, name)
        const found = await stat(path).catch(() => null) // just kept, or taken away
        if (found && now.getTime() - found.mtimeMs > ABANDONED_AFTER_MS) await rm(path, { force: true })
      }
    },
  }
}

/** Waits until the bytes of a file, or the names in a folder, lie on the disk itself. */
async function forceOut(path: string): Promise<void> {
  const handle = await open(path, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

function exists(path: string): Promise<boolean> {
  return access(path, constants.F_OK).then(
    () => true,
    () => false,
  )
}
