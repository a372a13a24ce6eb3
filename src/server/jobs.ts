import PgBoss from 'pg-boss'
import type { Transaction } from './database.ts'
import { type JobWorker, startJobWorker } from './job-worker.ts'
import { withClient } from './postgres/with-client.ts'

/** A job is a name and ids; its body is one service call, safe to repeat. `giveUp` is told after the last try. */
export type JobBody = {
  run(payload: Record<string, string>): Promise<void>
  giveUp?(payload: Record<string, string>): Promise<void>
  /** How long it may take before it is believed dead; a quarter of an hour unless said. */
  atMostSeconds?: number
}

export type Jobs = {
  /** Puts a job into the queue inside the caller's transaction: no commit, no job. `notBefore` in the payload is the moment it waits for. */
  enqueue(transaction: Transaction, job: string, payload: Record<string, string>): Promise<void>
  /** Lets this process look at the queue at once. */
  wake(job: string): void
  /** From now on this process takes no job; waits for those under way. */
  rest(): Promise<void>
  stop(): Promise<void>
}

const SCHEMA = 'pgboss'
const TRIES = 3
/** So long a job belongs to the worker that took it; of one that was killed it is taken over afterwards. */
const LEASE_SECONDS = 120
const LOOK_FOR_LOST_SECONDS = 20
/** A job waits for its day however long the server was off, and whatever its clock said meanwhile. */
const KEPT_DAYS = 3650
/** Longer than any pause between two tries. */
const AHEAD = '10 minutes'

/** Makes the queues as the owner: the application's role may use them, not change them. */
export async function prepareJobs(ownerUrl: string, appRole: string, names: readonly string[]): Promise<void> {
  const boss = new PgBoss({ connectionString: ownerUrl, supervise: false, schedule: false, max: 1 })
  await boss.start()
  const policy = {
    retryLimit: TRIES,
    retryDelay: 5,
    retryBackoff: true,
    expireInSeconds: LEASE_SECONDS,
    retentionDays: KEPT_DAYS,
  }
  for (const name of names) {
    await boss.createQueue(name, { name, ...policy })
    await boss.updateQueue(name, { name, ...policy })
  }
  await boss.stop({ graceful: false })
  await withClient(ownerUrl, async (client) => {
    const role = client.escapeIdentifier(appRole)
    await client.query(`grant usage on schema ${SCHEMA} to ${role}`)
    await client.query(`grant select, insert, update, delete on all tables in schema ${SCHEMA} to ${role}`)
    await client.query(`grant execute on all functions in schema ${SCHEMA} to ${role}`)
  })
}

/** Starts working through the queues of these jobs. */
export async function startJobs(
  appUrl: string,
  bodies: Record<string, JobBody>,
  onError: (job: string, error: unknown) => void,
): Promise<Jobs> {
  const boss = new PgBoss({
    ...{ connectionString: appUrl, migrate: false, schedule: false, max: 2 },
    maintenanceIntervalSeconds: LOOK_FOR_LOST_SECONDS,
  })
  boss.on('error', (error) => onError('pg-boss', error))
  await boss.start()
  const lookAtClock = () =>
    comeBackFromAhead((text) => boss.getDb().executeSql(text, [])).catch((error: unknown) => onError('pg-boss', error))
  await lookAtClock()
  const looking = setInterval(lookAtClock, LOOK_FOR_LOST_SECONDS * 1000).unref()
  const workers = new Map<string, JobWorker>()
  for (const [name, body] of Object.entries(bodies)) {
    const run = async (job: { data: Record<string, string>; retryCount: number; retryLimit: number }) => {
      try {
        await body.run(job.data)
      } catch (error) {
        onError(name, error)
        if (job.retryCount >= job.retryLimit) await body.giveUp?.(job.data)
        throw error
      }
    }
    workers.set(name, startJobWorker(boss, name, { run, onError: (error) => onError('pg-boss', error) }))
  }
  const rest = async () => void (await Promise.all([...workers.values()].map((worker) => worker.rest())))
  return {
    rest,
    async enqueue({ client }, job, payload) {
      const db = {
        executeSql: async (text: string, values: unknown[]) => {
          const { rows } = await client.query(text, values)
          return { rows }
        },
      }
      const atMost = bodies[job]?.atMostSeconds
      const id = await boss.send(job, payload, {
        db,
        ...(payload.notBefore && { startAfter: new Date(payload.notBefore) }),
        ...(atMost && { expireInSeconds: atMost }),
      })
      if (!id) throw new Error(`the queue did not take ${job}`)
    },
    wake(job) {
      workers.get(job)?.wake()
    },
    async stop() {
      clearInterval(looking)
      await rest()
      await boss.stop({ graceful: false })
    },
  }
}

/**
 * Where the clock of the database ran ahead and was put right: what was left or taken meanwhile would wait for that
 * future, and so would the search for lost jobs. A job that waits for a moment of its own goes on waiting.
 */
export async function comeBackFromAhead(execute: (text: string) => Promise<unknown>): Promise<void> {
  await execute(`update ${SCHEMA}.job set start_after = now()
    where state in ('created', 'retry') and start_after > now() + interval '${AHEAD}' and data->>'notBefore' is null`)
  await execute(`update ${SCHEMA}.job set started_on = now()
    where state = 'active' and started_on > now() + interval '${AHEAD}'`)
  await execute(`update ${SCHEMA}.version set maintained_on = now(), monitored_on = now()
    where greatest(maintained_on, monitored_on) > now() + interval '${AHEAD}'`)
}
