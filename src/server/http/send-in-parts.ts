import { PassThrough } from 'node:stream'
import { type BrotliCompress, constants, createBrotliCompress } from 'node:zlib'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { isTaken } from './compress-answer.ts'

const BROTLI = {
  params: { [constants.BROTLI_PARAM_QUALITY]: 4, [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT },
}

/** Sends the parts of a page as they come, each at once; compressed where the browser takes it. */
export function sendInParts(
  request: FastifyRequest,
  reply: FastifyReply,
  ...parts: readonly (string | Promise<string>)[]
): FastifyReply {
  const isSmaller = isTaken('br', request.headers['accept-encoding'] ?? '')
  reply.header('Vary', 'Accept-Encoding')
  if (isSmaller) reply.header('Content-Encoding', 'br')
  const out = isSmaller ? createBrotliCompress(BROTLI) : new PassThrough()
  write(out, parts).catch((error: unknown) => out.destroy(error instanceof Error ? error : undefined))
  return reply.send(out)
}

async function write(out: BrotliCompress | PassThrough, parts: readonly (string | Promise<string>)[]): Promise<void> {
  for (const part of parts) {
    out.write(await part)
    if ('flush' in out) out.flush()
  }
  out.end()
}
