import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { afterAll } from 'vitest'
import { createOpora, type Opora } from '../../src/app/opora.ts'
import { type Contract, type Endpoint, type OutputOf, requestOf } from '../../src/kernel/contract.ts'
import { newId } from '../../src/kernel/id.ts'
import type { RefusalAnswer } from '../../src/kernel/refusal.ts'
import { type MovableClock, movableClock } from '../../src/server/clock.ts'
import type { FrontDoor } from '../../src/server/http/front-door.ts'
import { cloneDatabase } from './database.ts'
import { type District, makeDistrict, type Visitor } from './district.ts'

export const ORIGIN = 'http://127.0.0.1:8310'
export const TEST_SECRET = 'a secret of the tests, long enough to be one'

export type Answer<Body> = {
  status: number
  body: Body
  refusal: RefusalAnswer
  requestId: string
  statements: number
  raw: Buffer
}

export type Caller = {
  /** Calls an endpoint as this visitor; a fresh repeat key unless one is given. */
  call<E extends Endpoint>(endpoint: E, input: E['input']['_zod']['input'], how?: How): Promise<Answer<OutputOf<E>>>
}

export type How = { key?: string; upload?: Uint8Array; headers?: Record<string, string> }

export type TestApp = {
  /** The application's own address of this test's database. */
  appUrl: string
  opora: Opora
  /** The database's owner, and where files lie. */
  ownerUrl: string
  folder: string
  clock: MovableClock
  district: District
  /** Someone of the fixture district, or nobody: `as('coordinator')`. */
  as(visitor: Visitor): Caller
  /** Before the file ends, where each test has an application of its own: together they would take every connection. */
  end(): Promise<void>
}

type AppOptions = {
  now?: string
  webFolder?: string
  secure?: boolean
  trustProxy?: boolean
  door?: FrontDoor
  /** A migrated database other than a clone. */
  addresses?: { appUrl: string; ownerUrl: string }
}

/** The composed product over a database of the test file's own, with a small fictional district in it. Ends with the file. */
export async function startTestApp(options: AppOptions = {}): Promise<TestApp> {
  const { appUrl, ownerUrl } = options.addresses ?? (await cloneDatabase())
  const folder = await mkdtemp(join(tmpdir(), 'opora-files-'))
  const clock = movableClock(new Date(options.now ?? '2024-02-14T06:00:00Z'))
  const opora = await createOpora({
    appUrl,
    ownerUrl,
    databaseKind: 'server',
    folder,
    clock,
    secret: TEST_SECRET,
    secure: options.secure ?? false,
    trustProxy: options.trustProxy ?? false,
    publicUrl: ORIGIN,
    isDemonstration: false,
    webFolder: options.webFolder ?? null,
    door: options.door ?? null,
    log: 'bugs',
    demoClock: null,
  })
  const district = await makeDistrict(opora)
  let isEnded = false
  const end = async () => {
    if (isEnded) return
    isEnded = true
    await opora.stop()
    await rm(folder, { recursive: true, force: true })
  }
  afterAll(end)
  return {
    opora,
    appUrl,
    ownerUrl,
    folder,
    clock,
    district,
    end,
    as: (visitor) => callerOf(opora, district.cookies[visitor] ?? null),
  }
}

function callerOf(opora: Opora, cookie: string | null): Caller {
  return {
    async call(endpoint, input, how = {}) {
      const { path, body } = requestOf(endpoint, input as Record<string, unknown>) // inputs are always objects
      const response = await opora.api.inject({
        method: endpoint.method,
        url: path,
        headers: {
          origin: ORIGIN,
          host: new URL(ORIGIN).host,
          'idempotency-key': how.key ?? newId(),
          ...(how.upload && { 'content-type': 'application/octet-stream' }),
          ...(body !== null && { 'content-type': 'application/json' }),
          ...(cookie && { cookie: `opora=${cookie}` }),
          ...how.headers,
        },
        ...(endpoint.stream && { payloadAsStream: true }),
        ...(how.upload ? { payload: Buffer.from(how.upload) } : body !== null && { payload: body }),
      })
      const raw = endpoint.stream ? await beginningOf(response.stream()) : response.rawPayload
      const isJson = String(response.headers['content-type']).startsWith('application/json')
      const parsed = isJson ? JSON.parse(raw.toString()) : null
      const statements = Number(/desc="(\d+)/.exec(String(response.headers['server-timing']))?.[1] ?? 0)
      const requestId = String(response.headers['x-request-id'])
      return {
        status: response.statusCode,
        body: parsed,
        refusal: parsed,
        requestId,
        statements,
        raw,
      }
    },
  }
}

/** A stream never ends by itself: its first words, and it is left. */
async function beginningOf(stream: Readable): Promise<Buffer> {
  for await (const piece of stream) return Buffer.from(piece)
  return Buffer.alloc(0)
}

/** Every endpoint of a contract, for tests that go through all of them. */
export function endpointsOf(contract: Contract): [string, Endpoint][] {
  return Object.entries(contract)
}
