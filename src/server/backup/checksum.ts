import { createHash } from 'node:crypto'

const NEW_LINE = 0x0a

export function sha256Of(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

/** Rows in a piece of what COPY wrote: a line end inside a value is written as `\n`, so each real one ends a row. */
export function rowsIn(piece: Buffer): number {
  let rows = 0
  for (let at = piece.indexOf(NEW_LINE); at !== -1; at = piece.indexOf(NEW_LINE, at + 1)) rows++
  return rows
}
