/** An office document as its reader hands it over: what stands on the page, in reading order, and nothing of how it looks. */
export type Paper = { blocks: Block[] }

export type Block = Paragraph | Table

export type Paragraph = { kind: 'paragraph'; text: string }

/** Tables are numbered from 1. A frame that only places text side by side (letterhead, signature) is paragraphs, not a table. */
export type Table = {
  kind: 'table'
  table: number
  rows: Row[]
  /** The file draws no cells: they were told from the gaps between words. */
  isGuessed?: boolean
}

/** `row` counts from 1 as in the file, the head included; `page` is null where the format does not know it. */
export type Row = {
  row: number
  page: number | null
  isHeader: boolean
  cells: Cell[]
  /** Where the row was put together from lines: the first of them and the one after the last. */
  lines?: Span | undefined
}

/** Places from 0, the end left out. */
export type Span = { from: number; to: number }

export type Cell = {
  /** Paragraphs are joined by a line feed; an automatic number stands before its paragraph. */
  text: string
  /** First grid column from 0. */
  column: number
  colSpan: number
  /** How many rows the cell covers; 1 where it is itself covered. */
  rowSpan: number
  /** The cell belongs to one that began in a row above, and repeats its text. */
  isMergedDown: boolean
  /** The number at the start of the text was counted by the office program, not typed. */
  isAutoNumbered: boolean
}

/** One format. A new format is one file with one of these, named in `open-paper.ts`. */
export type PaperReader = (bytes: Uint8Array) => Paper | Promise<Paper>

/** A one-line text: words parted by single spaces. */
export function inOneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}

/** The cell that covers this grid column, whatever the merges of its row. */
export function cellAt(row: Row, column: number): Cell | undefined {
  return row.cells.find((cell) => cell.column <= column && column < cell.column + cell.colSpan)
}
