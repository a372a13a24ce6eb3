import pg from 'pg'
import { withClient } from '../../src/server/postgres/with-client.ts'
import type { OwnDatabase } from './own-database.ts'

const KEY = 4711

type Place = { table: 'pgboss.job' | 'public.order_import'; moment: string }

export type Gate = {
  /** The name of the process that stands before the gate, once one does. */
  waiter(): Promise<string>
  /** Whoever stood there is dead: its connection goes first, so that nothing of it happens after all. */
  open(): Promise<void>
}

/** Holds whoever comes to one step of a change, so that it can be killed there. */
export async function closeGate({ ownerUrl, superuserUrl }: OwnDatabase, { table, moment }: Place): Promise<Gate> {
  const keeper = new pg.Client({ connectionString: ownerUrl })
  await keeper.connect()
  await keeper.query(`create function gate() returns trigger language plpgsql as $$
    begin if ${moment} then perform pg_advisory_xact_lock(${KEY}); end if; return new; end $$`)
  await keeper.query(`create trigger gate before update on ${table} for each row execute function gate()`)
  await keeper.query('select pg_advisory_lock($1)', [KEY])

  const findWaiting = () =>
    withClient(superuserUrl, async (client) => {
      const { rows } = await client.query<{ name: string; pid: number }>(
        `select a.application_name as name, a.pid from pg_locks l join pg_stat_activity a on a.pid = l.pid
         where l.locktype = 'advisory' and l.objid = $1 and not l.granted limit 1`,
        [KEY],
      )
      return rows[0]
    })
  return {
    async waiter() {
      for (;;) {
        const found = await findWaiting()
        if (found) return found.name
        await new Promise((resolve) => setTimeout(resolve, 100))
      }
    },
    async open() {
      for (let found = await findWaiting(); found; found = await findWaiting()) {
        const { pid } = found
        await withClient(superuserUrl, (client) => client.query('select pg_terminate_backend($1, 5000)', [pid]))
      }
      await keeper.query(`drop trigger gate on ${table}`)
      await keeper.query('drop function gate')
      await keeper.end()
    },
  }
}
