import type { CallOptions, Send } from '../kernel/client.ts'
import { type Endpoint, type InputOf, requestOf } from '../kernel/contract.ts'
import { newId } from '../kernel/id.ts'
import { PAGE_OF } from '../kernel/page-of.ts'
import { RefusalSchema } from '../kernel/refusal.ts'
import { UPLOAD_LENGTH, UPLOAD_OFFSET, uploadContract } from '../kernel/upload.ts'
import { noteConnection } from './connection.ts'
import { currentLanguage } from './language.ts'
import { noteOwnRequest } from './own-requests.ts'
import { pageOf } from './page-of.ts'
import { ConnectionLost, Refused } from './refused.ts'
import { signInAgain } from './session.ts'
import { type Answer, carryByFetch, carryByUpload, type Request } from './transport.ts'
import { forgetTyping } from './unsaved-text.ts'
import { wordsIn } from './use-words.ts'
import { words } from './words.ts'

/**
 * Carries a call to the server. Throws `Refused` or `ConnectionLost`; a call whose answer was lost keeps its
 * idempotency key, so that repeating it does the thing once. An ended session is renewed over the screen first.
 */
export const send: Send = async (endpoint, input, options) => {
  const call = fingerprint(endpoint, input, options)
  const isRepeated = unanswered.has(call)
  const key = endpoint.method === 'GET' ? null : keyFor(call)
  const answer = await carry(endpoint, input, { ...options, key, isRepeated })
  if (answer.status === 401 && !endpoint.callers.includes('anyone') && (await signInAgain())) {
    return send(endpoint, input, options)
  }
  if (key) unanswered.delete(call)
  if (endpoint.method !== 'GET') noteOwnRequest(answer.requestId)
  if (endpoint.method !== 'GET' && answer.status < 300) forgetTyping()
  if (answer.status < 300) return answer.body
  throw refusedBy(answer)
}

/** Where a download or a page of the server lives, for an `<a href>`. */
export function hrefOf<E extends Endpoint>(endpoint: E, input: InputOf<E>): string {
  return requestOf(endpoint, input).path
}

type Keyed = CallOptions & { key: string | null; isRepeated: boolean }

async function carry(endpoint: Endpoint, input: Record<string, unknown>, options: Keyed): Promise<Answer> {
  const { path, body } = requestOf(endpoint, input)
  const headers: Record<string, string> = { accept: 'application/json', 'accept-language': currentLanguage() }
  if (body !== null) headers['content-type'] = 'application/json'
  if (options.key) headers['idempotency-key'] = options.key
  const drawnFor = pageOf()
  if (drawnFor) headers[PAGE_OF] = drawnFor
  const request = { method: endpoint.method, path, headers, body }
  try {
    const answer = await (options.upload ? carryFile(request, options.upload, options) : carryByFetch(request, options))
    noteConnection(true)
    return answer
  } catch (error) {
    if (error instanceof ConnectionLost) noteConnection(false)
    throw error
  }
}

/** A file whose link broke goes on from what has arrived, so that a weak link brings it in the end. */
async function carryFile(request: Request, file: Blob, options: Keyed): Promise<Answer> {
  const from = options.isRepeated && options.key ? await arrivedUnder(options.key, request.headers) : 0
  const headers = {
    ...request.headers,
    'content-type': 'application/octet-stream',
    [UPLOAD_OFFSET]: String(from),
    [UPLOAD_LENGTH]: String(file.size),
  }
  const { onProgress } = options
  const piece = { ...request, headers, body: file.slice(from) }
  const answer = await carryByUpload(piece, options.signal, (sent) =>
    onProgress?.(file.size === 0 ? 1 : Math.min(1, (from + sent) / file.size)),
  )
  // More had arrived than we were told: ask again, as after a broken link.
  if (RefusalSchema.safeParse(answer.body).data?.code === 'server.wrong-offset') throw new ConnectionLost()
  return answer
}

async function arrivedUnder(key: string, headers: Record<string, string>): Promise<number> {
  const { path } = requestOf(uploadContract.findUpload, { key })
  const { status, body } = await carryByFetch({ method: 'GET', path, headers, body: null }, {})
  const found = uploadContract.findUpload.output.safeParse(body)
  return status === 200 && found.success ? found.data.size : 0
}

/** Keys of the calls whose answer has not come: the same call asked again takes the same key. */
const unanswered = new Map<string, string>()

function keyFor(call: string): string {
  const key = unanswered.get(call) ?? newId<'call'>()
  unanswered.set(call, key)
  return key
}

function fingerprint(endpoint: Endpoint, input: Record<string, unknown>, { upload }: CallOptions): string {
  const file = upload ? [upload.size, upload instanceof File ? [upload.name, upload.lastModified] : null] : null
  return JSON.stringify([endpoint.method, endpoint.path, input, file])
}

function refusedBy({ status, body, requestId }: Answer): Refused {
  const parsed = RefusalSchema.safeParse(body)
  if (parsed.success) return new Refused(parsed.data, status)
  const message = wordsIn(words)(status === 413 ? 'send.tooLarge' : 'send.notUnderstood')
  return new Refused({ code: 'web.answer-not-understood', message, requestId }, status)
}
