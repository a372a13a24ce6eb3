import { createHash } from 'node:crypto'
import type pg from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import { rowsIn } from './checksum.ts'

/** The same value is the same text on every server: checksums are compared across them. */
const SAME_EVERYWHERE = [
  "set local client_encoding = 'UTF8'",
  "set local datestyle = 'ISO, MDY'",
  "set local intervalstyle = 'postgres'",
  "set local timezone = 'UTC'",
  "set local bytea_output = 'hex'",
  'set local extra_float_digits = 1',
  'set local statement_timeout = 0',
  'set local idle_in_transaction_session_timeout = 0',
].join('; ')

/** Inside a transaction: from here on COPY writes alike wherever it runs. */
export async function writeAlike(client: pg.ClientBase): Promise<void> {
  await client.query(SAME_EVERYWHERE)
}

export type Copied = { rows: number; bytes: number; sha256: string }

/** Hands over the rows of the query piece by piece, as COPY writes them, and answers with their count and checksum. */
export async function copyOut(
  client: pg.ClientBase,
  query: string,
  take: (piece: Buffer) => Promise<void> | void = () => undefined,
): Promise<Copied> {
  const hash = createHash('sha256')
  let rows = 0
  let bytes = 0
  for await (const piece of client.query(copyTo(`copy (${query}) to stdout`))) {
    hash.update(piece)
    rows += rowsIn(piece)
    bytes += piece.length
    await take(piece)
  }
  return { rows, bytes, sha256: hash.digest('hex') }
}
