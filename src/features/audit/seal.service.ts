import { createHash } from 'node:crypto'
import { desc, sql } from 'drizzle-orm'
import type { Work } from '../../server/work.ts'
import { FIRST_HASH, spellingOf } from './seal.ts'
import { readStretch, type Stretch } from './sealed-rows.service.ts'
import { auditSeals } from './tables.ts'

/** About so many entries stand under one seal; one transaction is never divided. */
const ENTRIES_IN_SEAL = 10_000

/**
 * Seals the next entries that can no longer change in number; false where there are none. Safe to repeat.
 *
 * An entry carries the number of its transaction. Below the oldest transaction that is still under way (the snapshot's
 * `xmin`) every one has committed or rolled back, and numbers only grow: no entry can still appear below that horizon,
 * however long its transaction has lasted. Another server (after a restore) begins its own count, so seals follow the
 * transactions of each server apart; what came from an earlier server is finished as a whole.
 *
 * Two processes cannot fork the chain: one waits for the other here, and the database takes each predecessor once.
 */
export async function sealNext(work: Work): Promise<boolean> {
  await work.db.execute(sql`select pg_advisory_xact_lock(hashtext('audit-seal'))`)
  const stretch = await findFinished(work)
  if (!stretch) return false
  const read = await readStretch(work, stretch)
  const [last] = await work.db.select().from(auditSeals).orderBy(desc(auditSeals.number)).limit(1)
  const segment = {
    number: (last?.number ?? 0) + 1,
    cluster: stretch.cluster,
    fromXid: stretch.fromXid,
    toXid: stretch.toXid,
    firstAt: read.firstAt,
    lastAt: read.lastAt,
    count: read.count,
    rowsHash: read.rowsHash,
    previousHash: last?.hash ?? FIRST_HASH,
  }
  const hash = createHash('sha256').update(spellingOf(segment)).digest('hex')
  await work.db.insert(auditSeals).values({
    ...segment,
    firstAt: sql`${segment.firstAt}::timestamptz`,
    lastAt: sql`${segment.lastAt}::timestamptz`,
    hash,
    sealedAt: work.now,
  })
  return true
}

/** The next stretch of finished transactions that holds entries, on whichever server they were written. */
async function findFinished(work: Work): Promise<(Stretch & { toXid: string }) | null> {
  const { rows } = await work.db.execute<{ cluster: string; from: string; to: string }>(sql`
    with recursive here as (
      select (pg_control_system()).system_identifier::text as cluster, pg_snapshot_xmin(pg_current_snapshot()) as horizon
    ), known (cluster) as (
      select min(e.cluster) from audit_entry e
      union all
      select (select min(e.cluster) from audit_entry e where e.cluster > k.cluster) from known k where k.cluster is not null
    ), begun as (
      select c.cluster, coalesce((select max(s.to_xid) from ${auditSeals} s where s.cluster = c.cluster), '0'::xid8) as first
      from known c where c.cluster is not null
    )
    select b.cluster, b.first::text as from, least(
        n.xid, case when b.cluster = h.cluster then h.horizon end)::text as to
    from begun b cross join here h
    cross join lateral (
      select ((max(r.xid)::text::numeric) + 1)::text::xid8 as xid from (
        select e.xid from audit_entry e
        where e.cluster = b.cluster and e.xid >= b.first and (b.cluster <> h.cluster or e.xid < h.horizon)
        order by e.xid limit ${ENTRIES_IN_SEAL}) r) n
    where n.xid is not null
    order by b.cluster = h.cluster limit 1`)
  const [found] = rows
  return found ? { cluster: found.cluster, fromXid: found.from, toXid: found.to } : null
}
