/** Why a picture cannot be shown as a page; `null` where it can. */
export type PictureFault = 'heic' | 'other-picture' | 'damaged-picture' | 'huge-picture'

/** A sheet of A3 at 600 dots an inch has 70 million; more than this a browser may fail to draw. */
const MOST_DOTS = 120_000_000

/** Looks at the frame of a picture, never at its dots: its kind, its size and whether its end is there. */
export function pictureFault(bytes: Uint8Array): PictureFault | null {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (isHeic(file)) return 'heic'
  const measured = measure(file)
  if (measured === 'unknown') return 'other-picture'
  if (measured === null || measured.width === 0 || measured.height === 0) return 'damaged-picture'
  return measured.width * measured.height > MOST_DOTS ? 'huge-picture' : null
}

type Size = { width: number; height: number }

function measure(file: Buffer): Size | null | 'unknown' {
  if (file.toString('latin1', 0, 3) === '\xff\xd8\xff') return jpegSize(file)
  if (file.toString('latin1', 1, 4) === 'PNG') return pngSize(file)
  if (file.toString('latin1', 0, 4) === 'RIFF' && file.toString('latin1', 8, 12) === 'WEBP') return webpSize(file)
  return 'unknown'
}

/** What an iPhone makes unless told otherwise. */
function isHeic(file: Buffer): boolean {
  return file.toString('latin1', 4, 8) === 'ftyp' && /^(hei|hev|mif|msf|avi)/.test(file.toString('latin1', 8, 12))
}

function pngSize(file: Buffer): Size | null {
  if (file.length < 45 || !file.includes('IEND', file.length - Math.min(file.length, 64), 'latin1')) return null
  return { width: file.readUInt32BE(16), height: file.readUInt32BE(20) }
}

/** The frame's size, where the picture goes on to its own end; a small one inside the head is not meant. */
function jpegSize(file: Buffer): Size | null {
  let size: Size | null = null
  let at = 2
  while (at + 9 < file.length && file[at] === 0xff) {
    const marker = file[at + 1] ?? 0
    if (marker === 0xff) {
      at += 1
      continue
    }
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
    if (isFrame) size = { height: file.readUInt16BE(at + 5), width: file.readUInt16BE(at + 7) }
    if (marker === 0xda) return file.includes(Buffer.from([0xff, 0xd9]), at) ? size : null
    at += 2 + file.readUInt16BE(at + 2)
  }
  return null
}

function webpSize(file: Buffer): Size | null {
  if (file.length < 30 || file.readUInt32LE(4) + 8 > file.length) return null
  const kind = file.toString('latin1', 12, 16)
  if (kind === 'VP8X') return { width: file.readUIntLE(24, 3) + 1, height: file.readUIntLE(27, 3) + 1 }
  if (kind === 'VP8 ') return { width: file.readUInt16LE(26) & 0x3fff, height: file.readUInt16LE(28) & 0x3fff }
  const bits = file.readUInt32LE(21)
  return { width: (bits & 0x3fff) + 1, height: ((bits >> 14) & 0x3fff) + 1 }
}
