export type PdfLibrary = typeof import('pdfjs-dist/legacy/build/pdf.mjs')

/** Stands for what a browser draws with: the library asks for it while it loads, but text needs none. */
class Undrawn {}

/** Loads the library and the part of it that reads files, which it would otherwise load with the first file. */
export async function loadPdfLibrary(): Promise<PdfLibrary> {
  for (const name of ['DOMMatrix', 'ImageData', 'Path2D']) {
    if (!(name in globalThis)) Object.defineProperty(globalThis, name, { value: Undrawn, configurable: true })
  }
  const library = await import('pdfjs-dist/legacy/build/pdf.mjs')
  // Named apart, for it has no types: it only registers itself.
  const reader = 'pdfjs-dist/legacy/build/pdf.worker.mjs'
  await import(reader)
  return library
}
