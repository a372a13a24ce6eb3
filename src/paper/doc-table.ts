import type { Property } from './doc-properties.ts'
import type { EdgedCell, EdgedRow, EdgeMerge } from './edge-grid.ts'

/** Reads what the mark at the end of a row says about it. */
export function rowFrom(cells: EdgedCell[], properties: Property[]): EdgedRow {
  const definition = properties.findLast(({ code }) => code === 0xd608)
  const header = properties.findLast(({ code }) => code === 0x3404)
  const isHeader = header !== undefined && header.view.getUint8(header.at) === 1
  if (!definition || definition.length < 1) return { cells, isHeader, edges: [], merges: [] }
  const { view, at, length } = definition
  const count = view.getUint8(at)
  if (1 + (count + 1) * 2 > length) return { cells, isHeader, edges: [], merges: [] }
  const edges = Array.from({ length: count + 1 }, (_, index) => view.getInt16(at + 1 + index * 2, true))
  const described = at + 1 + (count + 1) * 2
  const merges = Array.from({ length: count }, (_, index): EdgeMerge => {
    const place = described + index * 20
    return place + 2 <= at + length ? mergeFrom(view.getUint16(place, true)) : { across: 'none', down: 'none' }
  })
  return { cells, isHeader, edges, merges: withLaterMerges(merges, properties) }
}

function mergeFrom(flags: number): EdgeMerge {
  const across = (flags & 3) === 0 ? 'none' : (flags & 1) === 1 ? 'begins' : 'continues'
  const down = (flags & 0x60) === 0 ? 'none' : (flags & 0x40) !== 0 ? 'begins' : 'continues'
  return { across, down }
}

/** A merge may also be told beside the definition. */
function withLaterMerges(merges: EdgeMerge[], properties: Property[]): EdgeMerge[] {
  const changed = [...merges]
  for (const { code, view, at, length } of properties) {
    if (code !== 0xd62b || length < 2) continue
    const kind = view.getUint8(at + 1)
    const cell = changed[view.getUint8(at)]
    if (cell) cell.down = kind === 3 ? 'begins' : kind === 1 ? 'continues' : 'none'
  }
  return changed
}
