import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { type ClientRequest, request } from 'node:http'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { importsContract } from '../src/features/road-maps/import-contract.ts'
import type { Endpoint } from '../src/kernel/contract.ts'
import { newId } from '../src/kernel/id.ts'
import { zip } from '../src/paper/zip.ts'
import { ORIGIN } from './harness/app.ts'
import { askHouse } from './harness/ask-house.ts'
import { type Change, type Stage, settled } from './harness/changes.ts'
import { changeFor, changing, forgetLimits, makeChange, registry, startStage } from './harness/make-change.ts'

const HOSTILE = new URL('../../shared/samples/hostile/', import.meta.url).pathname
const MB = 1024 * 1024

let stage: Stage
let port: number

beforeAll(async () => {
  stage = await startStage()
  port = Number(new URL(await stage.opora.api.listen({ host: '127.0.0.1', port: 0 })).port)
})
afterAll(() => stage.opora.api.server.closeAllConnections())

describe('an upload', () => {
  test('that is declared as 200 MB is refused by its size at once, with a sentence', async () => {
    const start = performance.now()
    const upload = startUpload({ 'content-length': String(200 * MB) })
    upload.write(Buffer.alloc(1000))
    const answer = await answerTo(upload)
    upload.destroy()
    expect(performance.now() - start).toBeLessThan(2000)
    expect(answer.status).toBe(413)
    expect(answer.message).toMatch(/Файл больше \d+ МБ и не загружен/)
  })

  test('without a declared size is cut off where it grows too large', async () => {
    const upload = startUpload({ 'transfer-encoding': 'chunked' })
    const answered = answerTo(upload)
    const piece = Buffer.alloc(MB, 1)
    for (let sent = 0; sent < 60 && !upload.destroyed; sent++) {
      if (!upload.write(piece)) await Promise.race([answered, new Promise((drained) => upload.once('drain', drained))])
    }
    expect((await answered).status).toBe(413)
    upload.destroy()
    await expectNothingLeft()
  })

  test('that breaks off in the middle leaves nothing behind, and the server goes on', async () => {
    const before = await fileRows()
    const upload = startUpload({ 'content-length': String(4 * MB) })
    upload.on('error', () => undefined)
    upload.write(Buffer.alloc(MB))
    await new Promise((later) => setTimeout(later, 200))
    upload.destroy()
    await expectNothingLeft()
    expect(await fileRows()).toBe(before)
    expect((await stage.as('coordinator').call(importsContract.listImports, {})).status).toBe(200)
  })

  test('that is refused or repeated leaves no second file among the incoming ones', async () => {
    const change = await changeFor(stage, 'assignments.keepLetterFile')
    const route = routeOf('assignments.keepLetterFile')
    await makeChange(stage, route, change, 'twice-the-same')
    await makeChange(stage, route, change, 'twice-the-same')
    await stage.as('coordinator').call(route.endpoint, change.input, { upload: Buffer.from('x'), key: 'short' })
    await expectNothingLeft()
  })
})

const entries = { '[Content_Types].xml': '<Types/>', 'word/document.xml': ' '.repeat(100 * MB) }
const ole = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(4096)])
const ownHostile: [string, () => Uint8Array, string][] = [
  ['a bomb of a zip', () => zip(entries), 'Приказ.docx'],
  [
    'a photo under the name of an order',
    () => Buffer.from('ffd8ffe000104a46494600010100000100010000', 'hex'),
    'Приказ.docx',
  ],
  ['half of a file', () => zip({ 'word/document.xml': '<w:document/>' }).subarray(0, 60), 'Приказ.docx'],
  ['a file closed with a password', () => ole, 'Приказ.docx'],
  ['an .rtf', () => Buffer.from('{\\rtf1\\ansi \\u1055?}'), 'Приказ.rtf'],
  ['a table of .xlsx', () => zip({ 'xl/workbook.xml': '<workbook/>' }), 'План.xlsx'],
  ['zeros', () => Buffer.alloc(5000), 'Приказ.docx'],
  ['a text with zeros in it', () => Buffer.from('ПРИКАЗ\0\0 № 3\tСрок\0\n'), 'Приказ.txt'],
]
const given = existsSync(HOSTILE) ? readdirSync(HOSTILE).filter((name) => name.endsWith('.docx')) : []

describe('a broken or hostile file ends as a failed import with a sentence, and others are served meanwhile', () => {
  test.each([
    ...ownHostile,
    ...given.map((name): [string, () => Uint8Array, string] => [name, () => readFileSync(join(HOSTILE, name)), name]),
  ])('%s', async (_what, bytes, name) => {
    const upload = bytes()
    const start = performance.now()
    const started = await stage.as('coordinator').call(importsContract.importOrder, { name }, { upload })
    expect([started.status, started.refusal?.message]).toEqual([200, undefined])
    const meanwhile = await stage.as('director').call(routeOf('access.loadMe').endpoint, {})
    expect(meanwhile.status).toBe(200)

    const imported = await settled(stage, started.body.id)
    expect(performance.now() - start).toBeLessThan(15_000)
    expect(imported.status).toBe('failed')
    expect(imported.findings.length).toBeGreaterThan(0)
    for (const { message, advice } of imported.findings) {
      expect(message).toMatch(/[а-яё]{3}.*\.$/i)
      expect(advice).toMatch(/[а-яё]{3}/i)
    }
  })

  test('an empty file is refused at once', async () => {
    const upload = new Uint8Array()
    const answer = await stage.as('coordinator').call(importsContract.importOrder, { name: 'Приказ.docx' }, { upload })
    expect([answer.status, answer.refusal.code]).toEqual([400, 'file.empty'])
  })
})

describe('a body', () => {
  test.each([
    ['of more than a megabyte', `{"login":"${'x'.repeat(MB)}","password":"x"}`, 413],
    ['that breaks off', '{"login":', 400],
    ['that is a list', '[1,2]', 400],
    ['that is a number', '5', 400],
    ['that is empty', '', 400],
    ['nested ten thousand times', `{"login":${'['.repeat(10_000)}${']'.repeat(10_000)},"password":"x"}`, 400],
    ['whose bytes are no text', Buffer.from('{"login":"абв\xff","password":"x"}', 'latin1'), 400],
    ['with a prototype in it', '{"__proto__":{"admin":true},"login":"abc","password":"x"}', 400],
  ])('%s is refused with a sentence', async (_what, payload, status) => {
    const answer = await inject('/api/sessions', payload)
    expect(answer.statusCode).toBe(status)
    expect(answer.json().message).toMatch(status === 413 ? /^В форме больше 1 МБ текста/ : /[а-я]{3}/)
  })

  test.each(['/api/programmes/%zz', '/api/programmes/%00/matrix', `/api/programmes/${'я'.repeat(300)}`])(
    'an address like %s is refused with a sentence',
    async (url) => {
      const answer = await stage.opora.api.inject({ url, headers: { ...headers(), cookie: cookieOf('coordinator') } })
      expect(answer.statusCode).toBeGreaterThanOrEqual(400)
      expect(answer.statusCode).toBeLessThan(500)
      expect(answer.json().message).toMatch(/[а-я]{3}/)
    },
  )
})

describe('texts that no person types', () => {
  test.each(changing)(
    '%s refuses NUL, half characters, texts that nobody sees, and numbers and years beyond counting',
    async (name, route) => {
      const change = await changeFor(stage, name)
      for (const [spoilt, hurts] of spoiltInputs(change.input, route.endpoint)) {
        await forgetLimits(stage)
        const answer = await makeChange(stage, route, { ...change, input: spoilt })
        expect([hurts, answer.status >= 400 && answer.status < 500]).toEqual([hurts, true])
        expect(answer.refusal.message).toMatch(/[а-я]{3}/)
      }
    },
  )

  test.each(changing)('%s takes or refuses long and right-to-left texts, and does not break', async (name, route) => {
    for (const text of [
      'שלום \u202Eтскет\u202C 🙂',
      'я'.repeat(10_000),
      '=cmd|"/c calc"!A1',
      "'; drop table person; --",
    ]) {
      await forgetLimits(stage)
      const change = await changeFor(stage, name)
      const input = withEachText(change.input, (value) => value + text)
      const { status } = await makeChange(stage, route, { ...change, input: Object(input) })
      expect([name, text.slice(0, 20), status < 500]).toEqual([name, text.slice(0, 20), true])
    }
  })
})

function startUpload(extra: Record<string, string>): ClientRequest {
  const path = `/api/imports?name=${encodeURIComponent('Приказ.docx')}`
  const all = { ...headers(), 'content-type': 'application/octet-stream', cookie: cookieOf('coordinator'), ...extra }
  return request({ host: '127.0.0.1', port, path, method: 'POST', headers: { ...all, 'idempotency-key': newId() } })
}

function answerTo(upload: ClientRequest): Promise<{ status: number; message: string }> {
  return new Promise((resolve, reject) => {
    let isAnswered = false
    upload.on('error', (error) => !isAnswered && reject(error))
    upload.once('response', (response) => {
      isAnswered = true
      let text = ''
      response.on('data', (piece) => {
        text += piece
      })
      response.on('end', () => resolve({ status: response.statusCode ?? 0, message: JSON.parse(text).message }))
    })
  })
}

async function expectNothingLeft() {
  const { incoming } = await stage.opora.perform({ kind: 'operator' }, async (work) => work.store)
  await expect.poll(() => readdir(incoming.folder), { timeout: 3000 }).toEqual([])
}

async function fileRows(): Promise<number> {
  const [row] = await askHouse<{ count: number }>(stage.opora, 'select count(*)::int as count from file')
  return row?.count ?? 0
}

function inject(url: string, payload: string | Buffer) {
  const all = { ...headers(), 'content-type': 'application/json', 'idempotency-key': newId() }
  return stage.opora.api.inject({ method: 'POST', url, payload, headers: all })
}

function headers() {
  return { origin: ORIGIN, host: new URL(ORIGIN).host }
}

function cookieOf(visitor: 'coordinator'): string {
  return `opora=${stage.district.cookies[visitor]}`
}

function routeOf(name: string) {
  const found = registry.find((route) => route.name === name)
  if (!found) throw new Error(`no ${name}`)
  return found
}

/** The input with one value spoilt at a time, and what was done to it. An address cannot carry half a character. */
function spoiltInputs(input: Change['input'], { path, upload }: Endpoint): [Change['input'], string][] {
  return placesIn(input).flatMap(([place, value]) => {
    const isInBody = !upload && !path.includes(`:${place[0]}`)
    const worse = [...worseThan(value), ...(isInBody && typeof value === 'string' ? [`${value}\uD83D`] : [])]
    return worse.map((one): [Change['input'], string] => [Object(spoil(input, place, one)), `${place}: ${one}`])
  })
}

function worseThan(value: unknown): unknown[] {
  if (typeof value === 'number') return [2 ** 31 - 1, 2 ** 53, -1, 0.5]
  if (typeof value !== 'string') return []
  if (/^\d{4}-\d\d-\d\d$/.test(value)) return [`${value}\0`, '0000-01-01', '9999-12-31', '2024-02-30']
  return [`${value}\0`, ...(/[а-яё]/i.test(value) ? ['\u200B\u2060\u00AD\u2800'] : [])]
}

function placesIn(value: unknown, place: string[] = []): [string[], unknown][] {
  if (typeof value !== 'object' || value === null) return [[place, value]]
  return Object.entries(value).flatMap(([name, part]) => placesIn(part, [...place, name]))
}

function spoil(value: unknown, [name, ...rest]: string[], worse: unknown): unknown {
  if (name === undefined) return worse
  const part = Object(value)[name]
  return Array.isArray(value)
    ? value.map((one, index) => (String(index) === name ? spoil(one, rest, worse) : one))
    : { ...Object(value), [name]: spoil(part, rest, worse) }
}

/** Every text that a person types; ids, days, hours and words of a list stay. */
function withEachText(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return /[а-яё]/i.test(value) ? change(value) : value
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map((one) => withEachText(one, change))
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, withEachText(part, change)]))
}
