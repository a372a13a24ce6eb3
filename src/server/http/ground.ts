import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Actor } from '../../kernel/actor.ts'
import type { Database, Transaction } from '../database.ts'
import type { FileStore, Received } from '../file-store.ts'
import { limit } from '../limits.ts'
import type { Work } from '../work.ts'
import { deviceOf } from './device.ts'
import { languageOf } from './language.ts'
import type { OpenStreams } from './open-streams.ts'
import { clearSession, deviceMarkOf, setDeviceMark, setSession } from './session-cookie.ts'

/** What the road needs from the one place that knows everything. */
export type Ground = {
  database: Database
  now(): Date
  /** Who holds this session; nobody when it is unknown or over. */
  identify(token: string | null, now: Date): Promise<Actor>
  /** Puts a job into the queue inside the caller's transaction. */
  enqueue(transaction: Transaction, job: string, payload: Record<string, string>): Promise<void>
  /** Lets the workers look at the queue at once. */
  wake(job: string): void
  /** Writes the read log of an endpoint that reads a person's card. */
  logRead(work: Work, route: string, input: unknown): Promise<void>
  /** Tells everybody who sees it that something has changed, if anything has; inside the change's transaction. */
  announce(work: Work): Promise<void>
  streams: OpenStreams
  store: FileStore
  tokenOf(id: string): string
  secure: boolean
}

/** One request on its way: who asks for what, and when. */
export type Call = {
  request: FastifyRequest
  reply: FastifyReply
  actor: Actor
  now: Date
  input: unknown
  received: Received | undefined
}

type Within = {
  transaction: Transaction
  /** What is left for afterwards: it happens only if the transaction was committed. */
  after: (() => void)[]
}

/** What a service is given in this transaction. */
export function workOf(ground: Ground, { request, reply, actor, now }: Call, { transaction, after }: Within): Work {
  return {
    actor,
    now,
    db: transaction.db,
    requestId: request.id,
    language: languageOf(request),
    address: request.ip,
    device: deviceOf(request.headers['user-agent'] ?? ''),
    deviceMark: deviceMarkOf(request, ground.secure),
    store: ground.store,
    tokenOf: ground.tokenOf,
    limit: (key, most, seconds) => limit(ground.database, key, most, seconds),
    enqueue: async (job, payload) => {
      await ground.enqueue(transaction, job, payload)
      after.push(() => ground.wake(job))
    },
    setSession: (token) =>
      after.push(() => (token ? setSession(reply, token, ground.secure) : clearSession(reply, ground.secure))),
    setDeviceMark: (mark) => after.push(() => setDeviceMark(reply, mark, ground.secure)),
    recorded: { entries: [], organisationIds: new Set() },
  }
}
