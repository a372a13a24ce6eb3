import { createHash } from 'node:crypto'
import { sql } from 'drizzle-orm'
import type { Work } from '../../server/work.ts'
import { hashOfValue } from './service.ts'

const PAGE = 5000

/** A stretch of the transactions of one server; without an end, all that follow. */
export type Stretch = { cluster: string; fromXid: string; toXid: string | null }

export type Read = {
  count: number
  rowsHash: string
  firstAt: string
  lastAt: string
  values: { changed: number; missing: number; added: number }
}

type Row = {
  xid: string
  id: string
  at: string
  spelling: (string | null)[]
  value_hash: string | null
  salt: string | null
  before: string | null
  after: string | null
  erased: boolean
}

/**
 * Reads the entries of a stretch in their one order and spells each in its one way, so that the hash changes with every
 * letter, every absent, added or exchanged entry. Values are compared with the hashes that the entries keep of them.
 */
export async function readStretch(work: Work, stretch: Stretch): Promise<Read> {
  const hash = createHash('sha256')
  const values = { changed: 0, missing: 0, added: 0 }
  let [firstAt, lastAt] = ['', '']
  let count = 0
  let last: Row | undefined
  for (;;) {
    const rows = await listPage(work, stretch, last)
    for (const row of rows) {
      hash.update(`${JSON.stringify(row.spelling)}\n`)
      const fault = faultOfValue(row)
      if (fault) values[fault] += 1
      if (row.at < firstAt || firstAt === '') firstAt = row.at
      if (row.at > lastAt) lastAt = row.at
    }
    count += rows.length
    last = rows.at(-1)
    if (rows.length < PAGE) break
  }
  return { count, rowsHash: hash.digest('hex'), firstAt, lastAt, values }
}

function faultOfValue({ value_hash, salt, before, after, erased }: Row): keyof Read['values'] | null {
  if (salt === null) return value_hash === null || erased ? null : 'missing'
  if (value_hash === null) return 'added'
  return hashOfValue({ salt, before, after }) === value_hash ? null : 'changed'
}

async function listPage(work: Work, { cluster, fromXid, toXid }: Stretch, last: Row | undefined): Promise<Row[]> {
  const { rows } = await work.db.execute<Row>(sql`
    select e.xid::text as xid, e.id::text as id, m.at, e.value_hash, v.salt, v.before, v.after,
      x.entry_id is not null as erased,
      array[e.cluster, e.xid::text, e.id::text, m.at, e.actor_kind, e.person_id::text, e.request_id, e.action,
        e.subject_id, e.organisation_id::text, e.value_hash] as spelling
    from audit_entry e
    cross join lateral (select to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at) m
    left join audit_value v on v.entry_id = e.id
    left join audit_erasure x on x.entry_id = e.id
    where e.cluster = ${cluster} and e.xid >= ${fromXid}::xid8
      and (${toXid}::text is null or e.xid < ${toXid}::xid8)
      ${last ? sql`and (e.xid, e.id) > (${last.xid}::xid8, ${last.id}::uuid)` : sql``}
    order by e.xid, e.id limit ${PAGE}`)
  return rows
}
