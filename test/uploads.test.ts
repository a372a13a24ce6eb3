import { createHash } from 'node:crypto'
import { readdir, stat } from 'node:fs/promises'
import { request } from 'node:http'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { assignmentsContract } from '../src/features/assignments/contract.ts'
import { files } from '../src/features/files/tables.ts'
import { requestOf } from '../src/kernel/contract.ts'
import { newId } from '../src/kernel/id.ts'
import { UPLOAD_LENGTH, UPLOAD_OFFSET, uploadContract } from '../src/kernel/upload.ts'
import { ORIGIN, startTestApp, type TestApp } from './harness/app.ts'
import type { Visitor } from './harness/district.ts'
import { chanceOf } from './plans/generated/chance.ts'

const MB = 1024 * 1024
const CUTS = 20

let app: TestApp
let port: number

beforeAll(async () => {
  app = await startTestApp()
  port = Number(new URL(await app.opora.api.listen({ host: '127.0.0.1', port: 0 })).port)
})
afterAll(() => app.opora.api.server.closeAllConnections())

test('a file whose link breaks twenty times arrives whole, with hardly a byte sent twice', async () => {
  const chance = chanceOf(20)
  const file = Buffer.alloc(48 * MB, 'Приказ о поддержке школ. ')
  const cuts = Array.from({ length: CUTS }, () => chance.below(file.length)).sort((a, b) => a - b)
  const key = newId()
  let sent = 0
  for (const cut of cuts) {
    const from = await arrived(key)
    if (cut <= from) continue
    sent += await send(file, { key, from, breakAt: cut })
  }
  expect(await arrived(key)).toBeGreaterThan(0)
  while ((await keptHashes()).length === 0) sent += await send(file, { key, from: await arrived(key) })

  expect(sent - file.length).toBeLessThan(file.length * 0.05)
  expect(await keptHashes()).toContain(createHash('sha256').update(file).digest('hex'))
  expect(await readdir(await incomingFolder())).toEqual([])
})

test('a piece from a wrong place is refused, and what has arrived stays as it was', async () => {
  const file = Buffer.alloc(MB, 'x')
  const key = newId()
  await send(file, { key, from: 0, breakAt: file.length / 2 })
  const before = await arrived(key)
  const answer = await piece(file, { key, from: before + 10 })
  expect([answer.status, answer.refusal.code]).toEqual([409, 'server.wrong-offset'])
  expect(answer.refusal.current).toEqual({ size: before })
  expect(await arrived(key)).toBe(before)
  expect((await piece(file, { key, from: before })).status).toBe(200)
})

test('nobody continues, or learns of, the upload of somebody else', async () => {
  const key = newId()
  await send(Buffer.alloc(MB, 'y'), { key, from: 0, breakAt: MB / 2 })
  expect(await arrived(key)).toBeGreaterThan(0)
  expect(await arrived(key, 'director')).toBe(0)
})

test('whoever asks again while the old link still hangs takes over from it', async () => {
  const file = Buffer.alloc(2 * MB, 'z')
  const key = newId()
  const hanging = open(file.length, { key, from: 0 })
  hanging.on('error', () => undefined)
  await new Promise((written) => hanging.write(file.subarray(0, MB), written))
  await expect.poll(() => arrived(key), { timeout: 15_000 }).toBeGreaterThan(0)
  const from = await arrived(key)
  expect((await piece(file, { key, from })).status).toBe(200)
  expect(await keptHashes()).toContain(createHash('sha256').update(file).digest('hex'))
})

test('a piece that promises less than it brings is refused', async () => {
  const answer = await app.as('coordinator').call(assignmentsContract.keepLetterFile, INPUT, {
    upload: Buffer.alloc(100),
    headers: { [UPLOAD_OFFSET]: '0', [UPLOAD_LENGTH]: '50' },
  })
  expect(answer.status).toBe(400)
})

const INPUT = { name: 'Письмо.txt' }

type Going = { key: string; from: number; breakAt?: number }

async function arrived(key: string, visitor: Visitor = 'coordinator'): Promise<number> {
  return (await app.as(visitor).call(uploadContract.findUpload, { key })).body.size
}

function piece(file: Buffer, { key, from }: Going) {
  return app.as('coordinator').call(assignmentsContract.keepLetterFile, INPUT, {
    key,
    upload: file.subarray(from),
    headers: { [UPLOAD_OFFSET]: String(from), [UPLOAD_LENGTH]: String(file.length) },
  })
}

function open(whole: number, { key, from }: Going) {
  return request({
    port,
    host: '127.0.0.1',
    method: 'POST',
    path: requestOf(assignmentsContract.keepLetterFile, INPUT).path,
    headers: {
      host: new URL(ORIGIN).host,
      origin: ORIGIN,
      cookie: `opora=${app.district.cookies.coordinator}`,
      'content-type': 'application/octet-stream',
      'content-length': String(whole - from),
      'idempotency-key': key,
      [UPLOAD_OFFSET]: String(from),
      [UPLOAD_LENGTH]: String(whole),
    },
  })
}

/** Sends from this byte on over a real link, breaking it where told; answers how many bytes went out. */
async function send(file: Buffer, going: Going): Promise<number> {
  const end = going.breakAt ?? file.length
  const upload = open(file.length, going)
  const answered = new Promise<void>((resolve) => {
    upload.on('response', (response) => resolve(void response.resume()))
    upload.on('error', () => resolve()) // the server closed on a piece that began elsewhere: asked again
  })
  let at = going.from
  while (at < end && !upload.destroyed) {
    const next = Math.min(at + 64 * 1024, end)
    await Promise.race([answered, new Promise((written) => upload.write(file.subarray(at, next), written))])
    at = next
  }
  if (going.breakAt === undefined) upload.end()
  else {
    await brought(going.key, end)
    upload.destroy()
  }
  await answered
  return at - going.from
}

/** A weak link has little under way; loopback has megabytes, so the link breaks once they are there. */
async function brought(key: string, bytes: number): Promise<void> {
  const place = await app.opora.perform({ kind: 'operator' }, async ({ store }) =>
    store.incoming.placeOf(app.district.people.coordinator, key),
  )
  const size = () =>
    stat(place).then(
      (found) => found.size,
      () => 0,
    )
  await expect.poll(size, { timeout: 10_000 }).toBeGreaterThan(bytes - 100_000)
}

async function keptHashes(): Promise<string[]> {
  const rows = await app.opora.perform({ kind: 'operator' }, (work) => work.db.select().from(files))
  return rows.map((row) => row.sha256)
}

async function incomingFolder(): Promise<string> {
  return app.opora.perform({ kind: 'operator' }, async (work) => work.store.incoming.folder)
}
