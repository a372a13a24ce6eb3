type Early = { headers: Record<string, string>; askedAt: number; answer: Promise<Response> }

/** What was asked longer ago than this may have changed since. */
const FRESH_MS = 15_000

/**
 * The answer to a question that `ask-early.js` put before the code had come: once, while fresh, and only if it was asked
 * in the same words, language and name. Null where it must be asked now.
 */
export async function takeEarly(path: string, headers: Record<string, string>): Promise<Response | null> {
  const early = askedEarly()?.get(path)
  if (!early) return null
  askedEarly()?.delete(path)
  if (performance.now() - early.askedAt > FRESH_MS || !isSame(early.headers, headers)) return null
  // A link that broke under the early question is tried again by asking.
  return early.answer.catch(() => null)
}

function isSame(some: Record<string, string>, others: Record<string, string>): boolean {
  const lines = (headers: Record<string, string>) => JSON.stringify(Object.entries(headers).sort())
  return lines(some) === lines(others)
}

function askedEarly(): Map<string, Early> | undefined {
  return Reflect.get(globalThis, 'askedEarly') as Map<string, Early> | undefined // only ask-early.js writes it
}
