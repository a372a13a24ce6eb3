import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres'
import { Pool, type PoolClient, type PoolConfig } from 'pg'
import type { Actor } from '../kernel/actor.ts'
import { onceFor } from '../kernel/once-for.ts'
import { Refusal } from '../kernel/refusal.ts'
import { gather } from './gather.ts'
import { DOOR_OPTIONS, scopeSettings } from './scope.ts'
import { openNames } from './statement-names.ts'

/** Queries inside the one transaction of a call. */
export type Db = NodePgDatabase

export type Transaction = { db: Db; client: PoolClient; statements(): number }

type Mode = 'read only' | 'read write'

/** Under a name, though short: the driver holds nothing back of a statement without one. */
const beginning: Record<Mode, { name: string; text: string }> = {
  'read only': { name: 'opora_begin_reading', text: 'begin read only' },
  'read write': { name: 'opora_begin_writing', text: 'begin read write' },
}

export type Database = {
  /**
   * Commits when `use` returns, rolls back when it throws; the database lets through what the actor may see.
   * Refuses with 503 while PostgreSQL cannot be reached.
   */
  transaction<T>(mode: Mode, actor: Actor, use: (transaction: Transaction) => Promise<T>): Promise<T>
  /** One statement outside every transaction, before it is known who asks: sessions, limits, health. */
  query<Row extends object>(sql: string, values?: unknown[]): Promise<Row[]>
  close(): Promise<void>
}

const SINGLE_STATEMENTS_AT_ONCE = 3

/**
 * A named statement is planned for whoever asks, once: what it reads goes by the same indexes for each of them, and
 * planning it anew takes longer than reading.
 */
const PLANNED_ONCE = '-c plan_cache_mode=force_generic_plan'

/** A database that takes longer for the least of statements would take minutes for a page: it counts as away. */
const ROUND_TRIP_MS = 1_500

/** A connection that is let go takes its plans with it; an office that is at work comes back within minutes. */
const IDLE_MS = 300_000

export function openDatabase(url: string, size = 10): Database {
  const pool = openPool(url, { max: size, pipeline: true, options: PLANNED_ONCE })
  // Ten calls that each hold a connection and count their attempts on another would wait for one another for ever.
  const beside = openPool(url, { max: SINGLE_STATEMENTS_AT_ONCE, options: DOOR_OPTIONS })
  const connections = new WeakMap<PoolClient, Connection>()
  const nameOf = openNames()
  const named = (query: { text: string; values: unknown[] }) => ({ ...query, name: nameOf(query.text) })

  return {
    async transaction(mode, actor, use) {
      const client = await connect(pool)
      const { db, sent } = onceFor(connections, client, () => connectionOver(client, nameOf))
      const before = sent()
      // Only what was begun and ended for certain is given to the next call.
      let isSound = false
      try {
        // Sent together with what is asked first: beginning and saying who asks cost no round trip of their own. Where
        // either fails, the database shows and does nothing of what follows.
        const begun = Promise.all([client.query(beginning[mode]), client.query(named(scopeSettings(actor)))])
        const used = use({ db, client, statements: () => sent() - before })
        used.catch(() => undefined) // waited for below, once there is a transaction
        await within(ROUND_TRIP_MS, begun)
        isSound = true
        const result = await used
        await client.query('commit')
        return result
      } catch (error) {
        // The first error is the one to report; a rollback that fails as well means that the connection is gone.
        isSound &&= await within(ROUND_TRIP_MS, client.query('rollback')).then(
          () => true,
          () => false,
        )
        throw asRefusal(error)
      } finally {
        client.release(!isSound)
      }
    },

    async query<Row extends object>(sql: string, values: unknown[] = []) {
      const client = await connect(beside)
      let isHanging = false
      try {
        const result = await within(ROUND_TRIP_MS, client.query<Row>(named({ text: sql, values })))
        return result.rows
      } catch (error) {
        isHanging = error instanceof NoAnswer
        throw asRefusal(error)
      } finally {
        client.release(isHanging)
      }
    },

    async close() {
      await Promise.all([pool.end(), beside.end()])
    },
  }
}

type NameOf = ReturnType<typeof openNames>
type Connection = { db: Db; sent(): number }

/** Made once for a connection: what is asked of it again keeps its name there, and so its plan. */
function connectionOver(client: PoolClient, nameOf: NameOf): Connection {
  let sent = 0
  const db = drizzle(client, { logger: { logQuery: () => void sent++ } })
  const { session } = db._
  const prepare = session.prepareQuery.bind(session)
  session.prepareQuery = (query, fields, name, ...rest) => prepare(query, fields, name ?? nameOf(query.sql), ...rest)
  return { db, sent: () => sent }
}

function openPool(url: string, kind: PoolConfig): Pool {
  const pool = new Pool({
    ...kind,
    connectionString: url,
    connectionTimeoutMillis: 2_500,
    idleTimeoutMillis: IDLE_MS,
    statement_timeout: 30_000,
  })
  // A dropped idle connection is replaced at the next use: nothing to decide here.
  pool.on('error', () => undefined)
  pool.on('connect', (client) => {
    // Only now it is known whether it stands under TLS, and what to write to.
    gather(client.connection.stream)
    // One that is lost while nothing is asked of it, between two statements of a call, is told by the next statement.
    client.on('error', () => undefined)
  })
  return pool
}

class NoAnswer extends Error {}

/** The answer, or `NoAnswer` where none came in time: the connection is then of no use any more. */
async function within<T>(milliseconds: number, answer: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    const giveUp = () => reject(new NoAnswer('the database gave no answer in time'))
    // Where we ourselves were busy, the answer may be here and unread: it is read before we give up.
    timer = setTimeout(() => setImmediate(() => setImmediate(giveUp)), milliseconds)
  })
  try {
    return await Promise.race([answer, late])
  } finally {
    clearTimeout(timer)
    answer.catch(() => undefined) // of a connection that was given up: told by NoAnswer already
  }
}

async function connect(pool: Pool): Promise<PoolClient> {
  try {
    return await pool.connect()
  } catch (error) {
    throw new Refusal('unavailable', 'server.database-unavailable', { params: { cause: causeOf(error) } })
  }
}

const REFUSED_BY_STATE: Record<string, () => Refusal> = {
  '23505': () => new Refusal('conflict', 'server.already-exists'),
  // Raised by `refuse_closed_programme`.
  OP001: () => new Refusal('conflict', 'server.project-closed'),
  '53100': () => new Refusal('no-room', 'server.no-room'),
  '57P01': () => new Refusal('unavailable', 'server.database-unavailable'),
  '57P02': () => new Refusal('unavailable', 'server.database-unavailable'),
  '57P03': () => new Refusal('unavailable', 'server.database-unavailable'),
}

/** What the driver says of a connection that is lost: while it waits, and of the next statement where nobody waited. */
const LOST_CONNECTION = new Set([
  'Connection terminated unexpectedly',
  'Client has encountered a connection error and is not queryable',
])

function asRefusal(error: unknown): unknown {
  if (error instanceof NoAnswer) return new Refusal('unavailable', 'server.database-unavailable')
  const source = error instanceof Error && error.cause ? error.cause : error
  if (typeof source !== 'object' || source === null) return error
  const code = 'code' in source ? String(source.code) : ''
  if (code === 'ECONNRESET' || code === 'ECONNREFUSED' || code === 'EPIPE') {
    return new Refusal('unavailable', 'server.database-unavailable')
  }
  if (source instanceof Error && LOST_CONNECTION.has(source.message)) {
    return new Refusal('unavailable', 'server.database-unavailable')
  }
  return REFUSED_BY_STATE[code]?.() ?? error
}

function causeOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
