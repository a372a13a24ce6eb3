import type { Ending } from './pdf-endings.ts'
import type { TextItem } from './pdf-page.ts'

/**
 * A printed line. `parts` are its stretches between wide gaps, `pieces` those between gaps wider than a space; `ending`
 * is what follows its last letter.
 */
export type Line = {
  top: number
  left: number
  right: number
  size: number
  text: string
  parts: LinePart[]
  pieces: LinePart[]
  ending: Ending | null
}

export type LinePart = { left: number; right: number; text: string; ending: Ending | null }

/** Gathers pieces of text into lines, from top to bottom. */
export function linesOfItems(items: TextItem[]): Line[] {
  const rows: TextItem[][] = []
  for (const item of items.toSorted((one, other) => one.y - other.y)) {
    const row = rows.findLast((one) => Math.abs((one[0]?.y ?? 0) - item.y) < Math.max(item.size, 4) * 0.4)
    if (row) row.push(item)
    else rows.push([item])
  }
  return rows.map(lineFrom).filter(({ text }) => text !== '')
}

function lineFrom(row: TextItem[]): Line {
  const items = row.filter(({ text }) => text.trim() !== '').toSorted((one, other) => one.x - other.x)
  const spaces = row.filter(({ text }) => text.trim() === '')
  const parts = stretches(items, { spaces, widest: 1.6 })
  return {
    top: row[0]?.y ?? 0,
    left: parts[0]?.left ?? 0,
    right: parts.at(-1)?.right ?? 0,
    size: Math.max(0, ...items.map(({ size }) => size)),
    text: parts.map(({ text }) => text).join(' '),
    parts,
    pieces: stretches(items, { spaces, widest: 0.55 }),
    ending: items.at(-1)?.ending ?? null,
  }
}

type Gaps = { spaces: TextItem[]; widest: number }

/** Pieces of one line that follow each other closely are one; `widest` is measured in letters' heights. */
function stretches(items: TextItem[], { spaces, widest }: Gaps): LinePart[] {
  const parts: LinePart[] = []
  for (const item of items) {
    const last = parts.at(-1)
    const gap = last ? item.x - last.right : 0
    const hasSpace = last && spaces.some(({ x, width }) => width > 0 && x < item.x && x + width > last.right - 1)
    const { text, ending } = item
    if (!last || gap > item.size * widest) parts.push({ left: item.x, right: item.x + item.width, text, ending })
    else {
      last.text += hasSpace || gap > item.size * 0.18 ? ` ${text}` : text
      last.right = item.x + item.width
      last.ending = ending
    }
  }
  return parts.map((part) => ({ ...part, text: part.text.replace(/\s+/g, ' ').trim() }))
}

/**
 * A few lines beside each other, such as a position and the name that signs: the left side is read before the right.
 * Wide gaps inside a long paragraph are only its even margin.
 */
export function sidesInTurn(lines: Line[]): Line[] {
  const isParted = lines.some(({ parts, size }) =>
    parts.some((part, at) => part.left - (parts[at - 1]?.right ?? part.left) > size * 5),
  )
  if (!isParted || lines.length > 4 || lines.some(({ parts }) => parts.length > 2)) return lines
  const split = Math.max(...lines.map(({ parts }) => parts[1]?.left ?? 0))
  const isRight = (part: LinePart) => part.left > split - 60
  const side = (keeps: (part: LinePart) => boolean) =>
    lines.map((line) => ({ ...line, parts: line.parts.filter(keeps) })).filter(({ parts }) => parts.length > 0)
  return [...side((part) => !isRight(part)), ...side(isRight)]
}
