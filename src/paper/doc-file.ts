import { openCompoundFile } from './compound-file.ts'
import { limits } from './limits.ts'
import { PaperRefused } from './refusals.ts'

/** A binary Word document, opened: its text as one string, and where each sign of it lies in the file. */
export type DocFile = {
  text: string
  /** The place in the main stream of the sign at this index of the text. */
  placeOf(index: number): number
  main: DataView
  table: DataView
  data: DataView | null
  /** The parts of the table stream, by their place in the header's list. */
  part(index: number): { at: number; length: number }
}

type Piece = { from: number; to: number; at: number; isNarrow: boolean }

export function openDocFile(bytes: Uint8Array): DocFile {
  const file = openCompoundFile(bytes)
  const main = viewOf(file.stream('WordDocument'))
  if (!main || main.byteLength < 0x300 || main.getUint16(0, true) !== 0xa5ec) throw new PaperRefused('damaged')
  const flags = main.getUint16(0x0a, true)
  if ((flags & 0x0100) !== 0) throw new PaperRefused('encrypted')
  if (main.getUint16(2, true) < 0xc1) throw new PaperRefused('old-doc')
  const table = viewOf(file.stream((flags & 0x0200) === 0 ? '0Table' : '1Table'))
  if (!table) throw new PaperRefused('damaged')
  const part = (index: number) => ({
    at: main.getUint32(0x9a + index * 8, true),
    length: main.getUint32(0x9a + index * 8 + 4, true),
  })
  const pieces = readPieces(table, part(33), main.getUint32(0x4c, true))
  const text = pieces.map((piece) => textOf(main, piece)).join('')
  return { text, placeOf: (index) => placeIn(pieces, index), main, table, data: viewOf(file.stream('Data')), part }
}

function viewOf(bytes: Uint8Array | null): DataView | null {
  return bytes && new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}

/** The main text as the author left it: a document is saved in pieces, in the order in which they are to be read. */
function readPieces(table: DataView, { at, length }: { at: number; length: number }, signs: number): Piece[] {
  let next = at
  // Formatting of pieces comes first and concerns no text.
  while (next < at + length && table.getUint8(next) === 1) next += 3 + table.getUint16(next + 1, true)
  if (next >= at + length || table.getUint8(next) !== 2) throw new PaperRefused('damaged')
  const count = Math.floor((table.getUint32(next + 1, true) - 4) / 12)
  if (signs > limits.textBytes || count > limits.cells) throw new PaperRefused('overgrown')
  const first = next + 5
  return Array.from({ length: Math.max(count, 0) }, (_, index) => {
    const place = table.getUint32(first + (count + 1) * 4 + index * 8 + 2, true)
    const isNarrow = (place & 0x40000000) !== 0
    const from = table.getUint32(first + index * 4, true)
    const to = Math.min(table.getUint32(first + index * 4 + 4, true), signs)
    return { from, to, isNarrow, at: isNarrow ? (place & 0x3fffffff) >>> 1 : place & 0x3fffffff }
  }).filter(({ from, to }) => from < to)
}

function textOf(main: DataView, { from, to, at, isNarrow }: Piece): string {
  const size = (to - from) * (isNarrow ? 1 : 2)
  if (at + size > main.byteLength) throw new PaperRefused('damaged')
  const bytes = new Uint8Array(main.buffer, main.byteOffset + at, size)
  return new TextDecoder(isNarrow ? 'windows-1252' : 'utf-16le', { ignoreBOM: true }).decode(bytes)
}

function placeIn(pieces: Piece[], index: number): number {
  let low = 0
  let high = pieces.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((pieces[middle]?.from ?? 0) <= index) low = middle
    else high = middle - 1
  }
  const piece = pieces[low]
  return piece ? piece.at + (index - piece.from) * (piece.isNarrow ? 1 : 2) : 0
}
