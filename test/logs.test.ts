import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { createOpora, type Opora } from '../src/app/opora.ts'
import { createInvitation } from '../src/features/access/links.service.ts'
import { newId } from '../src/kernel/id.ts'
import { movableClock } from '../src/server/clock.ts'
import { errorLine } from '../src/server/http/log-lines.ts'
import { ORIGIN } from './harness/app.ts'
import { cloneDatabase } from './harness/database.ts'
import { type District, makeDistrict } from './harness/district.ts'

const SURNAME = 'Канарейкина'
const PASSWORD = 'секретная канарейка поёт'
const LOGIN = 'canary.login@example.test'
const SEARCHED = 'canary-in-an-address'

let opora: Opora
let district: District
let folder: string
const lines: string[] = []

beforeAll(async () => {
  const { appUrl, ownerUrl } = await cloneDatabase()
  folder = await mkdtemp(join(tmpdir(), 'opora-files-'))
  await writeFile(join(folder, 'index.html'), '<!doctype html>')
  vi.spyOn(process.stderr, 'write').mockImplementation((line) => lines.push(String(line)) > 0)
  opora = await createOpora({
    appUrl,
    ownerUrl,
    databaseKind: 'server',
    folder,
    clock: movableClock(new Date('2024-02-14T06:00:00Z')),
    secret: 'a secret of the tests, long enough to be one',
    secure: false,
    trustProxy: false,
    publicUrl: ORIGIN,
    isDemonstration: false,
    webFolder: folder,
    door: null,
    log: 'requests',
    demoClock: null,
  })
  district = await makeDistrict(opora)
})
afterAll(async () => {
  await opora.stop()
  vi.restoreAllMocks()
  await rm(folder, { recursive: true, force: true })
})

test('requests are logged by their paths', async () => {
  await send('GET', '/api/me')
  expect(said()).toContain('"path":"/api/me"')
})

test('no password, token, session, name, file name or typed word reaches the log', async () => {
  const token = await opora.perform({ kind: 'operator' }, async (work) =>
    work.tokenOf(await createInvitation(work, 'invitation', district.people.deputy)),
  )
  const accepted = { token, name: `${SURNAME} Анна`, login: LOGIN, password: PASSWORD }
  const entered = await send('POST', '/api/links/acceptance', { body: accepted })
  expect(entered.statusCode).toBe(200)
  const session = String(entered.headers['set-cookie']).split(/[=;]/)[1] ?? ''
  const asked = [
    await send('POST', '/api/sessions', { body: { login: LOGIN, password: PASSWORD } }),
    await send('POST', '/api/sessions', { body: { login: LOGIN, password: `${PASSWORD}!` } }),
    await send('POST', '/api/sessions', { body: { login: LOGIN, password: PASSWORD, [SURNAME]: SURNAME } }),
    await send('POST', '/api/sessions', { body: `{"login":"${SURNAME}` }),
    await send('POST', '/api/links/inspection', { body: { token } }),
    await send('GET', `/api/people?search=${SEARCHED}`),
    await send('GET', `/api/nothing?search=${SEARCHED}`),
    await send('GET', `/nowhere?search=${SEARCHED}`),
    await send('GET', `/api/%zz?search=${SEARCHED}`),
    await send('POST', `/api/imports?name=${encodeURIComponent(SURNAME)}.docx`, {
      body: Buffer.from(SURNAME),
      cookie: `opora=${district.cookies.coordinator}`,
    }),
  ]
  expect(asked.map(({ statusCode }) => statusCode)).toEqual([200, 401, 400, 400, 409, 401, 404, 404, 400, 200])
  expect(session.length).toBeGreaterThan(20)
  for (const secret of [SURNAME, PASSWORD, LOGIN, SEARCHED, token, session, district.cookies.coordinator ?? 'none']) {
    expect(said()).not.toContain(secret)
    expect(said()).not.toContain(encodeURIComponent(secret))
  }
})

test('a bug is logged once with its place and the number that the person was told, without what was typed', async () => {
  const { transaction } = opora.database
  const broken = vi.spyOn(opora.database, 'transaction').mockImplementation((mode, actor, use) =>
    transaction(mode, actor, async (inside) => {
      await inside.db.execute('set local search_path to pg_temp')
      return use(inside)
    }),
  )
  const input = {
    name: `${SURNAME} Вера`,
    position: 'завуч',
    role: 'school_team',
    organisationId: district.schools[0]?.id,
  }
  const answer = await send('POST', '/api/people', { body: input, cookie: `opora=${district.cookies.coordinator}` })
  broken.mockRestore()
  expect(answer.statusCode).toBe(500)
  const { requestId, message } = answer.json()
  expect(message).toContain(requestId)

  const logged = lines.filter((line) => line.includes('"msg":"bug"') && line.includes(requestId))
  expect(logged).toHaveLength(1)
  expect(logged[0]).toContain('"code":"42P01"')
  expect(logged[0]).toMatch(/"stack":"at /)
  expect(said()).not.toContain(SURNAME)
})

test('what a database or a parser quotes in its complaint is left out, what we say ourselves stays', () => {
  const complaint = Object.assign(new Error(`Key (login)=(${LOGIN}) already exists.`), {
    severity: 'ERROR',
    code: '23505',
    constraint: 'person_login_unique',
    detail: LOGIN,
  })
  const wrapped = Object.assign(new Error(`Failed query: insert\nparams: ${SURNAME}`, { cause: complaint }), {
    query: 'insert into "person" values ($1)',
    params: [SURNAME],
  })
  expect(JSON.stringify(errorLine(wrapped))).not.toMatch(new RegExp(`${SURNAME}|${LOGIN}`))
  expect(errorLine(wrapped)).toMatchObject({ query: wrapped.query, cause: { constraint: 'person_login_unique' } })
  expect(errorLine(new TypeError('the road has no end')).message).toBe('the road has no end')
})

function said(): string {
  return lines.join('')
}

function send(method: 'GET' | 'POST', url: string, { body, cookie }: { body?: object | string; cookie?: string } = {}) {
  const type = Buffer.isBuffer(body) ? 'application/octet-stream' : 'application/json'
  return opora.api.inject({
    method,
    url,
    headers: {
      origin: ORIGIN,
      host: new URL(ORIGIN).host,
      'idempotency-key': newId(),
      ...(body !== undefined && { 'content-type': type }),
      ...(cookie && { cookie }),
    },
    ...(body !== undefined && { payload: body }),
  })
}
