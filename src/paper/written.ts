/** What the writers of office files are given: blocks in reading order. */
export type WrittenBlock = WrittenParagraph | WrittenTable

export type Align = 'left' | 'center' | 'right' | 'both'

/** `startsPage`: what follows stands on a new page, an annex for example. */
export type WrittenParagraph = { text: string; align?: Align; isBold?: boolean; startsPage?: boolean }

/** Head rows repeat on every printed page. Widths are shares of the page's width, one for each grid column. */
export type WrittenTable = { headRows: WrittenCell[][]; rows: WrittenCell[][]; widths: number[] }

/** A cell over `span` columns; one that goes on from the cell above it is `isCovered` and has no text of its own. */
export type WrittenCell = { text: string; span?: number; isCovered?: boolean; isBold?: boolean; align?: Align }

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
