import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { type Ending, endingsOf } from './pdf-endings.ts'
import type { PdfLibrary } from './pdf-library.ts'
import { type Matrix, movedBy, multiplied } from './pdf-matrix.ts'
import { linesDrawn, type Stroke } from './pdf-strokes.ts'

/** A piece of text on a page; `y` grows downwards and is where its letters stand. */
export type TextItem = { x: number; y: number; width: number; size: number; text: string; ending: Ending | null }

/** What a page shows, turned as a reader holds it. */
export type PdfPage = { number: number; height: number; items: TextItem[]; strokes: Stroke[] }

export async function readPage(page: PDFPageProxy, names: PdfLibrary['OPS']): Promise<PdfPage> {
  const viewport = page.getViewport({ scale: 1 })
  const upright: Matrix = viewport.transform
  const content = await page.getTextContent()
  const operators = await page.getOperatorList()
  const texts = content.items.filter((item) => 'str' in item)
  const endings = endingsOf(
    texts.map(({ str }) => str),
    operators,
    names,
  )
  const items = texts.flatMap((text, at) => textItem({ ...text, ending: endings[at] ?? null }, upright))
  const strokes = linesDrawn({ operators, names, upright })
  page.cleanup()
  return { number: page.pageNumber, height: viewport.height, items, strokes }
}

type PdfText = { str: string; transform: number[]; width: number; ending: Ending | null }

/** Text that runs upwards or downwards is a stamp on the margin, not a cell. */
function textItem({ str, transform, width, ending }: PdfText, upright: Matrix): TextItem[] {
  if (str === '') return []
  const placed = multiplied(upright, transform)
  const [a = 0, b = 0] = placed
  if (Math.abs(b) > Math.abs(a)) return []
  const [x, y] = movedBy(placed, 0, 0)
  return [{ x, y, width, size: Math.hypot(placed[2] ?? 0, placed[3] ?? 0), text: str, ending }]
}
