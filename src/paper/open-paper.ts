import { constants } from 'node:fs'
import { open } from 'node:fs/promises'
import { readDocx } from './docx.ts'
import { limits } from './limits.ts'
import type { Paper, PaperReader } from './paper.ts'
import { pictureFault } from './picture.ts'
import { isReason, PaperRefused } from './refusals.ts'
import { kindOf, type PaperKind } from './sniff.ts'
import { readText } from './text.ts'
import { openArchive } from './unzip.ts'

/** A reader that is large or seldom needed is loaded with its first file. */
const readers: Partial<Record<PaperKind, () => PaperReader | Promise<PaperReader>>> = {
  docx: () => readDocx,
  text: () => readText,
  doc: async () => (await import('./doc.ts')).readDoc,
  odt: async () => (await import('./odt.ts')).readOdt,
  ods: async () => (await import('./ods.ts')).readOds,
  xlsx: async () => (await import('./xlsx.ts')).readXlsx,
  xls: async () => (await import('./xls.ts')).readXls,
  pdf: async () => (await import('./pdf.ts')).loadPdfReader(),
}

type Tell = (state: 'loading' | 'ready') => void

/**
 * Gives the document, or throws `PaperRefused`. Belongs in a worker: a hostile file may take all of its memory and time.
 * `tell` hears when we load a reader of our own, and when only the file itself is left to read.
 */
export async function openPaper(path: string, tell?: Tell): Promise<Paper> {
  return readPaperBytes(await loadBytes(path), tell)
}

export async function readPaperBytes(bytes: Uint8Array, tell?: Tell): Promise<Paper> {
  if (bytes.byteLength > limits.fileBytes) throw new PaperRefused('too-big')
  if (bytes.byteLength === 0) throw new PaperRefused('empty')
  const kind = kindOf(bytes)
  tell?.('loading')
  const read = await readers[kind]?.()
  tell?.('ready')
  if (kind === 'image') throw new PaperRefused(pictureFault(bytes) ?? 'image')
  if (!read) throw new PaperRefused(isReason(kind) ? kind : 'unknown')
  const paper = await read(bytes)
  if (isBlank(paper)) throw new PaperRefused(holdsPictures(bytes) ? 'only-pictures' : 'no-text')
  return paper
}

function isBlank({ blocks }: Paper): boolean {
  return blocks.every((block) =>
    block.kind === 'paragraph'
      ? block.text.trim() === ''
      : block.rows.every(({ cells }) => cells.every(({ text }) => text.trim() === '')),
  )
}

function holdsPictures(bytes: Uint8Array): boolean {
  const isArchive = bytes[0] === 0x50 && bytes[1] === 0x4b
  return isArchive && openArchive(bytes).names.some((name) => /^((word|xl)\/media|Pictures)\/./.test(name))
}

/** Opens without waiting, so that a pipe in a file's place cannot hold us, and looks at the size before the content. */
export async function loadBytes(path: string): Promise<Uint8Array> {
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
