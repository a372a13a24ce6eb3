import { createHash } from 'node:crypto'
import { desc, type SQL, sql } from 'drizzle-orm'
import type { Work } from '../../server/work.ts'
import { FIRST_HASH, spellingOf } from './seal.ts'
import { readReads } from './sealed-reads.service.ts'
import { readStretch, type Stretch } from './sealed-rows.service.ts'
import { auditSeals } from './tables.ts'

/** About so many entries, and as many reads of cards, stand under one seal; one transaction is never divided. */
const ENTRIES_IN_SEAL = 10_000

/**
 * Seals the next entries and reads of cards that can no longer change in number; false where there are none. Safe to repeat.
 *
 * An entry carries the number of its transaction. Below the oldest transaction of this database that is still under way
 * every one has committed or rolled back, and numbers only grow: no entry can still appear below that horizon, however
 * long its transaction has lasted. Another server (after a restore) begins its own count, so seals follow the
 * transactions of each server apart; what came from an earlier server is finished as a whole.
 *
 * Two processes cannot fork the chain: one waits for the other here, and the database takes each predecessor once.
 */
export async function sealNext(work: Work): Promise<boolean> {
  await work.db.execute(sql`select pg_advisory_xact_lock(hashtext('audit-seal'))`)
  const stretch = await findFinished(work)
  if (!stretch) return false
  const read = await readStretch(work, stretch)
  const reads = await readReads(work, stretch)
  const [last] = await work.db.select().from(auditSeals).orderBy(desc(auditSeals.number)).limit(1)
  const segment = {
    number: (last?.number ?? 0) + 1,
    cluster: stretch.cluster,
    fromXid: stretch.fromXid,
    toXid: stretch.toXid,
    firstAt: [read.firstAt, reads.firstAt].filter((at) => at !== '').sort()[0] ?? '',
    lastAt: [read.lastAt, reads.lastAt].sort()[1] ?? '',
    count: read.count,
    rowsHash: read.rowsHash,
    readsCount: reads.count,
    readsHash: reads.hash,
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

/** The next stretch of finished transactions that holds entries or reads, on whichever server they were written. */
async function findFinished(work: Work): Promise<(Stretch & { toXid: string }) | null> {
  const { rows } = await work.db.execute<{ cluster: string; from: string; to: string }>(sql`
    with recursive here as (
      select (pg_control_system()).system_identifier::text as cluster, ${horizon()} as horizon
    ), known (cluster) as (
      select least((select min(e.cluster) from audit_entry e), (select min(r.cluster) from person_read r))
      union all
      select least((select min(e.cluster) from audit_entry e where e.cluster > k.cluster),
        (select min(r.cluster) from person_read r where r.cluster > k.cluster))
      from known k where k.cluster is not null
    ), begun as (
      select c.cluster, coalesce((select max(s.to_xid) from ${auditSeals} s where s.cluster = c.cluster), '0'::xid8) as first
      from known c where c.cluster is not null
    )
    select b.cluster, b.first::text as from, least(
        n.xid, case when b.cluster = h.cluster then h.horizon end)::text as to
    from begun b cross join here h
    cross join lateral (
      select ((max(one.xid)::text::numeric) + 1)::text::xid8 as xid from (
        select written.xid from (
          ${firstOf('audit_entry')} union all ${firstOf('person_read')}) written
        order by written.xid limit ${ENTRIES_IN_SEAL}) one) n
    where n.xid is not null
    order by b.cluster = h.cluster limit 1`)
  const [found] = rows
  return found ? { cluster: found.cluster, fromXid: found.from, toXid: found.to } : null
}

function firstOf(table: 'audit_entry' | 'person_read'): SQL {
  return sql`(select e.xid from ${sql.identifier(table)} e
    where e.cluster = b.cluster and e.xid >= b.first and (b.cluster <> h.cluster or e.xid < h.horizon)
    order by e.xid limit ${ENTRIES_IN_SEAL})`
}

/**
 * The oldest transaction under way that may write here. The snapshot names those of the whole server; one is left out
 * only where the server says that it runs in another database. Whoever held a number when the snapshot was taken holds it
 * alone until its end, so a number found elsewhere afterwards is that same transaction; one no longer found counts as ours.
 */
function horizon(): SQL {
  return sql`coalesce((
    select min(running.xid) from pg_snapshot_xip(pg_current_snapshot()) running (xid)
    where not exists (select from pg_stat_activity a
        where a.backend_xid = running.xid::xid
          and a.datid <> (select d.oid from pg_database d where d.datname = current_database()))
      and not exists (select from pg_prepared_xacts p
        where p.transaction = running.xid::xid and p.database <> current_database())
  ), pg_snapshot_xmax(pg_current_snapshot()))`
}
