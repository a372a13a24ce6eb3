import type { Contract, Endpoint, InputOf, OutputOf } from './contract.ts'

export type CallOptions = { signal?: AbortSignal; upload?: Blob; onProgress?: (share: number) => void }

/** Carries one call to the server: by fetch in the browser, by other means elsewhere. */
export type Send = (endpoint: Endpoint, input: Record<string, unknown>, options: CallOptions) => Promise<unknown>

export type Client<C extends Contract> = {
  [K in keyof C]: (input: InputOf<C[K]>, options?: CallOptions) => Promise<OutputOf<C[K]>>
}

/** A function for each endpoint of the contract, typed by it; no code is generated. */
export function createClient<C extends Contract>(contract: C, send: Send): Client<C> {
  const calls = Object.entries(contract).map(([name, endpoint]) => [
    name,
    (input: Record<string, unknown>, options: CallOptions = {}) => send(endpoint, input, options),
  ])
  return Object.fromEntries(calls) as Client<C> // the entries are those of the contract, name by name
}
