import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from 'node:http'
import { createServer as createSecureServer } from 'node:https'
import type { Socket } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { CannotStart } from '../cannot-start.ts'
import { bareHeaders } from './bare-answer.ts'

export type FrontDoor = {
  server: Server
  port: number
  /** From now on requests reach the product instead of the waiting page. */
  open(handler: RequestListener): void
  /** Whoever has asked is answered within seconds; whoever has not, also one who never says a word, is let go. */
  close(): Promise<void>
}

export type DoorOptions = { host: string; port: number; tls: { cert: Buffer; key: Buffer } | null }

const WAITING_PAGE = `<!doctype html>
<html lang="ru"><head><meta charset="utf-8"><meta http-equiv="refresh" content="2">
<meta name="viewport" content="width=device-width, initial-scale=1"><title>Опора запускается</title></head>
<body><main><h1>Опора запускается</h1><p>Поднимается база данных. Страница обновится сама через пару секунд.</p></main></body></html>`

/** A connection that rests between two questions may be sending the next one: it is heard before the door shuts. */
const LAST_WORDS_MS = 600
/**
 * Whoever has no answer by then is cut off, because nobody could say whether the thing will be done: a browser keeps the
 * key of a question without an answer, and asks again with it.
 */
const PATIENCE_MS = 6_500

/**
 * Listens at once, so that whoever comes early reads a sentence and not an error of the browser.
 *
 * @throws CannotStart where this address and port are not to be had.
 */
export async function openFrontDoor({ host, port, tls }: DoorOptions): Promise<FrontDoor> {
  let handler: RequestListener = answerWaiting
  let isClosing = false
  const underWay = new Set<ServerResponse>()
  const visitors = new Set<Socket>()
  const pass = (request: IncomingMessage, response: ServerResponse) => {
    // Whoever was let in is answered, and told not to come again by the same way.
    if (isClosing) response.shouldKeepAlive = false
    underWay.add(response)
    response.once('close', () => underWay.delete(response))
    handler(request, response)
  }
  const server = tls ? createSecureServer({ cert: tls.cert, key: tls.key }, pass) : createServer(pass)
  // To the server whoever has been told everything is idle, though most of it may still be on its way there.
  server.closeIdleConnections = () => undefined
  server.on('connection', (socket) => {
    visitors.add(socket)
    socket.once('close', () => visitors.delete(socket))
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', (cause) => reject(whyNobodyComesIn({ host, port }, cause)))
    server.listen(port, host, () => resolve())
  })
  const address = server.address()
  return {
    server,
    port: typeof address === 'object' && address ? address.port : port,
    open: (next) => {
      handler = next
    },
    async close() {
      isClosing = true
      for (const response of underWay) response.shouldKeepAlive = false
      if (visitors.size > 0) await pause(LAST_WORDS_MS)
      const closed = new Promise<void>((resolve) => server.close(() => resolve()))
      await Promise.race([areOver(underWay), pause(PATIENCE_MS, undefined, { ref: false })])
      // The server itself waits a minute for those who came and have asked nothing: browsers do so beforehand.
      for (const socket of visitors) socket.destroy()
      await closed
    },
  }
}

/** As whoever starts it at a terminal needs it; another cause is a fault of the program. */
function whyNobodyComesIn({ host, port }: { host: string; port: number }, cause: NodeJS.ErrnoException): Error {
  const unharmed = 'Ничего не изменено.'
  if (cause.code === 'EADDRINUSE') {
    const another = `Если нет, выберите другой порт: npm start -- --port ${port + 1}.`
    return new CannotStart(`Порт ${port} занят: возможно, Опора уже запущена в другом окне. ${another} ${unharmed}`)
  }
  if (cause.code === 'EACCES') {
    return new CannotStart(`Порт ${port} открыть не дали: система бережёт его. Выберите другой: --port. ${unharmed}`)
  }
  if (cause.code === 'EADDRNOTAVAIL' || cause.code === 'ENOTFOUND') {
    return new CannotStart(`Адреса ${host} у этого компьютера нет. Проверьте --host. ${unharmed}`)
  }
  return cause
}

/** Each answer of them is with the network, also of those that begin meanwhile. */
async function areOver(responses: ReadonlySet<ServerResponse>): Promise<void> {
  while (responses.size > 0) await Promise.all([...responses].map(isOver))
}

function isOver(response: ServerResponse): Promise<void> {
  return new Promise((resolve) => response.once('close', resolve))
}

function answerWaiting(_request: IncomingMessage, response: ServerResponse) {
  response.writeHead(503, {
    'Content-Type': 'text/html; charset=utf-8',
    'Retry-After': '2',
    ...bareHeaders,
  })
  response.end(WAITING_PAGE)
}
