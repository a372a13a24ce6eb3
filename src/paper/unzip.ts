import { crc32, inflateRawSync } from 'node:zlib'
import { limits } from './limits.ts'
import { PaperRefused } from './refusals.ts'

/** A zip archive whose parts are inflated one by one, only when asked for and never beyond the limits. */
export type Archive = { names: string[]; has(name: string): boolean; read(name: string): Uint8Array }

type Entry = { method: number; crc: number; packed: number; size: number; offset: number; isEncrypted: boolean }

const END = 0x06054b50
const CENTRAL = 0x02014b50
const LOCAL = 0x04034b50

/** Reads the directory at the end of the file, which alone decides what the archive holds. */
export function openArchive(bytes: Uint8Array, { inflatedBytes }: { inflatedBytes: number } = limits): Archive {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const entries = readDirectory(bytes, view)
  refuseOverlaps([...entries.values()], bytes.byteLength)
  let budget = inflatedBytes

  return {
    names: [...entries.keys()],
    has: (name) => entries.has(name),
    read(name) {
      const entry = entries.get(name)
      if (!entry) throw new PaperRefused('damaged')
      refuseBomb(entry, budget)
      const content = inflate(entry, bytes, view)
      budget -= content.byteLength
      return content
    },
  }
}

function readDirectory(bytes: Uint8Array, view: DataView): Map<string, Entry> {
  const end = findEnd(view)
  const count = view.getUint16(end + 10, true)
  let at = view.getUint32(end + 16, true)
  if (count > limits.zipEntries) throw new PaperRefused('overgrown')

  const entries = new Map<string, Entry>()
  for (let index = 0; index < count; index++) {
    if (at + 46 > view.byteLength || view.getUint32(at, true) !== CENTRAL) throw new PaperRefused('damaged')
    const nameLength = view.getUint16(at + 28, true)
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength)).replaceAll('\\', '/')
    // Two parts of one name are how a file shows one text to a scanner and another to a reader.
    if (entries.has(name)) throw new PaperRefused('entities')
    entries.set(name, entryAt(view, at))
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return entries
}

function entryAt(view: DataView, at: number): Entry {
  return {
    isEncrypted: (view.getUint16(at + 8, true) & 1) === 1,
    method: view.getUint16(at + 10, true),
    crc: view.getUint32(at + 16, true),
    packed: view.getUint32(at + 20, true),
    size: view.getUint32(at + 24, true),
    offset: view.getUint32(at + 42, true),
  }
}

function findEnd(view: DataView): number {
  const last = view.byteLength - 22
  for (let at = last; at >= Math.max(0, last - 0xffff); at--) {
    if (view.getUint32(at, true) === END) return at
  }
  throw new PaperRefused('damaged')
}

function refuseOverlaps(entries: Entry[], fileLength: number): void {
  let free = 0
  for (const entry of entries.toSorted((one, other) => one.offset - other.offset)) {
    if (entry.offset + 30 + entry.packed > fileLength) throw new PaperRefused('damaged')
    if (entry.offset < free) throw new PaperRefused('bomb')
    free = entry.offset + 30 + entry.packed
  }
}

function refuseBomb(entry: Entry, budget: number): void {
  if (entry.isEncrypted) throw new PaperRefused('encrypted')
  if (entry.size > budget) throw new PaperRefused('bomb')
  if (entry.size > limits.ratioFloor && entry.size > entry.packed * limits.ratio) throw new PaperRefused('bomb')
}

function inflate(entry: Entry, bytes: Uint8Array, view: DataView): Uint8Array {
  if (view.getUint32(entry.offset, true) !== LOCAL) throw new PaperRefused('damaged')
  const start = entry.offset + 30 + view.getUint16(entry.offset + 26, true) + view.getUint16(entry.offset + 28, true)
  const packed = bytes.subarray(start, start + entry.packed)
  const content = entry.method === 0 ? packed : inflated(entry, packed)
  if (content.byteLength !== entry.size || crc32(content) !== entry.crc) throw new PaperRefused('damaged')
  return content
}

/** The size that the directory declares is also the most that is inflated, so a lie ends at its first byte too many. */
function inflated(entry: Entry, packed: Uint8Array): Uint8Array {
  if (entry.method !== 8) throw new PaperRefused('damaged')
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(entry.size, 1) })
  } catch (error) {
    const isTooLong = error instanceof RangeError
    throw new PaperRefused(isTooLong ? 'bomb' : 'damaged', { cause: error })
  }
}
