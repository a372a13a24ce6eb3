import { keepPreviousData, QueryClient, type UseQueryResult, useQuery } from '@tanstack/react-query'
import { type CallOptions, pathOf } from '../kernel/client.ts'
import { takeEarly } from './early-answers.ts'
import { ConnectionLost } from './refused.ts'

/** A function of a client: `client.loadRoadMap`. */
export type Call<Input, Output> = (input: Input, options?: CallOptions) => Promise<Output>

/** Refusals are final; a lost connection is tried again until it is back. */
const retry = (_count: number, error: Error) => error instanceof ConnectionLost
const retryDelay = (count: number) => Math.min(1000 * 2 ** count, 10_000)

/** `networkMode: 'always'`: the browser knows nothing of the office's own network. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: { retry, retryDelay, networkMode: 'always', staleTime: 5000 },
    mutations: { retry, retryDelay, networkMode: 'always' },
  },
})

export type UseCallOptions = {
  /** Not asked while false. */
  enabled?: boolean
  /** Shows the answer to the previous input while the next is on its way: filters, pages. */
  keepPrevious?: boolean
  /** Asks again after so many milliseconds: long work that is being watched. */
  every?: number | false
}

/** What the server answers to this input, kept fresh: `useCall(client.loadRoadMap, { id })`. */
export function useCall<Input, Output>(
  call: Call<Input, Output>,
  input: Input,
  { enabled = true, keepPrevious = false, every = false }: UseCallOptions = {},
): UseQueryResult<Output> {
  return useQuery({
    queryKey: [nameOf(call), input],
    queryFn: ({ signal }) => call(input, { signal }),
    enabled,
    initialData: () => (enabled ? early(call, input) : undefined),
    refetchInterval: every,
    ...(keepPrevious ? { placeholderData: keepPreviousData } : {}),
  })
}

/** What the page brought with it is on the screen as soon as the screen is. */
function early<Input, Output>(call: Call<Input, Output>, input: Input): Output | undefined {
  const path = pathOf(call, input)
  return path === null ? undefined : (takeEarly(path) as Output | undefined) // the server answered the very same question
}

/** Asks again whatever is on the screen; with calls named, only those. Everything shown is derived, so all is the rule. */
export async function refresh(calls?: readonly Call<never, unknown>[]): Promise<void> {
  if (!calls) return queryClient.invalidateQueries()
  await Promise.all(calls.map((call) => queryClient.invalidateQueries({ queryKey: [nameOf(call)] })))
}

/** Puts an answer that came with a change where `useCall` of this input will find it. */
export function remember<Input, Output>(call: Call<Input, Output>, input: Input, output: Output): void {
  queryClient.setQueryData([nameOf(call), input], output)
}

const names = new WeakMap<object, number>()
let named = 0

/** A client's functions live as long as the page: each is its own name. */
function nameOf(call: Call<never, unknown>): number {
  const name = names.get(call) ?? ++named
  names.set(call, name)
  return name
}
