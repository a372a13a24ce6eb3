import { crc32, deflateSync } from 'node:zlib'
import { pdfWithContent } from './pdf-file.ts'

/** A picture of a sheet: grey lines on white, where words would be. Another `mark`, another picture. */
export function scanPng(mark = 0, { width = 620, height = 877 } = {}): Uint8Array {
  const rows = Buffer.alloc((width + 1) * height, 255)
  for (let y = 0; y < height; y++) {
    rows[y * (width + 1)] = 0
    const isLine = y > 60 && y < height - 60 && y % 26 < 9
    if (isLine) rows.fill(120, y * (width + 1) + 60, y * (width + 1) + width - 60 - ((y * 7 + mark * 40) % 180))
  }
  const size = Buffer.alloc(8)
  size.writeUInt32BE(width, 0)
  size.writeUInt32BE(height, 4)
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', Buffer.concat([size, Buffer.from([8, 0, 0, 0, 0])])),
    chunk('tEXt', Buffer.from(`Comment\0sheet ${mark}`)),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunk(name: string, content: Buffer): Buffer {
  const head = Buffer.alloc(4)
  head.writeUInt32BE(content.length)
  const body = Buffer.concat([Buffer.from(name, 'latin1'), content])
  const sum = Buffer.alloc(4)
  sum.writeUInt32BE(crc32(body) >>> 0)
  return Buffer.concat([head, body, sum])
}

/** A .pdf of drawn sheets without a word in it, as a scanner gives. */
export function scanPdf(pages: number, mark = 0): Uint8Array {
  const sheet = (page: number) =>
    Array.from({ length: 22 }, (_, at) => `60 ${80 + at * 20} ${560 - ((at * 53 + page * 31 + mark) % 200)} 8 re f`)
  return pdfWithContent(Array.from({ length: pages }, (_, page) => `0.45 g\n${sheet(page).join('\n')}`))
}

/** A .jpg whose frame is whole, though nobody would see much on it. */
export const scanJpg: Uint8Array = Buffer.concat([
  Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16]),
  Buffer.from('JFIF\0\u0001\u0001\0\0\u0001\0\u0001\0\0', 'latin1'),
  Buffer.from([0xff, 0xc0, 0, 11, 8, 0, 80, 0, 60, 1, 1, 0x11, 0]),
  Buffer.from([0xff, 0xda, 0, 8, 1, 1, 0, 0, 63, 0, 0x55, 0x55, 0xff, 0xd9]),
])

/** How a photograph of an iPhone begins. */
export const heicPhoto: Uint8Array = Buffer.concat([
  Buffer.from([0, 0, 0, 0x18]),
  Buffer.from('ftypheic\0\0\0\0mif1heic', 'latin1'),
  Buffer.alloc(400, 7),
])
