import { get } from 'node:http'
import { connect, type Socket } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { afterEach, expect, test } from 'vitest'
import { CannotStart } from '../cannot-start.ts'
import { type FrontDoor, openFrontDoor } from './front-door.ts'

/** More than the network holds on its way. */
const LONG = 30_000_000

const begun: Socket[] = []
afterEach(() => {
  for (const socket of begun.splice(0)) socket.destroy()
})

test('a visitor who says nothing does not keep the door from shutting', async () => {
  const door = await openFrontDoor({ host: '127.0.0.1', port: 0, tls: null })
  await call(door)
  const gone = new Promise((resolve) => begun[0]?.once('close', resolve))
  expect(await secondsToShut(door)).toBeLessThan(3)
  await gone
})

test('one who was let in is answered before it shuts', async () => {
  const door = await openFrontDoor({ host: '127.0.0.1', port: 0, tls: null })
  door.open(async (_request, response) => {
    await pause(1_500)
    response.end('answered')
  })
  await call(door)
  const answer = new Promise<string>((resolve, reject) => {
    get({ host: '127.0.0.1', port: door.port }, async (response) => {
      let text = ''
      for await (const piece of response) text += piece
      resolve(text)
    }).once('error', reject)
  })
  await pause(200)
  expect(await secondsToShut(door)).toBeGreaterThan(1)
  expect(await answer).toBe('answered')
})

test('a long piece of work is answered too, and one that would outlast the stop is cut off', async () => {
  const door = await openFrontDoor({ host: '127.0.0.1', port: 0, tls: null })
  door.open(async (request, response) => {
    await pause(request.url === '/long' ? 6_000 : 12_000)
    response.end('answered')
  })
  const ask = (path: string) => fetch(`http://127.0.0.1:${door.port}${path}`).then((answer) => answer.text())
  const [long, endless] = [ask('/long'), ask('/endless')]
  endless.catch(() => undefined)
  await pause(200)
  expect(await secondsToShut(door)).toBeLessThan(8.5)
  expect(await long).toBe('answered')
  await expect(endless).rejects.toThrow()
}, 15_000)

test('whoever takes a long answer slowly has the whole of it before it shuts', async () => {
  const door = await openFrontDoor({ host: '127.0.0.1', port: 0, tls: null })
  door.open((_request, response) => response.end(Buffer.alloc(LONG)))
  const taken = new Promise<number>((resolve, reject) => {
    get({ host: '127.0.0.1', port: door.port }, async (response) => {
      let bytes = 0
      await pause(1_000)
      for await (const piece of response) bytes += piece.length
      resolve(bytes)
    }).once('error', reject)
  })
  await pause(200)
  await door.close()
  expect(await taken).toBe(LONG)
})

test('a port that is taken, or an address that is not here, is told in a sentence', async () => {
  const door = await openFrontDoor({ host: '127.0.0.1', port: 0, tls: null })
  const taken = openFrontDoor({ host: '127.0.0.1', port: door.port, tls: null })
  await expect(taken).rejects.toThrow(CannotStart)
  await expect(taken).rejects.toThrow(`Порт ${door.port} занят`)
  await expect(openFrontDoor({ host: '192.0.2.1', port: 0, tls: null })).rejects.toThrow('Проверьте --host')
  await door.close()
})

test('one who asks for it and takes nothing does not keep the door from shutting', async () => {
  const door = await openFrontDoor({ host: '127.0.0.1', port: 0, tls: null })
  door.open((_request, response) => response.end(Buffer.alloc(LONG)))
  await call(door)
  begun[0]?.pause().write('GET / HTTP/1.1\r\nHost: opora\r\n\r\n')
  await pause(200)
  expect(await secondsToShut(door)).toBeLessThan(8.5)
}, 12_000)

test('whoever comes before there is anything to see reads a page that is guarded as all others are', async () => {
  const door = await openFrontDoor({ host: '127.0.0.1', port: 0, tls: null })
  const { status, headers } = await fetch(`http://127.0.0.1:${door.port}/today`)
  await door.close()
  expect(status).toBe(503)
  expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
  expect(headers.get('referrer-policy')).toBe('no-referrer')
  expect(headers.get('x-content-type-options')).toBe('nosniff')
})

/** A browser opens such connections beforehand, in case it will ask something. */
async function call(door: FrontDoor): Promise<void> {
  const socket = connect(door.port, '127.0.0.1')
  begun.push(socket)
  await new Promise<void>((resolve) => socket.once('connect', () => resolve()))
}

async function secondsToShut(door: FrontDoor): Promise<number> {
  const began = performance.now()
  await door.close()
  return (performance.now() - began) / 1000
}
