/** What a seal says of its entries. Transactions are numbers of their server, as text. */
export type Segment = {
  number: number
  cluster: string
  /** The first transaction that belongs to it, and the first that no longer does. */
  fromXid: string
  toXid: string
  firstAt: string
  lastAt: string
  count: number
  rowsHash: string
  /** Of who opened people's cards meanwhile; null under a seal from before these were sealed. */
  readsCount: number
  readsHash: string | null
  previousHash: string
}

/** Before the first seal there is nothing. */
export const FIRST_HASH = '0'.repeat(64)

/** The one spelling of a seal that is hashed. */
export function spellingOf(segment: Segment): string {
  const { number, cluster, fromXid, toXid, firstAt, lastAt, count, rowsHash, previousHash } = segment
  const { readsCount, readsHash } = segment
  const reads = readsHash === null ? [] : [readsCount, readsHash]
  return JSON.stringify([number, cluster, fromXid, toXid, firstAt, lastAt, count, rowsHash, previousHash, ...reads])
}

/** Why a stretch of the audit is not what was sealed. */
export type SealFault =
  | 'seal-changed'
  | 'seal-missing'
  | 'rows-missing'
  | 'rows-added'
  | 'rows-changed'
  | 'value-changed'
  | 'value-missing'
  | 'value-added'
  | 'reads-missing'
  | 'reads-added'
  | 'reads-changed'

export type Broken = {
  fault: SealFault
  /** Null for entries that no seal covers yet. */
  number: number | null
  firstAt: string | null
  lastAt: string | null
  /** How many entries or reads were sealed and how many are there; for values, how many are wrong. */
  sealed: number
  found: number
}
