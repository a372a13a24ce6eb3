import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { limits } from './limits.ts'
import type { Paper, PaperReader } from './paper.ts'
import { blocksOfPages } from './pdf-blocks.ts'
import { loadPdfLibrary, type PdfLibrary } from './pdf-library.ts'
import { type PdfPage, readPage } from './pdf-page.ts'
import { refusePdfBomb } from './pdf-streams.ts'
import { PaperRefused } from './refusals.ts'

/** Makes the reader of the text layer of a .pdf: lines, and tables by their drawn lines or, as a guess, by their gaps. */
export async function loadPdfReader(): Promise<PaperReader> {
  const library = await loadPdfLibrary()
  return (bytes) => readPdf(bytes, library)
}

async function readPdf(bytes: Uint8Array, library: PdfLibrary): Promise<Paper> {
  refusePdfBomb(bytes)
  const document = await opened(bytes, library)
  try {
    return blocksFrom(await readPages(document, library), bytes)
  } finally {
    await document.loadingTask.destroy()
  }
}

async function readPages(document: PDFDocumentProxy, library: PdfLibrary): Promise<PdfPage[]> {
  if (document.numPages > limits.pages) throw new PaperRefused('overgrown')
  const pages: PdfPage[] = []
  for (let number = 1; number <= document.numPages; number++) {
    pages.push(await pageOf(document, number, library.OPS))
    if (isOvergrown(pages)) throw new PaperRefused('overgrown')
  }
  return pages
}

/** On a scan that was signed electronically, the mark of the signature is the only text. */
const longestMark = 400

function blocksFrom(pages: PdfPage[], bytes: Uint8Array): Paper {
  const letters = pages.reduce(
    (sum, { items }) => sum + items.reduce((own, { text }) => own + text.trim().length, 0),
    0,
  )
  if (letters === 0) throw new PaperRefused('no-text-pdf')
  if (letters < longestMark && holdsPictures(bytes)) throw new PaperRefused('stamped-scan')
  return { blocks: blocksOfPages(pages) }
}

function holdsPictures(bytes: Uint8Array): boolean {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return file.includes('/Subtype/Image') || file.includes('/Subtype /Image')
}

function isOvergrown(pages: PdfPage[]): boolean {
  return pages.reduce((sum, { items }) => sum + items.length, 0) > limits.cells
}

async function opened(bytes: Uint8Array, { getDocument }: PdfLibrary): Promise<PDFDocumentProxy> {
  const task = getDocument({
    data: Uint8Array.from(bytes),
    verbosity: 0,
    isEvalSupported: false,
    useSystemFonts: false,
    disableFontFace: true,
    enableXfa: false,
    maxImageSize: 1,
  })
  try {
    return await task.promise
  } catch (error) {
    const isLocked = error instanceof Error && error.name === 'PasswordException'
    throw new PaperRefused(isLocked ? 'encrypted' : 'damaged', { cause: error })
  }
}

async function pageOf(document: PDFDocumentProxy, number: number, names: PdfLibrary['OPS']): Promise<PdfPage> {
  try {
    return await readPage(await document.getPage(number), names)
  } catch (error) {
    if (error instanceof PaperRefused) throw error
    throw new PaperRefused('damaged', { cause: error })
  }
}
