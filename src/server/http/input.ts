import type { FastifyRequest } from 'fastify'
import type { Endpoint } from '../../kernel/contract.ts'
import { Refusal } from '../../kernel/refusal.ts'

/** NUL and half of a surrogate pair: nobody types them, and PostgreSQL stores neither. */
const UNSTORABLE = /\0|\p{Surrogate}/u

/** Joins path parameters, query and body, and parses them with the contract: unknown keys are refused. */
export function inputOf(endpoint: Endpoint, request: FastifyRequest): unknown {
  const parts = [request.query, request.params, endpoint.upload ? {} : (request.body ?? {})]
  const joined = Object.assign({}, ...parts.filter((part) => typeof part === 'object' && part !== null))
  const parsed = endpoint.input.strict().safeParse(joined)
  if (parsed.success) {
    const [path] = unstorableIn(parsed.data)
    if (path === undefined) return parsed.data
    throw new Refusal('invalid', 'server.bad-input', { fields: [{ path, message: 'unstorable' }] })
  }
  throw new Refusal('invalid', 'server.bad-input', {
    fields: parsed.error.issues.slice(0, 20).map((issue) => ({ path: issue.path.join('.'), message: issue.message })),
  })
}

/** Where in a parsed input, whose depth the contract bounds, such a character stands. */
function unstorableIn(value: unknown, path: string[] = []): string[] {
  if (typeof value === 'string') return UNSTORABLE.test(value) ? [path.join('.')] : []
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, part]) => unstorableIn(part, [...path, name]))
}
