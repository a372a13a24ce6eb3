import { once } from 'node:events'
import { mkdtemp, writeFile } from 'node:fs/promises'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { PAGE_OF } from '../src/kernel/page-of.ts'
import { ORIGIN, startTestApp } from './harness/app.ts'

const webFolder = await mkdtemp(join(tmpdir(), 'opora-web-'))
await writeFile(join(webFolder, 'index.html'), '<!doctype html><meta name="csp-nonce" content="__NONCE__">')
await writeFile(join(webFolder, 'opora.svg'), '<svg/>')

const { opora, district } = await startTestApp({ webFolder })
const host = new URL(ORIGIN).host

const everyKindOfAnswer = [
  ['a page', 'GET', '/'],
  ['a page that does not exist', 'GET', '/nowhere'],
  ['a file', 'GET', '/opora.svg'],
  ['an answer', 'GET', '/api/me'],
  ['a refusal', 'GET', '/api/people'],
  ['an endpoint that does not exist', 'GET', '/api/nothing'],
  ['a change from nowhere', 'POST', '/api/sessions'],
  ['a path that cannot be read', 'GET', '/%zz'],
  ['health', 'GET', '/healthz'],
] as const

test.each(everyKindOfAnswer)(
  '%s carries the security headers and no permission for other origins',
  async (_what, method, url) => {
    const { headers } = await opora.api.inject({ method, url, headers: { host } })
    const policy = String(headers['content-security-policy'])
    expect(policy).toContain("object-src 'none'")
    expect(policy).toContain("base-uri 'none'")
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).not.toContain('unsafe-inline')
    expect(policy).not.toContain('unsafe-eval')
    expect(headers['x-content-type-options']).toBe('nosniff')
    expect(headers['referrer-policy']).toBe('no-referrer')
    expect(headers['access-control-allow-origin']).toBeUndefined()
    expect(headers['x-request-id']).toBeDefined()
  },
)

test('an address that no screen has is answered so, one of two slashes too', async () => {
  const { hostname, port } = new URL(await opora.api.listen({ host: '127.0.0.1', port: 0 }))
  // As it is typed: whatever makes an address of it takes what follows two slashes for a host.
  const ask = async (path: string) => {
    const [answer] = await once(request({ hostname, port, path }).end(), 'response')
    answer.resume()
    return answer.statusCode
  }
  const answers = await Promise.all(['/', '/?x=1', '/nowhere', '//x/', '//'].map(ask))
  expect(answers).toEqual([200, 200, 404, 404, 404])
})

test('a page that was drawn for one person does nothing in the name of another', async () => {
  const ask = (drawnFor: string, url = '/api/organisations') =>
    opora.api.inject({
      method: 'GET',
      url,
      headers: { host, cookie: `opora=${district.cookies.curator}`, [PAGE_OF]: drawnFor },
    })
  expect((await ask(district.people.curator)).statusCode).toBe(200)
  const refused = await ask(district.people.coordinator)
  expect([refused.statusCode, refused.json().code]).toEqual([401, 'server.another-person'])
  expect((await ask(district.people.coordinator, '/api/people')).json().code).toBe('server.another-person')
  expect((await ask(district.people.coordinator, '/api/me')).statusCode).toBe(200)
})

test.each([
  ['a part of it that it does not have', { range: 'bytes=9999-' }, 200],
  ['a part that nobody can name', { range: 'bytes=a-b' }, 200],
  ['another version of it', { 'if-match': '"another"' }, 400],
  ['it only if it is older than it is', { 'if-unmodified-since': 'Mon, 01 Jan 2001 00:00:00 GMT' }, 400],
])('whoever asks of a file %s is answered, and it is no bug of ours', async (_what, headers, status) => {
  const answer = await opora.api.inject({ url: '/opora.svg', headers: { host, ...headers } })
  expect(answer.statusCode).toBe(status)
})

test('the page carries the nonce that its policy names, a fresh one each time', async () => {
  const nonces = await Promise.all(
    [1, 2].map(async () => {
      const { headers, body } = await opora.api.inject({ url: '/', headers: { host } })
      const nonce = /content="([^"]+)"/.exec(body)?.[1] ?? ''
      expect(String(headers['content-security-policy'])).toContain(`'nonce-${nonce}'`)
      return nonce
    }),
  )
  expect(nonces[0]).not.toBe(nonces[1])
})

test.each([
  ['no Origin', {}],
  ['a foreign Origin', { origin: 'https://evil.example' }],
  ['a cross-site fetch', { origin: ORIGIN, 'sec-fetch-site': 'cross-site' }],
  ['a plain form', { origin: ORIGIN, 'content-type': 'application/x-www-form-urlencoded' }],
])('a change with %s is refused', async (_what, headers) => {
  const answer = await opora.api.inject({
    method: 'POST',
    url: '/api/sessions',
    headers: { host, 'content-type': 'application/json', ...headers },
    payload: '{}',
  })
  expect(answer.statusCode).toBe(403)
  expect(answer.json().code).toBe('server.foreign-origin')
})

test('the sixth wrong password within a minute is asked to wait, the right person on another name is not', async () => {
  const attempt = (login: string) =>
    opora.api.inject({
      method: 'POST',
      url: '/api/sessions',
      headers: { host, origin: ORIGIN },
      payload: { login, password: 'wrong password' },
    })
  const statuses: number[] = []
  for (let round = 0; round < 6; round++) statuses.push((await attempt('director')).statusCode)
  expect(statuses).toEqual([401, 401, 401, 401, 401, 429])
  expect((await attempt('coordinator')).statusCode).toBe(401)
})

test('unknown keys of an input are refused, and the sentence is in the asked language', async () => {
  const cookie = `opora=${district.cookies.coordinator}`
  const { statusCode, body } = await opora.api.inject({
    url: '/api/organisations?surprise=1',
    headers: { host, cookie, 'accept-language': 'en' },
  })
  expect(statusCode).toBe(400)
  expect(JSON.parse(body).message).toContain('Some fields')
})

test('the interface is described as OpenAPI 3.1, every endpoint with its callers', async () => {
  const { openapi, paths } = (await opora.api.inject({ url: '/api/openapi.json', headers: { host } })).json()
  expect(openapi).toBe('3.1.0')
  expect(paths['/api/people'].get.description).toBe('Callers: administrator, municipal_coordinator.')
})

test('health says live and ready', async () => {
  expect((await opora.api.inject({ url: '/healthz', headers: { host } })).json()).toEqual({ live: true, ready: true })
})
