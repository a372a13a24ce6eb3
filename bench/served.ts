import { createServer } from 'node:http'
import pg from 'pg'
import { movableClock } from '../src/server/clock.ts'
import { openProduct } from './ground.ts'
import { again, type Sent } from './sent.ts'

/** What the parent asks of a server under measurement, and what it is answered. */
export type Asked =
  | { what: 'product'; appUrl: string; folder: string; moment: string }
  | { what: 'bare'; appUrl: string; pages: { path: string; sent: Sent[]; answer: unknown }[] }
  | { what: 'listen to statements' }
  | { what: 'tell statements' }
  | { what: 'tell processor time' }
export type Answered = { port: number } | { sent: Sent[] } | { micros: number } | { done: true }

const heard: Sent[] = []

process.on('message', async (asked: Asked) => {
  process.send?.(await answer(asked))
})

async function answer(asked: Asked): Promise<Answered> {
  if (asked.what === 'product') return { port: await serveProduct(asked) }
  if (asked.what === 'bare') return { port: await serveBare(asked) }
  if (asked.what === 'tell processor time') {
    const { user, system } = process.cpuUsage()
    return { micros: user + system }
  }
  if (asked.what === 'tell statements') return { sent: heard.splice(0) }
  listenToStatements()
  return { done: true }
}

async function serveProduct({ appUrl, folder, moment }: Extract<Asked, { what: 'product' }>): Promise<number> {
  const { api } = await openProduct({ appUrl, folder, clock: movableClock(new Date(moment)) })
  return portOf(await api.listen({ host: '127.0.0.1', port: 0 }))
}

/**
 * The least that a server can be: the same statements under the same names, in the same order, sent together where the
 * product sends them together, and the same answer written as JSON.
 */
async function serveBare({ appUrl, pages }: Extract<Asked, { what: 'bare' }>): Promise<number> {
  const pool = new pg.Pool({ connectionString: appUrl, max: 10, pipeline: true })
  const byPath = new Map(pages.map((page) => [page.path, page]))
  const server = createServer(async (request, response) => {
    const page = byPath.get(request.url ?? '')
    if (!page) return response.writeHead(404).end()
    const client = await pool.connect()
    const waiting: Promise<unknown>[] = []
    for (const sent of page.sent) {
      if (!sent.isTogether) await Promise.all(waiting.splice(0))
      waiting.push(client.query({ ...again(sent), ...(sent.isTimeUnread && { types: TIME_UNREAD }) }))
    }
    await Promise.all(waiting)
    client.release()
    const body = JSON.stringify(page.answer)
    response.writeHead(200, {
      'Content-Type': 'application/json; charset=utf-8',
      'Content-Length': Buffer.byteLength(body),
    })
    response.end(body)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  return typeof address === 'object' && address ? address.port : 0
}

const { DATE, TIMESTAMP, TIMESTAMPTZ } = pg.types.builtins

/** What the product leaves unread costs the bare server nothing either. */
const TIME_UNREAD: pg.CustomTypesConfig = {
  getTypeParser: (oid, format) =>
    oid === DATE || oid === TIMESTAMP || oid === TIMESTAMPTZ
      ? (text: string) => text
      : pg.types.getTypeParser(oid, format),
}

function listenToStatements() {
  const { query } = pg.Client.prototype
  const unanswered = new WeakMap<pg.Client, number>()
  const listening = function (this: pg.Client, ...args: Parameters<typeof query>) {
    const [first, values] = args as unknown as [string | Sent, unknown[] | undefined] // the two shapes that our code uses
    const { text, rowMode, name, ...rest } = typeof first === 'string' ? { text: first } : first
    const isTimeUnread = 'types' in rest && rest.types !== undefined
    const given = Array.isArray(values) ? values : 'values' in rest ? rest.values : undefined
    const before = unanswered.get(this) ?? 0
    heard.push({
      text,
      ...(given && { values: given }),
      ...(rowMode && { rowMode }),
      ...(name && { name }),
      ...(isTimeUnread && { isTimeUnread }),
      ...(before > 0 && { isTogether: true }),
    })
    unanswered.set(this, before + 1)
    const answer: unknown = query.apply(this, args)
    const answered = () => unanswered.set(this, (unanswered.get(this) ?? 1) - 1)
    Promise.resolve(answer).then(answered, answered)
    return answer
  }
  pg.Client.prototype.query = listening as unknown as typeof query // the same arguments are passed on
}

function portOf(url: string): number {
  return Number(new URL(url).port)
}
