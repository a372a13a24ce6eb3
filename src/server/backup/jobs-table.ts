import type pg from 'pg'
import { type Copied, copyOut } from './copy.ts'

/** What a waiting job is made of; the rest belongs to the queue that takes it. */
export const JOB_COLUMNS = [
  'id',
  'name',
  'priority',
  'data',
  'retry_limit',
  'retry_delay',
  'retry_backoff',
  'expire_in',
  'singleton_key',
  'start_after',
]

const WAITING = `select ${JOB_COLUMNS.join(', ')} from pgboss.job
  where state in ('created', 'retry', 'active') order by id`

/** Jobs that were not done yet travel with the archive; one that was under way begins anew, which is safe for every body. */
export async function copyJobs(client: pg.ClientBase, take?: (piece: Buffer) => Promise<void> | void): Promise<Copied> {
  const { rows } = await client.query(`select to_regclass('pgboss.job') is not null as there`)
  const query = rows[0]?.there ? WAITING : `select ${JOB_COLUMNS.map(() => 'null').join(', ')} where false`
  return await copyOut(client, query, take)
}
