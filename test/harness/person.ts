import { type Endpoint, type OutputOf, requestOf } from '../../src/kernel/contract.ts'
import { newId } from '../../src/kernel/id.ts'

export type Answered<Body> = { status: number; body: Body }

/** Somebody at running processes, who keeps her session wherever she calls. */
export type Person = {
  cookie: string
  call<E extends Endpoint>(
    url: string,
    endpoint: E,
    input: E['input']['_zod']['input'],
    how?: { key?: string; upload?: Uint8Array },
  ): Promise<Answered<OutputOf<E>>>
}

export function newPerson(): Person {
  const person: Person = {
    cookie: '',
    async call(url, endpoint, input, { key = newId(), upload } = {}) {
      const { path, body } = requestOf(endpoint, Object.assign({}, input))
      const response = await fetch(`${url}${path}`, {
        method: endpoint.method,
        headers: {
          origin: url,
          'idempotency-key': key,
          ...(body !== null && { 'content-type': 'application/json' }),
          ...(upload && { 'content-type': 'application/octet-stream' }),
          ...(person.cookie && { cookie: person.cookie }),
        },
        body: upload ? Buffer.from(upload) : body,
      })
      const given = response.headers.getSetCookie().find((line) => !line.includes('-device='))
      if (given !== undefined) person.cookie = given.split(';')[0] ?? ''
      return { status: response.status, body: JSON.parse((await response.text()) || 'null') }
    },
  }
  return person
}
