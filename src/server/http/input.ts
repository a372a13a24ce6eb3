import type { FastifyRequest } from 'fastify'
import type { Endpoint } from '../../kernel/contract.ts'
import { withoutDirections } from '../../kernel/direction-marks.ts'
import { Refusal } from '../../kernel/refusal.ts'

/** NUL and half of a surrogate pair: nobody types them, and PostgreSQL stores neither. */
const UNSTORABLE = /\0|\p{Surrogate}/u

/** Signs that take no room, pasted from web pages: a name or a remark of nothing else could be seen by nobody. */
const WITHOUT_TRACE = /[\p{Default_Ignorable_Code_Point}\u2800]/u
const WITH_TRACE = /[^\s\p{Default_Ignorable_Code_Point}\u2800]/u

// Of a thousand unknown names the first few say enough.
const LONGEST_MESSAGE = 200

/** How an endpoint's requests are read; made once, because zod compiles a schema at its first use. */
export function inputReaderOf(endpoint: Endpoint): (request: FastifyRequest) => unknown {
  const schema = endpoint.input.strict()
  return (request) => {
    const parsed = schema.safeParse(joinedOf(endpoint, request))
    if (!parsed.success) {
      const issues = parsed.error.issues.slice(0, 20)
      throw badInput(
        issues.map(({ path, message }) => ({ path: path.join('.'), message: message.slice(0, LONGEST_MESSAGE) })),
      )
    }
    const [unstorable] = textsIn(parsed.data, (text) => UNSTORABLE.test(text))
    if (unstorable !== undefined) throw badInput([{ path: unstorable, message: 'unstorable' }])
    const [invisible] = textsIn(parsed.data, isInvisible)
    if (invisible !== undefined) throw badInput([{ path: invisible, message: 'invisible' }])
    return withPlainTexts(parsed.data)
  }
}

/** Path parameters, query and body in one object: what no contract names is refused, and what two of them say. */
function joinedOf(endpoint: Endpoint, request: FastifyRequest): object {
  const parts = [request.query, request.params, endpoint.upload ? {} : (request.body ?? {})].flatMap((part) =>
    typeof part === 'object' && part !== null ? [part] : [],
  )
  const names = parts.flatMap((part) => Object.keys(part))
  const twice = names.find((name, place) => names.indexOf(name) !== place)
  if (twice !== undefined) throw badInput([{ path: twice, message: 'said twice' }])
  return Object.assign({}, ...parts)
}

function badInput(fields: { path: string; message: string }[]): Refusal {
  return new Refusal('invalid', 'server.bad-input', { fields })
}

function isInvisible(text: string): boolean {
  return WITHOUT_TRACE.test(text) && !WITH_TRACE.test(text)
}

/** Where in a parsed input, whose depth the contract bounds, such texts stand. */
function textsIn(value: unknown, isMeant: (text: string) => boolean, path: string[] = []): string[] {
  if (typeof value === 'string') return isMeant(value) ? [path.join('.')] : []
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, part]) => textsIn(part, isMeant, [...path, name]))
}

/** The same input, whose texts turn no words beside them. */
function withPlainTexts(value: unknown): unknown {
  if (typeof value === 'string') return withoutDirections(value)
  if (Array.isArray(value)) return value.map(withPlainTexts)
  if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== Object.prototype) return value
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, withPlainTexts(part)]))
}
