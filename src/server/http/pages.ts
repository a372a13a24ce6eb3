import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { screenLinksOf } from './screen-files.ts'

export type PagesOptions = {
  /** The folder of built screens. */
  folder: string
  /** First words of the paths that screens live at; anything else is answered 404, with the same kind page. */
  screens: readonly string[]
}

/** Serves the built screens: assets for ever, the page itself afresh each time with its own nonce. */
export async function servePages(app: FastifyInstance, { folder, screens }: PagesOptions): Promise<void> {
  const page = await readFile(join(folder, 'index.html'), 'utf8')
  const linksOf = screenLinksOf(join(folder, 'screens.json'))
  await app.register(fastifyStatic, {
    root: folder,
    index: false,
    wildcard: false,
    globIgnore: ['index.html', 'screens.json'],
    preCompressed: true,
    cacheControl: false,
    setHeaders(reply, path) {
      const lasts = path.includes('/assets/')
      reply.setHeader('Cache-Control', lasts ? 'public, max-age=31536000, immutable' : 'public, max-age=300')
    },
  })
  const answerPage = (request: FastifyRequest, reply: FastifyReply) => {
    const first = request.url.split(/[/?]/)[1] ?? ''
    reply
      .code(screens.includes(first) ? 200 : 404)
      .type('text/html; charset=utf-8')
      .header('Cache-Control', 'no-store')
    const links = linksOf(request.url)
    return reply.send(page.replaceAll('__NONCE__', reply.cspNonce.style).replace('</head>', () => `${links}\n</head>`))
  }
  app.get('/', { schema: { hide: true } }, answerPage)
  app.setNotFoundHandler(answerPage)
}
