import type { FastifyReply, FastifyRequest } from 'fastify'
import { Refusal, type RefusalAnswer, type RefusalCode, refusalStatus } from '../../kernel/refusal.ts'
import type { Language } from '../../kernel/words.ts'
import { languageOf } from './language.ts'

export type Sentence = (code: RefusalCode, params: Record<string, string | number>, language: Language) => string

/** A refusal answers with its own sentence; anything else is a bug: logged once, here, and answered 500. */
export function answerError(sentence: Sentence) {
  return (error: unknown, request: FastifyRequest, reply: FastifyReply) => {
    const refusal = asRefusal(error)
    if (!refusal) request.log.error({ err: error, route: request.routeOptions.url }, 'bug')
    const status = refusal ? refusalStatus[refusal.refusalKind] : 500
    const code = refusal?.code ?? 'server.broken'
    const params = { ...refusal?.details.params, requestId: request.id }
    if (status === 503 || status === 429) reply.header('Retry-After', status === 503 ? '5' : '60')
    const answer: RefusalAnswer = { code, message: sentence(code, params, languageOf(request)), requestId: request.id }
    if (refusal?.details.fields) answer.fields = refusal.details.fields
    if (refusal?.details.current !== undefined) answer.current = refusal.details.current
    return reply.code(status).header('Cache-Control', 'no-store').send(answer)
  }
}

/** Fastify's own complaints about a body, or about what a file was asked for on condition of, are refusals too. */
function asRefusal(error: unknown): Refusal | null {
  if (error instanceof Refusal) return error
  const status = typeof error === 'object' && error !== null && 'statusCode' in error ? error.statusCode : 0
  // Files are received elsewhere, with a limit and words of their own: this was what a form sends.
  if (status === 413) return new Refusal('too-large', 'server.too-long', { params: { limit: 1 } })
  if (status === 400 || status === 412 || status === 415) return new Refusal('invalid', 'server.bad-input')
  return null
}
