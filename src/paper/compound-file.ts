import { limits } from './limits.ts'
import { PaperRefused } from './refusals.ts'

/** The old container of Word and Excel: streams kept in chains of sectors, like files on a disk. */
export type CompoundFile = { has(name: string): boolean; stream(name: string): Uint8Array | null }

type Entry = { name: string; kind: number; start: number; size: number }
type Disk = { view: DataView; bytes: Uint8Array; sectorSize: number; chains: Uint32Array }

const lastSector = 0xfffffffa
const smallStream = 4096
const smallSector = 64

export function openCompoundFile(bytes: Uint8Array): CompoundFile {
  if (bytes.byteLength < 512) throw new PaperRefused('damaged')
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const shift = view.getUint16(30, true)
  if (shift !== 9 && shift !== 12) throw new PaperRefused('damaged')
  const disk: Disk = { view, bytes, sectorSize: 1 << shift, chains: new Uint32Array() }
  disk.chains = readChains(disk)
  const entries = readDirectory(chain(disk, view.getUint32(48, true), Number.POSITIVE_INFINITY))
  const root = entries.find(({ kind }) => kind === 5)
  if (!root) throw new PaperRefused('damaged')

  return {
    has: (name) => entries.some((one) => one.kind === 2 && one.name === name),
    stream(name) {
      const entry = entries.find((one) => one.kind === 2 && one.name === name)
      if (!entry) return null
      if (entry.size > limits.inflatedBytes) throw new PaperRefused('overgrown')
      return entry.size < smallStream ? readSmall(disk, root, entry) : chain(disk, entry.start, entry.size)
    },
  }
}

/** The table of chains itself lies in sectors, of which the header names the first 109. */
function readChains({ view, sectorSize }: Disk): Uint32Array {
  const places = Array.from({ length: 109 }, (_, index) => view.getUint32(76 + index * 4, true))
  const perSector = sectorSize / 4 - 1
  const known = new Set<number>()
  for (let sector = view.getUint32(68, true); sector < lastSector && !known.has(sector); ) {
    known.add(sector)
    const at = sectorAt(view, sector, sectorSize)
    for (let index = 0; index < perSector; index++) places.push(view.getUint32(at + index * 4, true))
    sector = view.getUint32(at + perSector * 4, true)
  }
  const used = [...new Set(places.filter((sector) => sector < lastSector))]
  if (used.length * sectorSize > view.byteLength) throw new PaperRefused('damaged')
  const chains = new Uint32Array(used.length * (sectorSize / 4))
  for (const [index, sector] of used.entries()) {
    const at = sectorAt(view, sector, sectorSize)
    for (let word = 0; word < sectorSize / 4; word++)
      chains[index * (sectorSize / 4) + word] = view.getUint32(at + word * 4, true)
  }
  return chains
}

function sectorAt(view: DataView, sector: number, size: number): number {
  const at = (sector + 1) * size
  if (at + size > view.byteLength) throw new PaperRefused('damaged')
  return at
}

/** The bytes of a chain; one that runs in a circle, or out of the file, is damage. */
function chain({ bytes, sectorSize, chains }: Disk, start: number, size: number): Uint8Array {
  const parts: Uint8Array[] = []
  let length = 0
  for (let sector = start; sector < lastSector && length < size; sector = chains[sector] ?? lastSector) {
    const at = (sector + 1) * sectorSize
    if (at >= bytes.byteLength || length > bytes.byteLength) throw new PaperRefused('damaged')
    const part = bytes.subarray(at, at + sectorSize)
    parts.push(part)
    length += part.byteLength
  }
  if (size !== Number.POSITIVE_INFINITY && length < size) throw new PaperRefused('damaged')
  return Buffer.concat(parts).subarray(0, Math.min(size, length))
}

/** Streams under 4 KB share the sectors of one stream, in chains of their own. */
function readSmall(disk: Disk, root: Entry, entry: Entry): Uint8Array {
  const room = chain(disk, root.start, root.size)
  const table = chain(disk, disk.view.getUint32(60, true), Number.POSITIVE_INFINITY)
  const next = new DataView(table.buffer, table.byteOffset, table.byteLength)
  const parts: Uint8Array[] = []
  for (let sector = entry.start; sector < lastSector && parts.length * smallSector < entry.size; ) {
    if ((sector + 1) * 4 > table.byteLength) throw new PaperRefused('damaged')
    parts.push(room.subarray(sector * smallSector, (sector + 1) * smallSector))
    sector = next.getUint32(sector * 4, true)
  }
  return Buffer.concat(parts).subarray(0, entry.size)
}

function readDirectory(bytes: Uint8Array): Entry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const entries: Entry[] = []
  for (let at = 0; at + 128 <= bytes.byteLength; at += 128) {
    const length = Math.min(view.getUint16(at + 64, true), 64)
    const name = new TextDecoder('utf-16le').decode(bytes.subarray(at, at + Math.max(length - 2, 0)))
    const start = view.getUint32(at + 116, true)
    entries.push({ name, kind: view.getUint8(at + 66), start, size: view.getUint32(at + 120, true) })
  }
  return entries
}
