import { loadPdfLibrary } from '../../src/paper/pdf-library.ts'

/** The words of each page of a PDF, in the order in which they were written. */
export async function wordsOfPages(bytes: Uint8Array): Promise<string[]> {
  const { getDocument } = await loadPdfLibrary()
  const document = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise
  const pages = Array.from({ length: document.numPages }, async (_, index) => {
    const { items } = await (await document.getPage(index + 1)).getTextContent()
    return items.map((item) => ('str' in item ? item.str : '')).join(' ')
  })
  return Promise.all(pages).finally(() => document.loadingTask.destroy())
}
