import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { askHouse } from '../../test/harness/ask-house.ts'
import { cloneDatabase } from '../../test/harness/database.ts'
import { accessContract } from '../features/access/contract.ts'
import { assignmentsContract } from '../features/assignments/contract.ts'
import { type Contract, requestOf } from '../kernel/contract.ts'
import { newId } from '../kernel/id.ts'
import { movableClock } from '../server/clock.ts'
import { withClient } from '../server/postgres/with-client.ts'
import { createOpora, type Opora } from './opora.ts'
import { tokensFrom } from './perform.ts'
import { simulateRegion } from './simulate-command.ts'
import type { Filled } from './simulation/fill-region.ts'

const ORIGIN = 'http://127.0.0.1:8310'
const SECRET = 'a secret of the tests, long enough to be one'
const now = new Date('2026-04-22T13:00:00Z')
const wanted = { schools: 20, years: 2, seed: 7, now, tokenOf: tokensFrom(SECRET) }

const { appUrl, ownerUrl } = await cloneDatabase()
const folder = await mkdtemp(join(tmpdir(), 'opora-simulated-'))
let filled: Filled
let opora: Opora

beforeAll(async () => {
  filled = await withClient(ownerUrl, (client) => simulateRegion(client, wanted))
  opora = await createOpora({
    ...{
      appUrl,
      ownerUrl,
      databaseKind: 'server',
      folder,
      secret: SECRET,
      clock: movableClock(now),
      publicUrl: ORIGIN,
      log: 'bugs',
    },
    ...{ secure: false, trustProxy: false, isDemonstration: false, webFolder: null, door: null, demoClock: null },
  })
})
afterAll(async () => {
  await opora.stop()
  await rm(folder, { recursive: true, force: true })
})

test('the same seed writes the same region, row by row; another seed another one', async () => {
  const [again, other] = [await cloneDatabase(), await cloneDatabase()]
  await withClient(again.ownerUrl, (client) => simulateRegion(client, wanted))
  await withClient(other.ownerUrl, (client) => simulateRegion(client, { ...wanted, seed: 8 }))
  const hash = await hashOf(ownerUrl)
  expect(await hashOf(again.ownerUrl)).toBe(hash)
  expect(await hashOf(other.ownerUrl)).not.toBe(hash)
})

test('an installation in which there is anything is refused, and stays as it is', async () => {
  const before = await hashOf(ownerUrl)
  await expect(withClient(ownerUrl, (client) => simulateRegion(client, wanted))).rejects.toThrow('уже что-то есть')
  expect(await hashOf(ownerUrl)).toBe(before)
})

test('twenty schools of two districts have lived through their years', () => {
  expect(filled.counts).toMatchObject({ organisation: 24, programme: 4 })
  expect(filled.counts.submission).toBeGreaterThan(300)
  expect(filled.counts.audit_entry).toBeGreaterThan(filled.counts.submission ?? 0)
})

test('no fact hangs on what was never asked of the organisation, and none lies in the future', async () => {
  const { rows } = await withClient(ownerUrl, (client) =>
    client.query(`
      select s.id from submission s
      left join task_recipient t on t.activity_id = s.activity_id and t.organisation_id = s.organisation_id
      left join activity a on a.id = s.activity_id
      left join road_map r on r.id = a.road_map_id
      left join participant p on p.programme_id = r.programme_id and p.organisation_id = s.organisation_id
      where (t.activity_id is null and p.programme_id is null and a.owner_id <> s.organisation_id)
        or s.submitted_at > '2026-04-22T13:00:00Z' or s.decided_at > '2026-04-22T13:00:00Z'`),
  )
  expect(rows).toEqual([])
})

test('a link of each role signs in, and the coordinator finds schools in every state', async () => {
  expect(new Set(filled.links.map((one) => one.role)).size).toBe(9)
  for (const { invitationId } of filled.links) await signIn(invitationId)
  const coordinator = filled.links.find((one) => one.role === 'municipal_coordinator')
  const cookie = await signIn(coordinator?.invitationId ?? '')
  const [programme] = await askHouse<{ id: string }>(
    opora,
    `select p.id from programme p join membership m on m.organisation_id = p.authority_id
     join invitation i on i.person_id = m.person_id where i.id = $1 and p.year = 2026`,
    [coordinator?.invitationId],
  )
  const matrix = await call(assignmentsContract, 'loadMatrix', { programmeId: programme?.id }, cookie)
  const states = new Set(JSON.stringify(matrix).match(/"state":"[\w-]+"/g))
  expect(states.size).toBeGreaterThan(6)
})

async function signIn(invitationId: string): Promise<string> {
  const { path, body } = requestOf(accessContract.acceptLink, { token: wanted.tokenOf(invitationId) })
  const response = await opora.api.inject({
    method: 'POST',
    url: path,
    headers: { origin: ORIGIN, host: '127.0.0.1:8310', 'idempotency-key': newId(), 'content-type': 'application/json' },
    ...(body !== null && { payload: body }),
  })
  expect(response.statusCode).toBe(200)
  return String(response.headers['set-cookie']).split(';')[0] ?? ''
}

async function call(contract: Contract, name: string, input: object, cookie: string): Promise<unknown> {
  const endpoint = contract[name]
  if (!endpoint) throw new Error(`no endpoint ${name}`)
  const response = await opora.api.inject({ url: requestOf(endpoint, { ...input }).path, headers: { cookie } })
  expect(response.statusCode).toBe(200)
  return response.json()
}

/** Of all that the region is made of, in an order of its own. */
async function hashOf(url: string): Promise<string> {
  const { rows } = await withClient(url, (client) =>
    client.query<{ hash: string }>(`
      select md5(string_agg(line, '' order by line)) as hash from (
        select o::text as line from organisation o union all select p::text from person p
        union all select i::text from invitation i union all select a::text from activity_revision a
        union all select f::text from proof_item f union all select s::text from submission s
        union all select t::text from task t union all select (to_jsonb(e) - 'xid' - 'cluster')::text from audit_entry e
        union all select v::text from audit_value v) lines`),
  )
  return rows[0]?.hash ?? ''
}
