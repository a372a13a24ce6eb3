import type { DrawnRow } from './drawn-table.ts'

/** A head whose last cells are parted by a ruler that does not cross the box: the wide row, its widths, and the row below. */
export type SplitHead = { rows: [DrawnRow, DrawnRow]; widths: number[] }

const ruler = /[├╟╠┣+][─━═-]+(?:[┬╤╦┳┼+][─━═-]+)+[┤╢╣┫+]?/u

/** «│ Сроки ├────┬────┤»: two levels of a head in one frame; null where no such ruler stands among the lines. */
export function splitHead(lines: string[][]): SplitHead | null {
  const at = lines.findIndex((cells) => cells.some((cell) => ruler.test(cell)))
  const mixed = lines[at]
  if (!mixed) return null
  const slots = mixed.flatMap(slotsOf)
  const widths = slots.map(({ parts }) => Math.max(parts, 1))
  const above = lines.slice(0, at)
  const below = lines.slice(at + 1)
  const width = widths.reduce((sum, one) => sum + one, 0)
  if (above.some((cells) => cells.length > slots.length) || below.some((cells) => cells.length !== width)) return null
  const starts = widths.map((_, index) => widths.slice(0, index).reduce((sum, one) => sum + one, 0))
  const upper = slots.map(({ text, parts }, index) =>
    lined([
      ...above.map((cells) => cells[index] ?? ''),
      text,
      ...(parts > 0 ? [] : below.map((cells) => cells[starts[index] ?? 0] ?? '')),
    ]),
  )
  const lower = slots.flatMap(({ parts }, index) =>
    Array.from({ length: Math.max(parts, 1) }, (_, part) =>
      parts === 0 ? '' : lined(below.map((cells) => cells[(starts[index] ?? 0) + part] ?? '')),
    ),
  )
  return { rows: [upper, lower], widths }
}

/** A cell, or a cell with a ruler behind it that parts the next cell into so many. */
function slotsOf(cell: string): { text: string; parts: number }[] {
  const found = ruler.exec(cell)
  if (!found) return [{ text: cell, parts: 0 }]
  const parts = (found[0].slice(1, -1).match(/[┬╤╦┳┼+]/gu)?.length ?? 0) + 1
  const before = cell.slice(0, found.index).trim()
  const after = cell.slice(found.index + found[0].length).trim()
  const own = { text: '', parts }
  return [{ text: before, parts: 0 }, own, ...(after === '' ? [] : [{ text: after, parts: 0 }])]
}

function lined(texts: string[]): string {
  return texts.filter((text) => text !== '').join('\n')
}
