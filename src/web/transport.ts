import type { CallOptions } from '../kernel/client.ts'
import { ConnectionLost } from './refused.ts'

export type Request = {
  method: string
  path: string
  headers: Record<string, string>
  body: string | Blob | null
}

export type Answer = { status: number; body: unknown; requestId: string }

/** Longer silence than this is a lost connection; long work is a job, never a call. */
const SILENCE_MS = 45_000

/**
 * A gateway answers so while the server is down, and the server while it starts or its database is away. What became
 * of a change is not known then: it is asked again under its own key.
 */
const awayStatuses = [502, 503, 504]

export async function carryByFetch({ path, ...request }: Request, { signal }: CallOptions): Promise<Answer> {
  const stop = new AbortController()
  const giveUp = () => stop.abort()
  signal?.addEventListener('abort', giveUp)
  const clock = setTimeout(giveUp, SILENCE_MS)
  try {
    const response = await fetch(path, { ...request, signal: stop.signal, credentials: 'same-origin' })
    return read(response.status, await response.text(), response.headers.get('x-request-id'))
  } catch (error) {
    if (signal?.aborted) throw signal.reason
    throw lostBy(error)
  } finally {
    clearTimeout(clock)
    signal?.removeEventListener('abort', giveUp)
  }
}

/** An upload: the only way to show how many bytes have gone. Silence is measured from the last piece that went. */
export function carryByUpload(
  { method, path, headers, body }: Request,
  signal: AbortSignal | undefined,
  onSent: (bytes: number) => void,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const carrier = new XMLHttpRequest()
    const giveUp = () => carrier.abort()
    let clock = setTimeout(giveUp, SILENCE_MS)
    carrier.open(method, path)
    for (const [name, value] of Object.entries(headers)) carrier.setRequestHeader(name, value)
    carrier.upload.onprogress = (event) => {
      clearTimeout(clock)
      clock = setTimeout(giveUp, SILENCE_MS)
      onSent(event.loaded)
    }
    carrier.onload = () => {
      try {
        resolve(read(carrier.status, carrier.responseText, carrier.getResponseHeader('x-request-id')))
      } catch (error) {
        reject(error)
      }
    }
    carrier.onerror = () => reject(new ConnectionLost())
    carrier.onabort = () => reject(signal?.aborted ? signal.reason : new ConnectionLost())
    carrier.onloadend = () => {
      clearTimeout(clock)
      signal?.removeEventListener('abort', giveUp)
    }
    signal?.addEventListener('abort', giveUp)
    carrier.send(body)
  })
}

function read(status: number, text: string, requestId: string | null): Answer {
  if (awayStatuses.includes(status)) throw new ConnectionLost()
  return { status, body: parse(text), requestId: requestId ?? '' }
}

/** An answer that is no JSON is no answer of ours: null, and the caller says so. */
function parse(text: string): unknown {
  try {
    return text === '' ? null : JSON.parse(text)
  } catch {
    return null
  }
}

/** fetch throws a TypeError or an abort for a broken link; anything else is a bug and travels on. */
function lostBy(error: unknown): unknown {
  return error instanceof TypeError || error instanceof DOMException ? new ConnectionLost() : error
}
