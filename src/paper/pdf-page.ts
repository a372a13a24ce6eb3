import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { type Ending, type Printed, printedTexts } from './pdf-endings.ts'
import type { PdfLibrary } from './pdf-library.ts'
import { type Matrix, movedBy, multiplied } from './pdf-matrix.ts'
import { linesDrawn, type Stroke } from './pdf-strokes.ts'

/** A piece of text on a page; `y` grows downwards and is where its letters stand. */
export type TextItem = { x: number; y: number; width: number; size: number; text: string; ending: Ending | null }

/**
 * What a page shows, turned as a reader holds it. `hasOneHyphen`: a hyphen of a word and one that only parts it are
 * drawn by the same sign, so that at the end of a line the words must tell.
 */
export type PdfPage = {
  number: number
  height: number
  items: TextItem[]
  strokes: Stroke[]
  hasOneHyphen: boolean
}

export async function readPage(page: PDFPageProxy, names: PdfLibrary['OPS']): Promise<PdfPage> {
  const viewport = page.getViewport({ scale: 1 })
  const upright: Matrix = viewport.transform
  const content = await page.getTextContent()
  const operators = await page.getOperatorList()
  const texts = content.items.filter((item) => 'str' in item)
  const printed = printedTexts(
    texts.map(({ str }) => str),
    operators,
    names,
  )
  const drawn = texts.flatMap((text, at) => drawnItem({ ...text, printed: printed[at] }, upright))
  const { items, hasInner } = withHyphens(drawn)
  const strokes = linesDrawn({ operators, names, upright })
  page.cleanup()
  const hasOneHyphen = hasInner || printed.some((one) => one.hasSoft)
  return { number: page.pageNumber, height: viewport.height, items, strokes, hasOneHyphen }
}

type PdfText = { str: string; transform: number[]; width: number; printed: Printed | undefined }
type DrawnItem = TextItem & { gap: string }

/** Text that runs upwards or downwards is a stamp on the margin, not a cell. */
function drawnItem({ str, transform, width, printed }: PdfText, upright: Matrix): DrawnItem[] {
  if (str === '') return []
  const placed = multiplied(upright, transform)
  const [a = 0, b = 0] = placed
  if (Math.abs(b) > Math.abs(a)) return []
  const [x, y] = movedBy(placed, 0, 0)
  const size = Math.hypot(placed[2] ?? 0, placed[3] ?? 0)
  const { text, ending, gap } = printed ?? { text: str, ending: null, gap: '' }
  return [{ x, y, width, size, text, ending, gap }]
}

/**
 * The hyphens that the library left out at the end of a piece: one is the word's own where the line goes on, and
 * `\u00ad` where the line ends.
 */
function withHyphens(drawn: readonly DrawnItem[]): { items: TextItem[]; hasInner: boolean } {
  const items: TextItem[] = []
  let hasInner = false
  for (const [index, { gap, ...item }] of drawn.entries()) {
    const last = items.at(-1)
    // The room of a hyphen looks like a space.
    if (item.text.trim() === '' && last?.text.endsWith('-') && isBeside(last, item)) continue
    if (item.ending !== 'hyphen') {
      items.push(item)
      continue
    }
    const next = drawn.slice(index + 1, index + 3).find(({ text }) => text.trim() !== '')
    const goesOn = next !== undefined && isBeside(item, next)
    hasInner ||= goesOn
    const width = goesOn ? Math.max(item.width, next.x - item.x) : item.width
    const after = /\s/.test(gap) ? '- ' : '-'
    items.push(
      goesOn ? { ...item, width, text: item.text + after, ending: 'nothing' } : { ...item, text: `${item.text}\u00ad` },
    )
  }
  return { items, hasInner }
}

/** On the same line, no farther to the right than a hyphen takes. */
function isBeside(one: TextItem, next: TextItem): boolean {
  const gap = next.x - (one.x + one.width)
  return Math.abs(next.y - one.y) < one.size * 0.2 && gap > -one.size && gap < one.size * 0.8
}
