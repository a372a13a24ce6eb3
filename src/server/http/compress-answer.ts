import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { FastifyReply, FastifyRequest } from 'fastify'

/** Below this a compressed answer is no sooner there. */
const FEWEST_BYTES = 8 * 1024
/** Most of what the best would save, at a twentieth of its time. */
const BROTLI = {
  params: { [constants.BROTLI_PARAM_QUALITY]: 4, [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT },
}
const GZIP = { level: 5 }

const smaller = { br: promisify(brotliCompress), gzip: promisify(gzip) }

/** A long answer goes out compressed where the browser takes it; other threads do the work. */
export async function compressAnswer(request: FastifyRequest, reply: FastifyReply, payload: unknown): Promise<unknown> {
  if (typeof payload !== 'string' || payload.length < FEWEST_BYTES) return payload
  const accepted = request.headers['accept-encoding'] ?? ''
  const way = isTaken('br', accepted) ? 'br' : isTaken('gzip', accepted) ? 'gzip' : null
  reply.header('Vary', 'Accept-Encoding')
  if (!way) return payload
  const bytes = way === 'br' ? await smaller.br(payload, BROTLI) : await smaller.gzip(payload, GZIP)
  reply.header('Content-Encoding', way)
  reply.removeHeader('Content-Length')
  return bytes
}

/** Whether a browser takes this way of writing; a quality of nought says that it does not. */
export function isTaken(way: 'br' | 'gzip', accepted: string): boolean {
  const said = accepted.split(',').map((one) => one.replaceAll(' ', '').toLowerCase())
  return said.some((one) => one === way || (one.startsWith(`${way};`) && !/;q=0(\.0*)?$/.test(one)))
}
