import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { type FirstQuestions, pageAnswers } from './page-answers.ts'
import { screenLinksOf } from './screen-files.ts'
import { newNonce, pagePolicy } from './security-headers.ts'
import { sendInParts } from './send-in-parts.ts'

export type PagesOptions = {
  /** The folder of built screens. */
  folder: string
  /** First words of the paths that screens live at; anything else is answered 404, with the same kind page. */
  screens: readonly string[]
  /** What comes in the page with it. */
  firstQuestions?: FirstQuestions
}

/** Serves the built screens: assets for ever, the page itself afresh each time with its own nonce. */
export async function servePages(app: FastifyInstance, options: PagesOptions): Promise<void> {
  const { folder, screens } = options
  const page = await readFile(join(folder, 'index.html'), 'utf8')
  const linksOf = screenLinksOf(join(folder, 'screens.json'))
  await app.register(fastifyStatic, {
    root: folder,
    index: false,
    wildcard: false,
    globIgnore: ['index.html', 'screens.json'],
    preCompressed: true,
    cacheControl: false,
    // They are small: nobody needs a part, and a part that is not there would be answered as a bug of ours.
    acceptRanges: false,
    setHeaders(reply, path) {
      const lasts = path.includes('/assets/')
      reply.setHeader('Cache-Control', lasts ? 'public, max-age=31536000, immutable' : 'public, max-age=300')
    },
  })
  const answerPage = async (request: FastifyRequest, reply: FastifyReply) => {
    const nonce = newNonce()
    const isKnown = isScreen(request.url, screens)
    reply
      .code(isKnown ? 200 : 404)
      .type('text/html; charset=utf-8')
      .header('Cache-Control', 'no-store')
      .header('Content-Security-Policy', pagePolicy(nonce))
    const [head = '', body = ''] = page.replaceAll('__NONCE__', nonce).split('</head>')
    const { firstQuestions } = options
    const answers = isKnown && firstQuestions ? pageAnswers(app, request, firstQuestions) : ''
    // The files of the screen are on their way while its answers are still being found.
    return sendInParts(request, reply, `${head}${linksOf(request.url)}\n</head>`, answers, body)
  }
  app.get('/', { schema: { hide: true } }, answerPage)
  app.setNotFoundHandler(answerPage)
}

/** By the first word of its path; an address that begins with two slashes has none. */
function isScreen(url: string, screens: readonly string[]): boolean {
  return !url.startsWith('//') && screens.includes(url.split(/[/?]/)[1] ?? '')
}
