import { useSyncExternalStore } from 'react'

const listeners = new Set<() => void>()
let lost = false

/** Told by `send` after every call: did an answer come? */
export function noteConnection(isThere: boolean): void {
  if (lost === !isThere) return
  lost = !isThere
  for (const listener of listeners) listener()
}

/** The last call got no answer; what was typed is kept and calls are repeated by themselves. */
export function useConnectionLost(): boolean {
  return useSyncExternalStore(subscribe, () => lost)
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
