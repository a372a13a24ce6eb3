import { createHash } from 'node:crypto'
import { sql } from 'drizzle-orm'
import type { Work } from '../../server/work.ts'
import { type Broken, FIRST_HASH, type SealFault, type Segment, spellingOf } from './seal.ts'
import { type Reads, readReads } from './sealed-reads.service.ts'
import { type Read, readStretch } from './sealed-rows.service.ts'

export type AuditVerdict = {
  seals: number
  entries: number
  /** Sealed reads of people's cards. */
  reads: number
  /** Entries and reads written since the newest seal; the next one takes them in. */
  unsealed: number
  /** The newest seal. Kept elsewhere, it shows later whether the end of the audit was cut off. */
  last: { number: number; hash: string } | null
  broken: Broken[]
}

type Sealed = Segment & { hash: string }

/** Reads the whole audit and names every stretch that is not what was sealed; changes nothing. */
export async function verifyAudit(work: Work): Promise<AuditVerdict> {
  const seals = await listSeals(work)
  const broken = faultsOfChain(seals)
  let [entries, reads] = [0, 0]
  for (const seal of seals) {
    const read = await readStretch(work, seal)
    entries += read.count
    const opened = await readReads(work, seal)
    reads += opened.count
    broken.push(...faultsOfRows(seal, read), ...faultsOfReads(seal, opened))
  }
  const { unsealed, ...open } = await readOpen(work, seals)
  broken.push(...open.broken)
  const last = seals.at(-1)
  return {
    seals: seals.length,
    entries,
    reads,
    unsealed,
    last: last ? { number: last.number, hash: last.hash } : null,
    broken,
  }
}

/** Each seal names its predecessor, stretches of one server adjoin, and none is spelled otherwise than it was hashed. */
function faultsOfChain(seals: readonly Sealed[]): Broken[] {
  const reached = new Map<string, string>()
  return seals.flatMap((seal, index) => {
    const before = seals[index - 1]
    const adjoins = seal.fromXid === (reached.get(seal.cluster) ?? '0')
    const follows = seal.number === index + 1 && seal.previousHash === (before?.hash ?? FIRST_HASH) && adjoins
    reached.set(seal.cluster, seal.toXid)
    const isItself = createHash('sha256').update(spellingOf(seal)).digest('hex') === seal.hash
    return [
      ...(isItself ? [] : [fault('seal-changed', seal, seal.count)]),
      ...(follows ? [] : [fault('seal-missing', seal, seal.count)]),
    ]
  })
}

function faultsOfRows(seal: Sealed, { count, rowsHash, values }: Read): Broken[] {
  const rows = (): Broken[] => {
    if (count < seal.count) return [fault('rows-missing', seal, count)]
    if (count > seal.count) return [fault('rows-added', seal, count)]
    return rowsHash === seal.rowsHash ? [] : [fault('rows-changed', seal, count)]
  }
  return [...rows(), ...faultsOfValues(seal, values)]
}

function faultsOfReads(seal: Sealed, { count, hash }: Reads): Broken[] {
  if (count < seal.readsCount) return [fault('reads-missing', seal, count)]
  if (count > seal.readsCount) return [fault('reads-added', seal, count)]
  return seal.readsHash === null || hash === seal.readsHash ? [] : [fault('reads-changed', seal, count)]
}

function faultsOfValues(seal: Sealed | null, { changed, missing, added }: Read['values']): Broken[] {
  return [
    ...(changed > 0 ? [fault('value-changed', seal, changed)] : []),
    ...(missing > 0 ? [fault('value-missing', seal, missing)] : []),
    ...(added > 0 ? [fault('value-added', seal, added)] : []),
  ]
}

/** What no seal covers yet can only be counted, and its values compared. */
async function readOpen(work: Work, seals: readonly Sealed[]): Promise<{ unsealed: number; broken: Broken[] }> {
  const { rows } = await work.db.execute<{ cluster: string }>(
    sql`select cluster from audit_entry union select cluster from person_read`,
  )
  const broken: Broken[] = []
  let unsealed = 0
  for (const { cluster } of rows) {
    const last = seals.findLast((seal) => seal.cluster === cluster)
    const stretch = { cluster, fromXid: last?.toXid ?? '0', toXid: null }
    const read = await readStretch(work, stretch)
    unsealed += read.count + (await readReads(work, stretch)).count
    broken.push(...faultsOfValues(null, read.values))
  }
  return { unsealed, broken }
}

function fault(name: SealFault, seal: Sealed | null, found: number): Broken {
  return {
    fault: name,
    number: seal?.number ?? null,
    firstAt: seal?.firstAt ?? null,
    lastAt: seal?.lastAt ?? null,
    sealed: (name.startsWith('reads') ? seal?.readsCount : seal?.count) ?? 0,
    found,
  }
}

async function listSeals(work: Work): Promise<Sealed[]> {
  const { rows } = await work.db.execute<Sealed>(sql`
    select number, cluster, from_xid::text as "fromXid", to_xid::text as "toXid", count, rows_hash as "rowsHash",
      reads_count as "readsCount", reads_hash as "readsHash",
      previous_hash as "previousHash", hash,
      to_char(first_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "firstAt",
      to_char(last_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "lastAt"
    from audit_seal order by number`)
  return rows
}
