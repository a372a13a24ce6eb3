import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import Fastify from 'fastify'
import { expect, test } from 'vitest'
import { compressAnswer } from './compress-answer.ts'

const rows = Array.from({ length: 900 }, (_, place) => ({ name: `МБОУ «Школа № ${place}»`, cells: [0, 1, 2, 3] }))
const api = Fastify()
api.addHook('onSend', compressAnswer)
api.get('/long', async () => rows)
api.get('/short', async () => rows.slice(0, 2))
const ask = (url: string, accepted?: string) =>
  api.inject({ url, headers: accepted === undefined ? {} : { 'accept-encoding': accepted } })

test('a long answer goes out compressed where the browser takes it, and is the same', async () => {
  const [brotli, zipped, plain] = [await ask('/long', 'gzip, br'), await ask('/long', 'gzip'), await ask('/long')]
  expect([brotli, zipped, plain].map((one) => one.headers['content-encoding'])).toEqual(['br', 'gzip', undefined])
  expect(brotliDecompressSync(brotli.rawPayload).toString()).toBe(plain.body)
  expect(gunzipSync(zipped.rawPayload).toString()).toBe(plain.body)
  expect(brotli.rawPayload.length).toBeLessThan(plain.rawPayload.length / 5)
  expect(Number(brotli.headers['content-length'] ?? brotli.rawPayload.length)).toBe(brotli.rawPayload.length)
})

test('what a browser says it cannot read is not sent', async () => {
  const told = [await ask('/long', 'br;q=0, gzip;q=0.5'), await ask('/long', 'br; q=0.0'), await ask('/long', 'br;q=1')]
  expect(told.map((one) => one.headers['content-encoding'])).toEqual(['gzip', undefined, 'br'])
})

test('a short one is not worth it', async () => {
  expect((await ask('/short', 'br')).headers['content-encoding']).toBeUndefined()
})
