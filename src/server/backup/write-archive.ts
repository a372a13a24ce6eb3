import { createReadStream, createWriteStream } from 'node:fs'
import { open, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import { type Pack, pack } from 'tar-stream'

export type ArchiveWriter = {
  /** Adds a small entry, or one piece of a long one. */
  add(name: string, bytes: Uint8Array): Promise<void>
  /** Adds a file of this size as it lies on disk; every piece is shown on its way. */
  addFile(name: string, file: { path: string; size: number }, see: (piece: Uint8Array) => void): Promise<void>
}

const OWNER_ONLY = 0o600

/**
 * Writes an archive that appears under its name whole or not at all: under a temporary name first, flushed to the disk,
 * then renamed. Nobody but its owner reads it, because it holds the installation's secret.
 */
export async function writeArchive<Answer>(
  path: string,
  fill: (writer: ArchiveWriter) => Promise<Answer>,
): Promise<Answer> {
  const draft = `${path}.part`
  const tar = pack()
  const written = pipeline(tar, createGzip(), createWriteStream(draft, { mode: OWNER_ONLY, flush: true }))
  written.catch(() => undefined) // told below, where it is waited for
  try {
    const answer = await Promise.race([
      fill({
        add: (name, bytes) => addBytes(tar, name, bytes),
        addFile: (name, file, see) => addFile(tar, name, file, see),
      }),
      failureOf(written),
    ])
    tar.finalize()
    await written
    await rename(draft, path)
    await flushFolder(dirname(path))
    return answer
  } catch (error) {
    tar.destroy()
    await written.catch(() => undefined)
    await rm(draft, { force: true })
    throw error
  }
}

/** Only ever fails: a disk that is full ends the filling at once. */
async function failureOf(written: Promise<void>): Promise<never> {
  await written
  throw new Error('the archive ended before it was filled')
}

async function addBytes(tar: Pack, name: string, bytes: Uint8Array): Promise<void> {
  await new Promise<void>((done, fail) => {
    const sink = tar.entry({ name, mode: OWNER_ONLY, size: bytes.length }, (error) => (error ? fail(error) : done()))
    sink.end(Buffer.from(bytes))
  })
}

async function addFile(
  tar: Pack,
  name: string,
  { path, size }: { path: string; size: number },
  see: (piece: Uint8Array) => void,
): Promise<void> {
  const sink = tar.entry({ name, mode: OWNER_ONLY, size })
  await pipeline(
    createReadStream(path),
    async function* (pieces: AsyncIterable<Buffer>) {
      for await (const piece of pieces) {
        see(piece)
        yield piece
      }
    },
    sink,
  )
}

/** The new name itself is on disk before we say so; Windows has no such thing. */
async function flushFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
