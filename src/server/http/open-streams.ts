import { refuseUnless } from '../../kernel/refusal.ts'

/** A person with more open windows than this is told to close some. */
const MOST_OF_A_PERSON = 8
const MOST_OF_ALL = 2_000

/** The streams that this process holds open. */
export type OpenStreams = {
  /** Refuses where there are too many already; answers with the way to forget it. */
  add(holder: string, end: () => void): () => void
  count(): number
  /** Before a stop: an open stream would keep the server from closing. Later ones end at once. */
  endAll(): void
}

export function openStreams(): OpenStreams {
  const streams = new Map<() => void, string>()
  let isClosing = false
  return {
    add(holder, end) {
      const own = [...streams.values()].filter((one) => one === holder).length
      refuseUnless(own < MOST_OF_A_PERSON && streams.size < MOST_OF_ALL, 'too-many', 'server.too-many')
      streams.set(end, holder)
      if (isClosing) setImmediate(end)
      return () => streams.delete(end)
    },
    count: () => streams.size,
    endAll() {
      isClosing = true
      for (const end of [...streams.keys()]) end()
    },
  }
}
