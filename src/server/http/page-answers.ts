import { setTimeout as later } from 'node:timers/promises'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { PAGE_OF } from '../../kernel/page-of.ts'

/** Puts one question of a page in the name of whoever holds the session; null where it is refused or fails. */
export type AskForPage = (path: string, personId?: string) => Promise<unknown>

/** What the screen at this address asks before anything else, put one after the other or at once. */
export type FirstQuestions = (address: URL, ask: AskForPage) => Promise<unknown>

/** A page comes without what takes longer: its screen asks for itself, and says so where that fails. */
const LONGEST_MS = 1000
/** A longer answer would keep back the page over a weak link. */
const MOST_LETTERS = 96 * 1024
const LANGUAGE = 'ru'

/**
 * The answers that the screen at this address would ask for first, as lines of its page (`src/web/early-answers.ts`
 * reads them). They are put over the very road that the screen would go, with the reader's own session: what it would
 * be refused is not in the page. Empty for whoever has no session.
 */
export async function pageAnswers(
  app: FastifyInstance,
  request: FastifyRequest,
  askFirst: FirstQuestions,
): Promise<string> {
  const { cookie, host, 'user-agent': agent } = request.headers
  if (!cookie || request.method !== 'GET') return ''
  const lines: string[] = []
  const ask: AskForPage = async (path, personId) => {
    const answer = await app.inject({
      ...{ method: 'GET', url: path, remoteAddress: request.ip },
      headers: {
        ...{ cookie, accept: 'application/json', 'accept-language': LANGUAGE },
        ...(host && { host }),
        ...(agent && { 'user-agent': agent }),
        ...(personId && { [PAGE_OF]: personId }),
      },
    })
    if (answer.statusCode !== 200) return null
    if (answer.body.length <= MOST_LETTERS) lines.push(lineOf(path, answer.body))
    return answer.json()
  }
  const asked = askFirst(new URL(request.url, 'http://opora'), ask).catch((error: unknown) => {
    request.log.warn({ err: error }, 'a page goes out without its first answers')
  })
  const stop = new AbortController()
  await Promise.race([asked, later(LONGEST_MS, null, { signal: stop.signal, ref: false }).catch(() => null)])
  stop.abort()
  return lines.join('\n')
}

/** No text inside may end the element: JSON says `<` by its number as well. */
function lineOf(path: string, json: string): string {
  const attribute = path.replaceAll('&', '&amp;').replaceAll('"', '&quot;')
  const text = json.replaceAll('<', '\\u003c')
  return `<script type="application/json" lang="${LANGUAGE}" data-answer="${attribute}">${text}</script>`
}
