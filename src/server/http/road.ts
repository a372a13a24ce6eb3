import type { FastifyReply, FastifyRequest } from 'fastify'
import { type Actor, isCaller, pathsOf, personIdOf } from '../../kernel/actor.ts'
import { PAGE_OF } from '../../kernel/page-of.ts'
import { Refusal, refuseUnless } from '../../kernel/refusal.ts'
import { type Attempt, claimKey, hashOf, keepAnswer } from '../idempotency.ts'
import type { Download, Route, Stream, Work } from '../work.ts'
import { type Call, type Ground, workOf } from './ground.ts'
import { inputReaderOf } from './input.ts'
import { receive } from './receive.ts'
import { sendDownload } from './send-download.ts'
import { sendStream } from './send-stream.ts'
import { sessionOf } from './session-cookie.ts'
import { finish, type Prepared, prepare } from './stages.ts'

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

/** One transaction; what it leaves for afterwards happens only if it was committed. */
async function carryOut(ground: Ground, route: Route, call: Call) {
  const { endpoint } = route
  const { reply, actor } = call
  const attempt = attemptOf(route, call)
  const after: (() => void)[] = []
  const prepared = await prepare(ground, route, call)

  const outcome = await ground.database.transaction(modeOf(route), actor, async (transaction) => {
    const work = workOf(ground, call, { transaction, after })
    const known = attempt && (await claimKey(transaction.db, attempt))
    if (known) return { answer: known.answer, statements: transaction.statements() }
    const answer = await answerAndTrace(ground, route, { call, prepared, work })
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

type Carrying = { call: Call; prepared: Prepared | null; work: Work }

/** The trace of a read goes to the database together with what is read; a refusal takes both back. */
async function answerAndTrace(ground: Ground, route: Route, carrying: Carrying): Promise<unknown> {
  const { call, work } = carrying
  if (route.endpoint.reads !== 'person') return answerOf(route, carrying)
  const trace = () => ground.logRead(work, route.name, call.input)
  if (call.actor.kind !== 'person' || !call.actor.seenBy) {
    const [answer] = await Promise.all([answerOf(route, carrying), trace()])
    return answer
  }
  // Whoever looks through another's eyes leaves it in her own name, and nothing is read in the other's after that.
  const answer = await answerOf(route, carrying)
  await trace()
  return answer
}

async function answerOf(route: Route, { call, prepared, work }: Carrying): Promise<unknown> {
  if (prepared) return finish(prepared, work)
  return 'handle' in route ? route.handle(work, call.input, call.received) : undefined
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
