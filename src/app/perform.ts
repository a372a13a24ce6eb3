import { createHmac } from 'node:crypto'
import type { Actor } from '../kernel/actor.ts'
import { newId } from '../kernel/id.ts'
import type { Clock } from '../server/clock.ts'
import type { Database } from '../server/database.ts'
import type { FileStore } from '../server/file-store.ts'
import type { Jobs } from '../server/jobs.ts'
import { limit } from '../server/limits.ts'
import type { Work } from '../server/work.ts'
import { afterChange } from './after-change.ts'

/** One service call by the operator or by a job, on the same road as everyone: one transaction, recorded. */
export type Perform = <T>(actor: Actor, call: (work: Work) => Promise<T>) => Promise<T>

export type PerformGround = {
  database: Database
  clock: Clock
  store: FileStore
  tokenOf(id: string): string
  jobs: Pick<Jobs, 'enqueue' | 'wake'>
}

export function performOver({ database, clock, store, tokenOf, jobs }: PerformGround): Perform {
  return async (actor, call) => {
    const after: (() => void)[] = []
    const result = await database.transaction('read write', actor, async (transaction) => {
      const work: Work = {
        actor,
        now: clock.now(),
        db: transaction.db,
        requestId: newId(),
        language: 'ru',
        address: 'local',
        device: '—',
        deviceMark: null,
        store,
        tokenOf,
        limit: (key, most, seconds) => limit(database, key, most, seconds),
        enqueue: async (job, payload) => {
          await jobs.enqueue(transaction, job, payload)
          after.push(() => jobs.wake(job))
        },
        setSession: () => undefined,
        setDeviceMark: () => undefined,
        recorded: { entries: [], organisationIds: new Set() },
      }
      const answer = await call(work)
      await afterChange(work)
      return answer
    })
    for (const effect of after) effect()
    return result
  }
}

/** The secret token that belongs to an id of this installation. */
export function tokensFrom(secret: string): (id: string) => string {
  return (id) => createHmac('sha256', secret).update(id).digest('base64url')
}
