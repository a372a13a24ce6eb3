import { createServer } from 'node:http'
import pg from 'pg'
import { openProduct } from './ground.ts'
import { again, type Sent } from './sent.ts'

/** What the parent asks of a server under measurement, and what it is answered. */
export type Asked =
  | { what: 'product'; appUrl: string; folder: string }
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
  if (asked.what === 'product') return { port: await serveProduct(asked.appUrl, asked.folder) }
  if (asked.what === 'bare') return { port: await serveBare(asked) }
  if (asked.what === 'tell processor time') {
    const { user, system } = process.cpuUsage()
    return { micros: user + system }
  }
  if (asked.what === 'tell statements') return { sent: heard.splice(0) }
  listenToStatements()
  return { done: true }
}

async function serveProduct(appUrl: string, folder: string): Promise<number> {
  const { api } = await openProduct(appUrl, folder)
  return portOf(await api.listen({ host: '127.0.0.1', port: 0 }))
}

/** The least that a server can be: the same statements in the same order, and the same answer written as JSON. */
async function serveBare({ appUrl, pages }: Extract<Asked, { what: 'bare' }>): Promise<number> {
  const pool = new pg.Pool({ connectionString: appUrl, max: 10 })
  const byPath = new Map(pages.map((page) => [page.path, page]))
  const server = createServer(async (request, response) => {
    const page = byPath.get(request.url ?? '')
    if (!page) return response.writeHead(404).end()
    const client = await pool.connect()
    for (const sent of page.sent) await client.query(again(sent))
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

function listenToStatements() {
  const { query } = pg.Client.prototype
  const listening = function (this: pg.Client, ...args: Parameters<typeof query>) {
    const [first, values] = args as unknown as [string | Sent, unknown[] | undefined] // the two shapes that our code uses
    const { text, rowMode, ...rest } = typeof first === 'string' ? { text: first, rowMode: undefined } : first
    const given = Array.isArray(values) ? values : 'values' in rest ? rest.values : undefined
    heard.push({ text, ...(given && { values: given }), ...(rowMode && { rowMode }) })
    return query.apply(this, args)
  }
  pg.Client.prototype.query = listening as typeof query // the same arguments are passed on
}

function portOf(url: string): number {
  return Number(new URL(url).port)
}
