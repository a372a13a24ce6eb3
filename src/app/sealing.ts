import { sealNext } from '../features/audit/seal.service.ts'
import type { Perform } from './perform.ts'

const EVERY_MS = 60_000

/** Seals the audit every minute while this process lives; several processes take turns. Answers with the way to stop. */
export function startSealing(perform: Perform, onError: (error: unknown) => void): () => Promise<void> {
  let current: Promise<void> = Promise.resolve()
  const clock = setInterval(() => {
    current = current.then(() => sealAll(perform)).catch(onError)
  }, EVERY_MS)
  clock.unref()
  return async () => {
    clearInterval(clock)
    await current
  }
}

/** Each seal is a transaction of its own: a long backlog holds nobody up. */
export async function sealAll(perform: Perform): Promise<void> {
  while (await perform({ kind: 'job', name: 'audit.seal' }, sealNext));
}
