import type { FastifyRequest } from 'fastify'
import type { Endpoint } from '../../kernel/contract.ts'
import { Refusal } from '../../kernel/refusal.ts'

/** Joins path parameters, query and body, and parses them with the contract: unknown keys are refused. */
export function inputOf(endpoint: Endpoint, request: FastifyRequest): unknown {
  const parts = [request.query, request.params, endpoint.upload ? {} : (request.body ?? {})]
  const joined = Object.assign({}, ...parts.filter((part) => typeof part === 'object' && part !== null))
  const parsed = endpoint.input.strict().safeParse(joined)
  if (parsed.success) return parsed.data
  throw new Refusal('invalid', 'server.bad-input', {
    fields: parsed.error.issues.slice(0, 20).map((issue) => ({ path: issue.path.join('.'), message: issue.message })),
  })
}
