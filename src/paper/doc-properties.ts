import type { DocFile } from './doc-file.ts'

/** One property of a paragraph, a row or a run: its code, and where its value lies. */
export type Property = { code: number; view: DataView; at: number; length: number }

/** A stretch of the main stream, and the properties that hold in it. */
export type Stretch = { from: number; to: number; style: number; properties: Property[] }

/** Finds the stretch that covers a place of the main stream. */
export type Stretches = { at(place: number): Stretch | null }

export function paragraphStretches(file: DocFile): Stretches {
  return stretches(file, { part: 13, entry: 13, hasStyle: true })
}

export function runStretches(file: DocFile): Stretches {
  return stretches(file, { part: 12, entry: 1, hasStyle: false })
}

type Kind = { part: number; entry: number; hasStyle: boolean }

function stretches(file: DocFile, kind: Kind): Stretches {
  const { at, length } = file.part(kind.part)
  const count = Math.floor((length - 4) / 8)
  const found: Stretch[] = []
  for (let index = 0; index < count; index++) {
    const page = file.table.getUint32(at + (count + 1) * 4 + index * 4, true) & 0x3fffff
    found.push(...pageStretches(file, page * 512, kind))
  }
  const sorted = found.toSorted((one, other) => one.from - other.from)
  return { at: (place) => stretchAt(sorted, place) }
}

/** A page of 512 bytes: places, then what holds between them, the properties themselves from its end. */
function pageStretches({ main, data }: DocFile, page: number, { entry, hasStyle }: Kind): Stretch[] {
  if (page + 512 > main.byteLength) return []
  const count = main.getUint8(page + 511)
  return Array.from({ length: count }, (_, index) => {
    const from = main.getUint32(page + index * 4, true)
    const to = main.getUint32(page + index * 4 + 4, true)
    const offset = main.getUint8(page + (count + 1) * 4 + index * entry) * 2
    const stretch: Stretch = { from, to, style: 0, properties: [] }
    if (offset === 0) return stretch
    const first = main.getUint8(page + offset)
    const isLong = hasStyle && first === 0
    const start = page + offset + (isLong ? 2 : 1)
    const size = hasStyle ? (isLong ? main.getUint8(page + offset + 1) * 2 : first * 2 - 1) : first
    if (start + size > main.byteLength || size <= 0) return stretch
    if (hasStyle) stretch.style = main.getUint16(start, true)
    const skipped = hasStyle ? 2 : 0
    stretch.properties = withDistant(propertiesIn(main, start + skipped, size - skipped), data)
    return stretch
  })
}

/** Properties too long for a page lie in the data stream. */
function withDistant(properties: Property[], data: DataView | null): Property[] {
  return properties.flatMap((property) => {
    if (property.code !== 0x6646 && property.code !== 0x646b) return [property]
    const at = property.view.getUint32(property.at, true)
    if (!data || at + 2 > data.byteLength) return []
    const length = data.getUint16(at, true)
    return at + 2 + length > data.byteLength ? [] : propertiesIn(data, at + 2, length)
  })
}

export function propertiesIn(view: DataView, from: number, length: number): Property[] {
  const found: Property[] = []
  const end = Math.min(from + length, view.byteLength)
  for (let at = from; at + 2 < end; ) {
    const code = view.getUint16(at, true)
    const { head, size } = sizeOf(view, code, at + 2)
    if (at + 2 + head + size > end) break
    found.push({ code, view, at: at + 2 + head, length: size })
    at += 2 + head + size
  }
  return found
}

const sizes = [1, 1, 2, 4, 2, 2, -1, 3]

/** The upper bits of a code say how long its value is; some values begin with their own length. */
function sizeOf(view: DataView, code: number, at: number): { head: number; size: number } {
  const size = sizes[code >> 13] ?? -1
  if (size >= 0) return { head: 0, size }
  // A row's definition is longer than one byte can say.
  if (code === 0xd608 && at + 2 <= view.byteLength) return { head: 2, size: Math.max(view.getUint16(at, true) - 1, 0) }
  const own = view.getUint8(at)
  if (code === 0xc615 && own === 255) return { head: 1, size: tabsLength(view, at + 1) }
  return { head: 1, size: own }
}

function tabsLength(view: DataView, at: number): number {
  const deleted = view.getUint8(at)
  const added = at + 1 + deleted * 4
  return added < view.byteLength ? 2 + deleted * 4 + view.getUint8(added) * 3 : view.byteLength
}

function stretchAt(sorted: Stretch[], place: number): Stretch | null {
  let low = 0
  let high = sorted.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((sorted[middle]?.from ?? 0) <= place) low = middle
    else high = middle - 1
  }
  const found = sorted[low]
  return found && found.from <= place && place < found.to ? found : null
}

/** The last value that was set wins. */
export function numberOf(properties: Property[], code: number): number | null {
  const found = properties.findLast((property) => property.code === code)
  if (!found || found.length === 0) return null
  if (found.length === 1) return found.view.getUint8(found.at)
  return found.length >= 4 ? found.view.getUint32(found.at, true) : found.view.getUint16(found.at, true)
}
