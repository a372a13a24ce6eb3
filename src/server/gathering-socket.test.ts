import { createServer, type Server, type Socket } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { GatheringSocket } from './gathering-socket.ts'

let server: Server | undefined
afterEach(() => server?.close())

test('what is written before anybody waits goes out in one piece, in its order', async () => {
  const { socket, heard } = await connected()
  say(socket, 'begin;', 'who;')
  say(socket, 'asks;')
  await Promise.resolve()
  say(socket, 'what;')
  expect(socket.pieces).toBe(0)
  socket.end()
  expect(await heard).toBe('begin;who;asks;what;')
  expect(socket.pieces).toBe(1)
})

test('what is written after a wait goes out by itself', async () => {
  const { socket, heard } = await connected()
  say(socket, 'begin;', 'what;')
  await new Promise((resolve) => setImmediate(resolve))
  expect(socket.pieces).toBe(1)
  say(socket, 'what else;')
  await new Promise((resolve) => setImmediate(resolve))
  socket.end('commit;')
  expect(await heard).toBe('begin;what;what else;commit;')
  expect(socket.pieces).toBe(3)
})

/** As the driver says a statement. */
function say(socket: Socket, ...messages: string[]) {
  socket.cork()
  for (const one of messages) socket.write(one)
  socket.uncork()
}

/** Counts what is handed to the system. */
class Counting extends GatheringSocket {
  pieces = 0
  override _writev(...args: Parameters<NonNullable<Socket['_writev']>>) {
    this.pieces++
    super._writev?.(...args)
  }
  override _write(...args: Parameters<Socket['_write']>) {
    this.pieces++
    super._write(...args)
  }
}

async function connected(): Promise<{ socket: Counting; heard: Promise<string> }> {
  const socket = new Counting()
  const heard = new Promise<string>((resolve) => {
    server = createServer((other) => {
      let text = ''
      other.on('data', (piece) => {
        text += piece
      })
      other.on('end', () => resolve(text))
    })
  })
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve))
  const address = server?.address()
  if (typeof address !== 'object' || !address) throw new Error('no port')
  await new Promise<void>((resolve) => socket.connect(address.port, '127.0.0.1', resolve))
  return { socket, heard }
}
