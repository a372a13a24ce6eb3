import type { FastifyReply, FastifyRequest } from 'fastify'
import { type Actor, isCaller, pathsOf, personIdOf } from '../../kernel/actor.ts'
import { PAGE_OF } from '../../kernel/page-of.ts'
import { Refusal, refuseUnless } from '../../kernel/refusal.ts'
import type { Database, Transaction } from '../database.ts'
import type { FileStore, Received } from '../file-store.ts'
import { type Attempt, claimKey, hashOf, keepAnswer } from '../idempotency.ts'
import { limit } from '../limits.ts'
import type { Download, Route, Stream, Work } from '../work.ts'
import { deviceOf } from './device.ts'
import { inputReaderOf } from './input.ts'
import { languageOf } from './language.ts'
import type { OpenStreams } from './open-streams.ts'
import { receive } from './receive.ts'
import { sendDownload } from './send-download.ts'
import { sendStream } from './send-stream.ts'
import { clearSession, deviceMarkOf, sessionOf, setDeviceMark, setSession } from './session-cookie.ts'

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

/** The one road that every request takes, screen and link alike. */
export function roadOf(ground: Ground, route: Route) {
  const { endpoint } = route
  const readInput = inputReaderOf(endpoint)
  return async (request: FastifyRequest, reply: FastifyReply) => {
    const now = ground.now()
    const actor = await ground.identify(sessionOf(request, ground.secure), now)
    refuseUnless(isPageOf(actor, request) || endpoint.callers.includes('anyone'), 'unknown', 'server.another-person')
    const allowed = isCaller(actor, endpoint.callers)
    refuseUnless(allowed || actor.kind !== 'nobody', 'unknown', 'server.not-signed-in')
    refuseUnless(allowed, 'forbidden', 'server.not-allowed')

    const isLooking = actor.kind === 'person' && actor.seenBy !== undefined
    const mayChange = !isLooking || endpoint.method === 'GET' || endpoint.leavesView === true
    refuseUnless(mayChange, 'forbidden', 'server.looking-only')

    const input = readInput(request)
    const received = endpoint.upload
      ? await receive(request, { actor, maxBytes: endpoint.upload.maxBytes, incoming: ground.store.incoming })
      : undefined
    try {
      return await carryOut(ground, route, { request, reply, actor, now, input, received })
    } finally {
      if (received) await ground.store.discard(received)
    }
  }
}

/** A page that was drawn for one person does nothing in the name of another, who has signed in beside it. */
function isPageOf(actor: Actor, { headers }: FastifyRequest): boolean {
  const drawnFor = headers[PAGE_OF]
  if (drawnFor === undefined || actor.kind !== 'person') return true
  return drawnFor === actor.personId || drawnFor === actor.seenBy?.personId
}

type Call = {
  request: FastifyRequest
  reply: FastifyReply
  actor: Actor
  now: Date
  input: unknown
  received: Received | undefined
}

/** One transaction; what it leaves for afterwards happens only if it was committed. */
async function carryOut(ground: Ground, route: Route, call: Call) {
  const { endpoint } = route
  const { request, reply, actor, now, input, received } = call
  const attempt = attemptOf(route, call)
  const after: (() => void)[] = []

  const outcome = await ground.database.transaction(modeOf(route), actor, async (transaction) => {
    const work: Work = {
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
    const known = attempt && (await claimKey(transaction.db, attempt))
    if (known) return { answer: known.answer, statements: transaction.statements() }
    const answer = await route.handle(work, input, received)
    if (endpoint.reads === 'person') await ground.logRead(work, route.name, input)
    if (endpoint.method !== 'GET' && work.recorded.entries.length === 0)
      throw new Error(`${route.name} left no audit record`)
    await ground.announce(work)
    if (attempt) await keepAnswer(transaction.db, attempt, answer)
    return { answer, statements: transaction.statements() }
  })

  for (const effect of after) effect()
  reply.header('Server-Timing', `sql;desc="${outcome.statements} statements"`)
  // Only endpoints that declare `stream` answer with a Stream.
  if (endpoint.stream) return sendStream(reply, outcome.answer as Stream<unknown>, sendingOf(ground, route, call))
  // Only endpoints that declare `download` answer with a Download.
  if (endpoint.download) return sendDownload(reply, outcome.answer as Download)
  return reply.send(outcome.answer)
}

function sendingOf(ground: Ground, { endpoint }: Route, { request, actor }: Call) {
  const token = sessionOf(request, ground.secure)
  return {
    endpoint,
    streams: ground.streams,
    holder: personIdOf(actor) ?? actor.kind,
    async isCurrent() {
      try {
        const again = await ground.identify(token, ground.now())
        return again.kind === actor.kind && pathsOf(again).join() === pathsOf(actor).join()
      } catch (error) {
        // While the database cannot be asked, nothing is told either.
        if (error instanceof Refusal) return true
        throw error
      }
    },
  }
}

function modeOf({ endpoint }: Route) {
  return endpoint.method === 'GET' && endpoint.reads !== 'person' ? ('read only' as const) : ('read write' as const)
}

/** Every POST of a known person is done once per key; who is nobody yet (sign-in) has nothing to keep an answer by. */
function attemptOf(route: Route, { request, actor, received, now }: Call): Attempt | null {
  if (route.endpoint.method !== 'POST' || actor.kind !== 'person') return null
  const key = request.headers['idempotency-key']
  refuseUnless(typeof key === 'string' && key.length >= 8 && key.length <= 80, 'invalid', 'server.key-needed')
  const body = received ? received.sha256 : JSON.stringify(request.body ?? null)
  return { actor: actor.personId, key, hash: hashOf(route.name, request.url, body), now }
}
