import { readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer, type Server, Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { connect, createServer as createTlsServer } from 'node:tls'
import { afterEach, expect, test } from 'vitest'
import { makeCertificate } from '../../test/harness/own-certificate.ts'
import { gather } from './gather.ts'

let server: Server | undefined
afterEach(() => server?.close())

test('what is written before anybody waits goes out in one piece, in its order', async () => {
  const { socket, heard, pieces } = await connected()
  say(socket, 'begin;', 'who;')
  say(socket, 'asks;')
  await Promise.resolve()
  say(socket, 'what;')
  expect(pieces()).toBe(0)
  socket.end()
  expect(await heard).toBe('begin;who;asks;what;')
  expect(pieces()).toBe(1)
})

test('what is written after a wait goes out by itself', async () => {
  const { socket, heard, pieces } = await connected()
  say(socket, 'begin;', 'what;')
  await new Promise((resolve) => setImmediate(resolve))
  expect(pieces()).toBe(1)
  say(socket, 'what else;')
  await new Promise((resolve) => setImmediate(resolve))
  socket.end('commit;')
  expect(await heard).toBe('begin;what;what else;commit;')
  expect(pieces()).toBe(3)
})

test('under TLS statements go out in one piece as well', async ({ skip }) => {
  const folder = await mkdtemp(join(tmpdir(), 'opora-tls-'))
  const made = makeCertificate(folder)
  if (!made) return skip('openssl is not installed')
  const [cert, key] = [readFileSync(made.certFile), readFileSync(made.keyFile)]
  await rm(folder, { recursive: true })
  const { socket, heard, pieces } = await connected({ cert, key })
  say(socket, 'begin;', 'who;')
  say(socket, 'asks;')
  expect(pieces()).toBe(0)
  await new Promise((resolve) => setImmediate(resolve))
  expect(pieces()).toBe(1)
  socket.end('commit;')
  expect(await heard).toBe('begin;who;asks;commit;')
  expect(pieces()).toBe(2)
})

/** As the driver says a statement. */
function say(socket: Socket, ...messages: string[]) {
  socket.cork()
  for (const one of messages) socket.write(one)
  socket.uncork()
}

async function connected(protection: { cert: Buffer; key: Buffer } | null = null) {
  const { socket, heard } = await (protection ? connectProtected(protection) : connectPlain())
  gather(socket)
  const pieces = countPieces(socket)
  return { socket, heard, pieces }
}

/** Of what is handed to the system. */
function countPieces(socket: Socket): () => number {
  let pieces = 0
  const { _write, _writev } = socket
  socket._write = (...args) => {
    pieces++
    _write.apply(socket, args)
  }
  socket._writev = (...args) => {
    pieces++
    _writev?.apply(socket, args)
  }
  return () => pieces
}

async function connectPlain() {
  const { listening, heard } = hear((onSocket) => createServer({}, onSocket))
  const port = await listening
  const socket = new Socket()
  await new Promise<void>((resolve) => socket.connect(port, '127.0.0.1', resolve))
  return { socket, heard }
}

async function connectProtected(protection: { cert: Buffer; key: Buffer }) {
  const { listening, heard } = hear((onSocket) => createTlsServer(protection, onSocket))
  const port = await listening
  const options = { host: '127.0.0.1', port, ca: protection.cert }
  const socket = await new Promise<Socket>((resolve) => {
    const opened = connect(options, () => resolve(opened))
  })
  return { socket, heard }
}

function hear(make: (onSocket: (socket: Socket) => void) => Server) {
  let told: (text: string) => void = () => undefined
  const heard = new Promise<string>((resolve) => {
    told = resolve
  })
  const opened = make((other) => {
    let text = ''
    other.on('data', (piece) => {
      text += piece
    })
    other.on('end', () => told(text))
  })
  server = opened
  const listening = new Promise<number>((resolve, reject) =>
    opened.listen(0, '127.0.0.1', () => {
      const address = opened.address()
      if (typeof address === 'object' && address) resolve(address.port)
      else reject(new Error('no port'))
    }),
  )
  return { listening, heard }
}
