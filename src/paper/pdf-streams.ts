import { inflateSync } from 'node:zlib'
import { limits } from './limits.ts'
import { PaperRefused } from './refusals.ts'

const start = Buffer.from('stream')
const end = Buffer.from('endstream')

/**
 * Refuses a file whose packed parts would take more memory than any document needs. The library that reads them sets
 * itself no limit. Pictures may be larger than text: they are never unpacked by us.
 */
export function refusePdfBomb(bytes: Uint8Array): void {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let budget: number = limits.inflatedBytes * 2
  let count = 0
  for (let at = file.indexOf(start); at >= 0; at = file.indexOf(start, at + start.length)) {
    const from = at + start.length + (file[at + start.length] === 13 ? 2 : 1)
    const isEnd = file.subarray(at - 3, at).equals(end.subarray(0, 3))
    if (isEnd || !isPacked(file, from)) continue
    const isPicture = /\/Subtype\s*\/Image/.test(file.subarray(Math.max(at - 600, 0), at).toString('latin1'))
    const size = inflatedSize(file.subarray(from), isPicture ? limits.pictureBytes : Math.max(budget, 1))
    budget -= isPicture ? 0 : size
    count += 1
    if (budget <= 0 || count > limits.cells) throw new PaperRefused('bomb')
  }
}

/** The first byte of a zlib stream, and its check. */
function isPacked(file: Buffer, at: number): boolean {
  const first = file[at] ?? 0
  return (first & 0x0f) === 8 && first >> 4 <= 7 && (first * 256 + (file[at + 1] ?? 0)) % 31 === 0
}

/** A part may be packed twice: what comes out small is looked at once more. */
function inflatedSize(packed: Buffer, most: number): number {
  try {
    const content = inflateSync(packed, { maxOutputLength: most })
    return content.byteLength + (isPacked(content, 0) ? inflatedSize(content, most) : 0)
  } catch (error) {
    if (error instanceof RangeError) throw new PaperRefused('bomb', { cause: error })
    return 0 // not a packed part after all, or a broken one: the reader will say so
  }
}
