import { type ChildProcess, fork } from 'node:child_process'
import { Agent, request } from 'node:http'
import type { Screen } from './district.ts'
import { settleDistrict } from './district.ts'
import { type Ground, openGround } from './ground.ts'
import { median, spread } from './median.ts'
import type { Crowd } from './populate.ts'
import type { Sent } from './sent.ts'
import type { Answered, Asked } from './served.ts'

export type RequestCost = {
  screen: string
  statements: number
  bytes: number
  /** Microseconds of processor time for one request: medians over the rounds. */
  product: number
  bare: number
  ratio: number
  /** How far the bare server's own rounds lay apart, as a share of their median. */
  noise: number
}

const ROUNDS = 5
const AT_ONCE = 4
/** After half of it a request of the product still grows cheaper, by a sixth. */
const WARM_MICROS = 3_000_000
const ROUND_MICROS = 300_000

/** Processor time of the main screens' requests beside a bare server that sends the same statements. */
export async function measureRequests(crowd: Crowd): Promise<RequestCost[]> {
  const ground = await openGround()
  const children: Server[] = []
  try {
    const { screens } = await settleDistrict(ground.opora, crowd)
    await ground.takeStock()
    const product = await startServer(children, productOn(ground))
    await product.ask({ what: 'listen to statements' })
    const pages = []
    for (const screen of screens) pages.push(await capture(product, screen))
    // A fresh one, in which nothing listens.
    const fresh = await startServer(children, productOn(ground))
    const bare = await startServer(children, { what: 'bare', appUrl: ground.appUrl, pages })
    const costs = []
    for (const [index, screen] of screens.entries()) {
      const page = pages[index]
      if (page) costs.push(await compare(screen, page, { product: fresh, bare }))
    }
    return costs
  } finally {
    for (const child of children) child.end()
    await ground.stop()
  }
}

export function productOn({ appUrl, folder, moment }: Ground): Asked {
  return { what: 'product', appUrl, folder, moment }
}

/** One screen's request: what it sent to the database, and the answer. */
type Page = { path: string; sent: Sent[]; answer: unknown; bytes: number }

export async function capture(product: Server, screen: Screen): Promise<Page> {
  await get(product.port, screen)
  await product.ask({ what: 'tell statements' })
  const body = await get(product.port, screen)
  const told = await product.ask({ what: 'tell statements' })
  if (!('sent' in told)) throw new Error('no statements were told')
  // What the queue of jobs sends by itself meanwhile is not of this request.
  const sent = told.sent.filter(({ text }) => !text.includes('pgboss'))
  return { path: screen.path, sent, answer: JSON.parse(body.toString()), bytes: body.length }
}

async function compare(screen: Screen, page: Page, servers: { product: Server; bare: Server }): Promise<RequestCost> {
  const rounds = { product: [] as number[], bare: [] as number[] }
  const count = await roundSize(servers.bare, screen)
  await warmUp(servers.product, screen)
  for (let index = 0; index < ROUNDS; index++) {
    rounds.product.push(await round(servers.product, screen, count))
    rounds.bare.push(await round(servers.bare, screen, count))
  }
  const [product, bare] = [median(rounds.product), median(rounds.bare)]
  return {
    screen: screen.name,
    statements: page.sent.length,
    bytes: page.bytes,
    product,
    bare,
    ratio: product / bare,
    noise: spread(rounds.bare),
  }
}

/** Until the compiler has seen enough of them: a server that runs for months is measured, not its first second. */
async function warmUp(server: Server, screen: Screen) {
  const before = await processorTime(server)
  while ((await processorTime(server)) - before < WARM_MICROS) await round(server, screen, 20)
}

/** So many requests that a round of the bare server takes long enough to be measured. */
async function roundSize(bare: Server, screen: Screen): Promise<number> {
  await warmUp(bare, screen)
  const each = await round(bare, screen, 50)
  return Math.min(800, Math.max(40, Math.round(ROUND_MICROS / each)))
}

/** Microseconds of the server's processor time for one of these requests. */
async function round(server: Server, screen: Screen, count: number): Promise<number> {
  const before = await processorTime(server)
  let left = count
  const caller = async () => {
    while (left-- > 0) await get(server.port, screen)
  }
  await Promise.all(Array.from({ length: AT_ONCE }, caller))
  return ((await processorTime(server)) - before) / count
}

/** Microseconds of processor time that the server has spent so far. */
export async function processorTime(server: Server): Promise<number> {
  const told = await server.ask({ what: 'tell processor time' })
  if (!('micros' in told)) throw new Error('no processor time was told')
  return told.micros
}

export type Server = { port: number; ask(asked: Asked): Promise<Answered>; end(): void }

export async function startServer(children: Server[], asked: Asked): Promise<Server> {
  const child = fork(new URL('./served.ts', import.meta.url), {
    execArgv: ['--import', 'tsx'],
    env: { ...process.env, NODE_ENV: 'production' },
  })
  const ask = (what: Asked) => answerOf(child, what)
  const server: Server = { port: 0, ask, end: () => child.kill('SIGKILL') }
  children.push(server)
  const told = await ask(asked)
  if ('port' in told) server.port = told.port
  return server
}

function answerOf(child: ChildProcess, asked: Asked): Promise<Answered> {
  return new Promise((resolve, reject) => {
    const ended = () => reject(new Error('the server under measurement ended'))
    child.once('exit', ended)
    child.once('message', (told) => {
      child.off('exit', ended)
      resolve(told as Answered) // bench/served.ts answers nothing else
    })
    child.send(asked)
  })
}

const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE })

export function get(port: number, { path, cookie }: Screen): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port, path, agent, headers: { cookie } }, (response) => {
      const pieces: Buffer[] = []
      response.on('data', (piece: Buffer) => pieces.push(piece))
      response.on('end', () => {
        const body = Buffer.concat(pieces)
        if (response.statusCode === 200) resolve(body)
        else reject(new Error(`${path}: ${response.statusCode} ${body}`))
      })
    })
    sent.on('error', reject)
    sent.end()
  })
}
