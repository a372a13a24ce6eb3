import { type Contract, type Endpoint, type InputOf, type OutputOf, requestOf } from './contract.ts'

export type CallOptions = { signal?: AbortSignal; upload?: Blob; onProgress?: (share: number) => void }

/** Carries one call to the server: by fetch in the browser, by other means elsewhere. */
export type Send = (endpoint: Endpoint, input: Record<string, unknown>, options: CallOptions) => Promise<unknown>

export type Client<C extends Contract> = {
  [K in keyof C]: (input: InputOf<C[K]>, options?: CallOptions) => Promise<OutputOf<C[K]>>
}

/** A function for each endpoint of the contract, typed by it; no code is generated. */
export function createClient<C extends Contract>(contract: C, send: Send): Client<C> {
  const calls = Object.entries(contract).map(([name, endpoint]) => {
    const call = (input: Record<string, unknown>, options: CallOptions = {}) => send(endpoint, input, options)
    endpoints.set(call, endpoint)
    return [name, call]
  })
  return Object.fromEntries(calls) as Client<C> // the entries are those of the contract, name by name
}

const endpoints = new WeakMap<object, Endpoint>()

/** The address under which a function of a client would ask with this input; null for any other function. */
export function pathOf(call: object, input: unknown): string | null {
  const endpoint = endpoints.get(call)
  return endpoint ? requestOf(endpoint, { ...Object(input) }).path : null
}
