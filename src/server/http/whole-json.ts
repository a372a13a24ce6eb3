import type { FastifyInstance } from 'fastify'
import { Refusal } from '../../kernel/refusal.ts'

/** JSON whose bytes are no text is refused: read as usual it would be kept with signs that nobody has typed. */
export function takeWholeJson(app: FastifyInstance): void {
  const parse = app.getDefaultJsonParser('error', 'error')
  app.addContentTypeParser<Buffer>('application/json', { parseAs: 'buffer' }, (request, bytes, done) => {
    const text = textOf(bytes)
    if (text === null) done(new Refusal('invalid', 'server.bad-input'))
    else parse(request, text, done)
  })
}

function textOf(bytes: Buffer): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null // the one thing that a decoder objects to
  }
}
