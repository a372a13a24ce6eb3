import { crc32, deflateRawSync } from 'node:zlib'

/** A zip archive of these parts, in this order; the same parts always give the same bytes. */
export function zip(parts: Record<string, string | Uint8Array>): Uint8Array {
  const locals: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const [name, part] of Object.entries(parts)) {
    const content = typeof part === 'string' ? Buffer.from(part) : part
    const packed = deflateRawSync(content)
    const head = commonHead({ content, packed, name })
    const local = Buffer.concat([words([0x04034b50]), head, Buffer.from(name), packed])
    directory.push(Buffer.concat([words([0x02014b50]), shorts([20]), head, directoryTail(offset), Buffer.from(name)]))
    locals.push(local)
    offset += local.byteLength
  }
  const size = directory.reduce((sum, entry) => sum + entry.byteLength, 0)
  const count = directory.length
  const end = Buffer.concat([words([0x06054b50]), shorts([0, 0, count, count]), words([size, offset]), shorts([0])])
  return Buffer.concat([...locals, ...directory, end])
}

type Packed = { content: Uint8Array; packed: Uint8Array; name: string }

const utf8Names = 0x0800
const deflated = 8
/** The first day that the format knows, 1 January 1980. */
const noTime = [0, 0x21]

function commonHead({ content, packed, name }: Packed): Buffer {
  return Buffer.concat([
    shorts([20, utf8Names, deflated, ...noTime]),
    words([crc32(content), packed.byteLength, content.byteLength]),
    shorts([Buffer.byteLength(name), 0]),
  ])
}

function directoryTail(offset: number): Buffer {
  return Buffer.concat([shorts([0, 0, 0]), words([0, offset])])
}

function shorts(values: number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 2)
  for (const [index, value] of values.entries()) bytes.writeUInt16LE(value, index * 2)
  return bytes
}

function words(values: number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 4)
  for (const [index, value] of values.entries()) bytes.writeUInt32LE(value >>> 0, index * 4)
  return bytes
}
