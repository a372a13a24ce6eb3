import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { withoutDirections } from '../kernel/direction-marks.ts'
import { pageOf } from './page.ts'
import { isWholeRow, lettersIn, placesOf } from './row-height.ts'
import { typstTemplate } from './typst-template.ts'
import { goesOnBelow, headsRowsBelow, type WrittenBlock, type WrittenSheet, type WrittenTable } from './written.ts'

/** A tagged PDF of these sheets with its letters inside. It computes to the end: only a worker waits for it. */
export function writePdf(title: string, sheets: readonly WrittenSheet[]): Uint8Array {
  const data = JSON.stringify({ title, sheets: sheets.map(sheetOf) })
  const pdf = compiler().pdf({ mainFileContent: typstTemplate, inputs: { sheets: data } })
  kept?.evictCache(0)
  return pdf
}

let kept: NodeCompiler | null = null

function compiler(): NodeCompiler {
  const folders = ['400Regular/Tinos_400Regular.ttf', '700Bold/Tinos_700Bold.ttf']
  const fontPaths = folders.map((file) => createRequire(import.meta.url).resolve(`@expo-google-fonts/tinos/${file}`))
  kept ??= NodeCompiler.create({ fontArgs: [{ fontBlobs: fontPaths.map(fontOfHyphens) }, { fontPaths }] })
  return kept
}

/**
 * The same letters under another name, for the hyphens of words alone. In one font a hyphen of a word and one that only
 * parts it at the end of a line are one sign, and a reader of the file cannot tell which of them it copies.
 */
function fontOfHyphens(path: string): Buffer {
  const font = readFileSync(path)
  for (const encoding of ['latin1', 'utf16le'] as const) renameIn(font, encoding)
  return font
}

/** Names in a font are written with the higher byte first. */
function renameIn(font: Buffer, encoding: 'latin1' | 'utf16le'): void {
  const [name, other] = ['Tinos', 'Tinoh'].map((text) => Buffer.from(text, encoding))
  if (encoding === 'utf16le') for (const bytes of [name, other]) bytes?.swap16()
  if (!name || !other) return
  for (let at = font.indexOf(name); at >= 0; at = font.indexOf(name, at + 1)) other.copy(font, at)
}

function sheetOf({ orientation, size, lines, blocks }: WrittenSheet) {
  const page = pageOf(orientation)
  const room = { width: page.width - page.margins.left - page.margins.right, size }
  return { ...page, size, lines, blocks: gathered(blocks, room) }
}

/** Millimetres between the margins, and points of the letters. */
type Room = { width: number; size: number }

/** A table takes with it what its last row may not be parted from: paragraphs that keep to what follows, and that. */
function gathered(blocks: readonly WrittenBlock[], room: Room) {
  const written = []
  for (let at = 0; at < blocks.length; at++) {
    const block = blocks[at]
    if (!block) continue
    if (!('headRows' in block) || !block.keepsNext) {
      written.push(blockOf(block, room))
      continue
    }
    let end = at + 1
    while (end < blocks.length - 1 && blocks[end]?.keepsNext) end += 1
    const below = blocks.slice(at + 1, end + 1).map((one) => blockOf(one, room))
    written.push({ ...blockOf(block, room), below })
    at = end
  }
  return written
}

function blockOf(block: WrittenBlock, room: Room) {
  if (!('headRows' in block)) return { ...block, text: plain(block.text), kind: 'paragraph' }
  const { headRows, rows, widths, isFrame = false, keepsNext = false, ...rest } = block
  const sum = widths.reduce((total, width) => total + width, 0)
  const size = block.size ?? room.size
  const columns = widths.map((width) => lettersIn((room.width * (block.fill ?? 1) * width) / sum, size))
  const head = headRows.flatMap((_row, index) => cellsOf(headRows, index, columns))
  const cells = rows.flatMap((_row, index) => {
    const level = headLevel(rows, index, widths.length)
    return cellsOf(rows, index, columns).map((cell) => ({ ...cell, level }))
  })
  // Only a row that stands by itself may move on as one with what is below it.
  const isOwn =
    keepsNext && rows.length > 1 && cells.at(-1)?.level === null && !rows.at(-1)?.some((one) => one.isCovered)
  const last = isOwn ? cells.slice(-(rows.at(-1)?.length ?? 0)) : []
  const own = cells.slice(0, cells.length - last.length)
  return { ...rest, kind: 'table', isFrame, widths, head, cells: own, last, below: [] }
}

/** Heads that follow each other go over the page together; deeper ones than these stand in no paper. */
const MOST_LEVELS = 5

/** Below the table's own head, and each head below the one above it: a section with its part, for example. */
function headLevel(rows: WrittenTable['rows'], index: number, columns: number): number | null {
  if (!headsRowsBelow(rows, index, columns)) return null
  let level = 2
  while (level < MOST_LEVELS && headsRowsBelow(rows, index - level + 1, columns)) level += 1
  return level
}

/** `columns`: how many letters a line of each holds. */
function cellsOf(rows: WrittenTable['rows'], index: number, columns: readonly number[]) {
  const placed = placesOf(rows[index] ?? [], columns)
  const isWhole = isWholeRow(placed)
  return placed.flatMap(({ cell, column, letters }) => {
    if (cell.isCovered) return []
    let count = 1
    while (goesOnBelow(rows[index + count], column)) count += 1
    const { span = 1, isBold = false, align = 'left' } = cell
    const look = { span, rows: count, isBold, align, isLow: cell.isLow === true, isWhole: isWhole && count === 1 }
    return [{ ...look, text: breakable(plain(cell.text), letters) }]
  })
}

/** Words that no language parts, an address above all, may be parted where their column ends. */
function breakable(text: string, letters: number): string {
  return text.replace(/[^\s]+/gu, (word) => {
    if (word.length <= letters || /^[\p{Script=Cyrillic}«»().,:;-]{1,24}$/u.test(word)) return word
    return word.replace(/[/._@?&=-](?=.)|.{6}(?=.)/gu, '$&\u200b')
  })
}

/** Control characters are no text; half of a pair is no letter; a mark of direction would turn the words around it. */
function plain(text: string): string {
  return withoutDirections(text).replace(/(?![\t\n])\p{Cc}|[\p{Cs}\ufffe\uffff]/gu, '')
}
