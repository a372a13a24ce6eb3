import { randomUUID } from 'node:crypto'
import { type Agent, get, request } from 'node:http'
import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import { type Endpoint, requestOf } from '../../src/kernel/contract.ts'

export type Answer = { status: number; requestId: string; text: string; milliseconds: number }
export type Door = { port: number; cookie: string; agent: Agent }

const unzip = promisify(gunzip)

/** One request as a browser sends it, timed up to the last byte. */
export async function send(door: Door, endpoint: Endpoint, input: Record<string, unknown>): Promise<Answer> {
  const { path, body } = requestOf(endpoint, input)
  const began = performance.now()
  const { status, headers, bytes } = await exchange(door, endpoint.method, { path, body })
  const milliseconds = performance.now() - began
  const plain = headers['content-encoding'] === 'gzip' ? await unzip(bytes) : bytes
  return { status, requestId: String(headers['x-request-id']), text: plain.toString(), milliseconds }
}

type Received = { status: number; headers: Record<string, string | string[] | undefined>; bytes: Buffer }

function exchange({ port, cookie, agent }: Door, method: string, asked: { path: string; body: string | null }) {
  const { path, body } = asked
  const origin = `http://127.0.0.1:${port}`
  const forChange = {
    origin,
    'sec-fetch-site': 'same-origin',
    'content-type': 'application/json',
    'idempotency-key': randomUUID(),
  }
  const headers = { cookie, 'accept-encoding': 'gzip', ...(method !== 'GET' && forChange) }
  return new Promise<Received>((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port, path, method, agent, headers }, (response) => {
      const pieces: Buffer[] = []
      response.on('data', (piece: Buffer) => pieces.push(piece))
      response.on('error', reject)
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, bytes: Buffer.concat(pieces) }),
      )
    })
    sent.on('error', reject)
    sent.end(body ?? undefined)
  })
}

/** Holds a stream open, as every window does, and hears of changes; answers with the way to stop. */
export function follow({ port, cookie }: Omit<Door, 'agent'>, hear: (by: string | null) => void): () => void {
  const sent = get({ host: '127.0.0.1', port, path: '/api/changes', headers: { cookie } }, (response) => {
    response.setEncoding('utf8')
    response.on('error', () => undefined)
    response.on('data', (text: string) => {
      for (const [, said = 'null'] of text.matchAll(/^data: ?(.+)$/gm)) hear(JSON.parse(said).by)
    })
  })
  sent.on('error', () => undefined) // ours ends it by destroying it
  return () => sent.destroy()
}
