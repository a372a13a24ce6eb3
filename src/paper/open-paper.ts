import { constants } from 'node:fs'
import { open } from 'node:fs/promises'
import { readDocx } from './docx.ts'
import { limits } from './limits.ts'
import type { Paper, PaperReader } from './paper.ts'
import { PaperRefused } from './refusals.ts'
import { kindOf, type PaperKind } from './sniff.ts'
import { readText } from './text.ts'

const readers: Partial<Record<PaperKind, PaperReader>> = {
  docx: readDocx,
  text: readText,
}

/** Gives the document, or throws `PaperRefused`. Belongs in a worker: a hostile file may take all of its memory and time. */
export async function openPaper(path: string): Promise<Paper> {
  return readPaperBytes(await bytesOf(path))
}

export function readPaperBytes(bytes: Uint8Array): Paper {
  if (bytes.byteLength > limits.fileBytes) throw new PaperRefused('too-big')
  if (bytes.byteLength === 0) throw new PaperRefused('empty')
  const kind = kindOf(bytes)
  const read = readers[kind]
  if (read) return read(bytes)
  throw new PaperRefused(kind === 'docx' || kind === 'text' ? 'unknown' : kind)
}

/** Opens without waiting, so that a pipe in a file's place cannot hold us, and looks at the size before the content. */
async function bytesOf(path: string): Promise<Uint8Array> {
  const file = await open(path, constants.O_RDONLY | constants.O_NONBLOCK).catch((error: unknown) => {
    throw new PaperRefused('missing', { cause: error })
  })
  try {
    const about = await file.stat()
    if (!about.isFile()) throw new PaperRefused('not-a-file')
    if (about.size > limits.fileBytes) throw new PaperRefused('too-big')
    return await file.readFile()
  } finally {
    await file.close()
  }
}
