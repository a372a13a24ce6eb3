import { createHash } from 'node:crypto'
import { sql } from 'drizzle-orm'
import type { Work } from '../../server/work.ts'
import type { Stretch } from './sealed-rows.service.ts'

const PAGE = 5000

export type Reads = { count: number; hash: string; firstAt: string; lastAt: string }

type Row = { xid: string; id: string; at: string; spelling: (string | null)[] }

/** Who opened people's cards within a stretch, in one order and one spelling: hashed as entries are. */
export async function readReads(work: Work, stretch: Stretch): Promise<Reads> {
  const hash = createHash('sha256')
  let [firstAt, lastAt] = ['', '']
  let count = 0
  let last: Row | undefined
  for (;;) {
    const rows = await listPage(work, stretch, last)
    for (const row of rows) {
      hash.update(`${JSON.stringify(row.spelling)}\n`)
      if (row.at < firstAt || firstAt === '') firstAt = row.at
      if (row.at > lastAt) lastAt = row.at
    }
    count += rows.length
    last = rows.at(-1)
    if (rows.length < PAGE) break
  }
  return { count, hash: hash.digest('hex'), firstAt, lastAt }
}

async function listPage(work: Work, { cluster, fromXid, toXid }: Stretch, last: Row | undefined): Promise<Row[]> {
  const { rows } = await work.db.execute<Row>(sql`
    select r.xid::text as xid, r.id::text as id, m.at,
      array[r.cluster, r.xid::text, r.id::text, m.at, r.reader_id::text, r.reader_kind, r.route, r.subject_id,
        r.request_id] as spelling
    from person_read r
    cross join lateral (select to_char(r.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at) m
    where r.cluster = ${cluster} and r.xid >= ${fromXid}::xid8
      and (${toXid}::text is null or r.xid < ${toXid}::xid8)
      ${last ? sql`and (r.xid, r.id) > (${last.xid}::xid8, ${last.id}::uuid)` : sql``}
    order by r.xid, r.id limit ${PAGE}`)
  return rows
}
