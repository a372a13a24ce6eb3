/** What the writers of office files are given: blocks in reading order. */
export type WrittenBlock = WrittenParagraph | WrittenTable

export type Align = 'left' | 'center' | 'right' | 'both'

/** `startsPage`: what follows stands on a new page, an annex for example. */
export type WrittenParagraph = {
  text: string
  align?: Align
  isBold?: boolean
  startsPage?: boolean
  /** Of the first line, and of the whole paragraph, in millimetres from the margins. */
  firstLine?: number
  left?: number
  right?: number
  /** Points of space above. */
  above?: number
  /** Points of the letters, where they are not those of the sheet. */
  size?: number
  /** Never parted from what follows by the end of a page. */
  keepsNext?: boolean
}

/** Head rows repeat on every printed page. Widths are shares of the page's width, one for each grid column. */
export type WrittenTable = {
  headRows: WrittenCell[][]
  rows: WrittenCell[][]
  widths: number[]
  /** Only places texts side by side, without lines: a signature, the corner of a letter. */
  isFrame?: boolean
  /** The share of the page's width that the table takes, in its middle; all of it where nothing is said. */
  fill?: number
  /** Points of the letters, where they are not those of the sheet. */
  size?: number
  /** Its last row is never parted from what follows by the end of a page. */
  keepsNext?: boolean
}

/** Pages of one orientation; the letters are `size` points high and stand `lines` apart. */
export type WrittenSheet = {
  orientation: 'portrait' | 'landscape'
  size: number
  lines: number
  blocks: readonly WrittenBlock[]
}

/** A cell over `span` columns; one that goes on from the cell above it is `isCovered` and has no text of its own. */
export type WrittenCell = {
  text: string
  span?: number
  isCovered?: boolean
  isBold?: boolean
  align?: Align
  /** Text stands at the foot of the cell. */
  isLow?: boolean
}

/** A table of texts with columns of one width; a section row is one cell over all of them. */
export function plainTable(head: string[], rows: (string[] | { section: string })[]): WrittenTable {
  return {
    headRows: [head.map((text) => ({ text, isBold: true }))],
    rows: rows.map((row) =>
      'section' in row
        ? [{ text: row.section, span: head.length, isBold: true }]
        : row.map((text): WrittenCell => ({ text })),
    ),
    widths: head.map(() => 1),
  }
}

/** Whether a cell of the row below goes on from this grid column. */
export function goesOnBelow(below: readonly WrittenCell[] | undefined, column: number): boolean {
  let at = 0
  for (const cell of below ?? []) {
    if (at === column) return cell.isCovered === true
    at += cell.span ?? 1
  }
  return false
}

/** Whether a row is the head of the rows below it: one cell over all columns, which is nothing at the foot of a page. */
export function headsRowsBelow(rows: WrittenTable['rows'], index: number, columns: number): boolean {
  const [only, ...more] = rows[index] ?? []
  if (!only || more.length > 0 || only.isCovered || columns < 2) return false
  return (only.span ?? 1) === columns && rows[index + 1] !== undefined && !goesOnBelow(rows[index + 1], 0)
}
