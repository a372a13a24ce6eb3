import * as z from 'zod'
import type { Caller } from './actor.ts'

export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE'

/**
 * One thing that may be asked. `input` joins the path's parameters, the query and the body in one object.
 * `reads: 'person'`: the road writes the read log. `upload`: the body is a raw file of at most so many bytes.
 * `download`: the answer is a file, not JSON. `stream`: the answer goes on, event after event, each of the output's shape.
 */
export type Endpoint = {
  method: Method
  path: `/${string}`
  callers: readonly Caller[]
  input: z.ZodObject
  output: z.ZodType
  reads?: 'person'
  upload?: { maxBytes: number }
  download?: true
  stream?: true
  /** Called by programs that know no page of ours and send no Origin: a secret in its input, and nothing else, opens it. */
  fromOutside?: true
  /** The one change that is open to an administrator who looks through another's eyes: to come back. */
  leavesView?: true
}

export type Contract = Record<string, Endpoint>

/** Keeps every endpoint's own types; an endpoint without callers does not compile and does not start. */
export function defineContract<const C extends Contract>(contract: C): C {
  return contract
}

export type InputOf<E extends Endpoint> = z.input<E['input']>
export type ParsedInputOf<E extends Endpoint> = z.output<E['input']>
export type OutputOf<E extends Endpoint> = z.output<E['output']>

/** A moment on the wire: ISO 8601 in UTC. Deadlines are `Day`s, never moments. */
export const Moment = z.iso.datetime()

// An integer of the database still has to hold the next one.
const MOST_CHANGES = 2 ** 31 - 2

/** The concurrency counter that every change of an existing row must bring back. */
export const RowVersion = z.int().min(1).max(MOST_CHANGES)

/** The output of an endpoint that answers with a file. */
export const FileAnswer = z.null()

/** The answer of a change that has nothing to say. */
export const Done = z.object({ done: z.literal(true) })
export const done = { done: true as const }

/** The request that carries this input: path parameters in the path, the rest in the query or the body. */
export function requestOf(endpoint: Endpoint, input: Record<string, unknown>) {
  const rest = { ...input }
  const path = endpoint.path.replace(/:([A-Za-z]+)/g, (_, name: string) => {
    const value = rest[name]
    delete rest[name]
    return encodeURIComponent(String(value))
  })
  if (endpoint.method !== 'GET' && !endpoint.upload) return { path: `/api${path}`, body: JSON.stringify(rest) }
  const query = queryOf(rest)
  return { path: `/api${path}${query ? `?${query}` : ''}`, body: null }
}

function queryOf(values: Record<string, unknown>): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(values)) {
    if (value === undefined || value === null) continue
    for (const one of Array.isArray(value) ? value : [value]) query.append(name, String(one))
  }
  return query.toString()
}
