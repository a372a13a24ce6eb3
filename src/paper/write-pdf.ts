import { createRequire } from 'node:module'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { pageOf } from './page.ts'
import { isWholeRow, lettersIn, placesOf } from './row-height.ts'
import { typstTemplate } from './typst-template.ts'
import { goesOnBelow, type WrittenBlock, type WrittenSheet, type WrittenTable } from './written.ts'

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
  kept ??= NodeCompiler.create({ fontArgs: [{ fontPaths }] })
  return kept
}

function sheetOf({ orientation, size, lines, blocks }: WrittenSheet) {
  const page = pageOf(orientation)
  const room = { width: page.width - page.margins.left - page.margins.right, size }
  return { ...page, size, lines, blocks: blocks.map((block) => blockOf(block, room)) }
}

/** Millimetres between the margins, and points of the letters. */
type Room = { width: number; size: number }

function blockOf(block: WrittenBlock, room: Room) {
  if (!('headRows' in block)) return { ...block, text: plain(block.text), kind: 'paragraph' }
  const { headRows, rows, widths, isFrame = false, ...rest } = block
  const sum = widths.reduce((total, width) => total + width, 0)
  const size = block.size ?? room.size
  const columns = widths.map((width) => lettersIn((room.width * (block.fill ?? 1) * width) / sum, size))
  const head = headRows.flatMap((_row, index) => cellsOf(headRows, index, columns))
  const cells = rows.flatMap((_row, index) => cellsOf(rows, index, columns))
  return { ...rest, kind: 'table', isFrame, widths, head, cells }
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

/** Control characters are no text; half of a pair is no letter. */
function plain(text: string): string {
  return text.replace(/(?![\t\n])\p{Cc}|[\p{Cs}\ufffe\uffff]/gu, '')
}
