import pg from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest'
import { sealAll } from '../src/app/sealing.ts'
import { FIRST_HASH, spellingOf } from '../src/features/audit/seal.ts'
import { record, recordRead } from '../src/features/audit/service.ts'
import { verifyAudit } from '../src/features/audit/verify.service.ts'
import { newId } from '../src/kernel/id.ts'
import { startTestApp } from './harness/app.ts'
import { emptyDatabase } from './harness/database.ts'
import { databaseAddress } from './harness/database-address.ts'

const app = await startTestApp()
const { opora } = app
let owner: pg.Client

beforeAll(async () => {
  const [{ name } = { name: '' }] = await opora.database.query<{ name: string }>('select current_database() as name')
  owner = new pg.Client({ connectionString: databaseAddress(inject('postgres').ownerUrl, name) })
  await owner.connect()
})
afterAll(() => owner.end())

/** What this application has under way beside the test holds the horizon back for a moment. */
async function sealEverything() {
  for (let tries = 0; tries < 100; tries++) {
    await sealAll(opora.perform)
    if ((await verify()).unsealed === 0) return
    await new Promise((done) => setTimeout(done, 100))
  }
  throw new Error('the horizon never moved')
}

const verify = () => opora.perform({ kind: 'operator' }, verifyAudit)

function leave(count: number): Promise<void> {
  return opora.perform({ kind: 'operator' }, async (work) => {
    for (let at = 0; at < count; at++) {
      await record(work, { action: 'task.given', subjectId: newId(), after: { text: `поручение ${at}` } })
    }
  })
}

/** Somebody opened so many cards. */
function open(count: number): Promise<void> {
  return opora.perform({ kind: 'operator' }, async (work) => {
    for (let at = 0; at < count; at++) await recordRead(work, 'access.loadPerson', newId())
  })
}

/** What a stranger with the owner's rights does to a copy; the copy is thrown away afterwards. */
async function inCopy(...statements: string[]): Promise<string[]> {
  const verdict = await opora.perform({ kind: 'operator' }, async (work) => {
    const client = owner
    await client.query('begin')
    try {
      for (const statement of statements) await client.query(statement)
      // The verifier reads what the stranger left: the same connection, before it is rolled back.
      const { drizzle } = await import('drizzle-orm/node-postgres')
      return await verifyAudit({ ...work, db: drizzle(client) })
    } finally {
      await client.query('rollback')
    }
  })
  return verdict.broken.map(({ fault, number }) => `${fault} ${number}`)
}

const SECOND =
  '(select id from audit_entry e, audit_seal s where s.number = 2 and e.xid >= s.from_xid and e.xid < s.to_xid order by e.id limit 1)'
const LAST =
  '(select id from audit_entry e, audit_seal s where s.number = 2 and e.xid >= s.from_xid and e.xid < s.to_xid order by e.id desc limit 1)'

const READ =
  '(select r.id from person_read r, audit_seal s where s.number = 2 and r.xid >= s.from_xid and r.xid < s.to_xid order by r.id limit 1)'

describe('a sealed audit', () => {
  beforeEach(async () => {
    await owner.query('truncate audit_seal')
    await sealEverything()
    for (let seals = 0; seals < 2; seals++) {
      await leave(3)
      await open(2)
      await sealEverything()
    }
  })

  test('is whole: every entry stands under one seal', async () => {
    const { rows } = await owner.query('select count(*)::int as count from audit_entry')
    expect(await verify()).toMatchObject({ seals: 3, entries: rows[0].count, unsealed: 0, broken: [] })
  })

  test.each([
    [
      'an action that was changed',
      [`update audit_entry set action = 'task.cancelled' where id = ${SECOND}`],
      'rows-changed 2',
    ],
    [
      'a moment moved by a microsecond',
      [`update audit_entry set at = at + interval '1 microsecond' where id = ${SECOND}`],
      'rows-changed 2',
    ],
    ['another doer', [`update audit_entry set actor_kind = 'job' where id = ${SECOND}`], 'rows-changed 2'],
    [
      'an entry that was deleted',
      [`delete from audit_value where entry_id = ${SECOND}`, `delete from audit_entry where id = ${SECOND}`],
      'rows-missing 2',
    ],
    [
      'an entry that was inserted',
      [
        `insert into audit_entry (id, at, actor_kind, request_id, action, subject_id, cluster, xid)
        select gen_random_uuid(), at, actor_kind, request_id, action, subject_id, cluster, xid from audit_entry where id = ${SECOND}`,
      ],
      'rows-added 2',
    ],
    [
      'two entries that changed places',
      [
        `create temp table swap on commit drop as select id, subject_id from audit_entry where id in (${SECOND}, ${LAST})`,
        'update audit_entry e set subject_id = (select s.subject_id from swap s where s.id <> e.id) where e.id in (select id from swap)',
      ],
      'rows-changed 2',
    ],
    [
      'a value that was rewritten',
      [`update audit_value set after = '{"text":"другое"}' where entry_id = ${SECOND}`],
      'value-changed 2',
    ],
    ['a value that was removed', [`delete from audit_value where entry_id = ${SECOND}`], 'value-missing 2'],
    ['a read of a card that was deleted', [`delete from person_read where id = ${READ}`], 'reads-missing 2'],
    [
      'a read of a card under another name',
      [`update person_read set reader_id = gen_random_uuid() where id = ${READ}`],
      'reads-changed 2',
    ],
    [
      'a read of a card that was invented',
      [
        `insert into person_read (id, at, reader_kind, route, subject_id, request_id, cluster, xid)
        select gen_random_uuid(), at, reader_kind, route, subject_id, request_id, cluster, xid from person_read where id = ${READ}`,
      ],
      'reads-added 2',
    ],
    ['a seal that was removed', ['delete from audit_seal where number = 2'], 'seal-missing 3'],
    ['a seal that was rewritten', ['update audit_seal set count = count + 1 where number = 2'], 'seal-changed 2'],
  ])('%s is named', async (_what, statements, named) => {
    expect(await inCopy(...statements)).toContain(named)
  })

  test('a value removed by an act is no fault', async () => {
    const statements = [
      `insert into audit_erasure (entry_id, erased_at, act) values (${SECOND}, now(), '1')`,
      `delete from audit_value where entry_id = ${SECOND}`,
    ]
    expect(await inCopy(...statements)).toEqual([])
  })
})

test('entries of a transaction that lasts longer than the others wait for their seal, and none falls between two', async () => {
  await sealEverything()
  let release: () => void = () => undefined
  const held = new Promise<void>((resolve) => {
    release = resolve
  })
  let started: () => void = () => undefined
  const began = new Promise<void>((resolve) => {
    started = resolve
  })
  const slow = opora.perform({ kind: 'operator' }, async (work) => {
    await record(work, { action: 'task.given', subjectId: 'slow' })
    started()
    await held
  })
  await began
  await leave(5)
  await sealAll(opora.perform)
  const during = await verify()
  expect([during.unsealed, during.broken]).toEqual([5, []])
  release()
  await slow
  await sealEverything()
  expect(await verify()).toMatchObject({ unsealed: 0, broken: [] })
})

test('what was only read is sealed too, and a seal from before reads were sealed stands', async () => {
  await sealEverything()
  const before = await verify()
  await open(3)
  await sealEverything()
  const verdict = await verify()
  expect(verdict).toMatchObject({ seals: before.seals + 1, reads: before.reads + 3, unsealed: 0, broken: [] })

  const old = { number: 1, cluster: 'an old server', fromXid: '0', toXid: '5', count: 1 }
  const moments = { firstAt: '2024-01-01T00:00:00.000000Z', lastAt: '2024-01-01T00:00:00.000000Z' }
  const spelled = [old.number, old.cluster, old.fromXid, old.toXid, ...Object.values(moments), 1, 'hash', FIRST_HASH]
  const segment = { ...old, ...moments, rowsHash: 'hash', previousHash: FIRST_HASH, readsCount: 0, readsHash: null }
  expect(spellingOf(segment)).toBe(JSON.stringify(spelled))
})

test('a transaction of another database on the same server delays no seal', async () => {
  const elsewhere = new pg.Client({ connectionString: (await emptyDatabase()).ownerUrl })
  await elsewhere.connect()
  try {
    await elsewhere.query('begin')
    await elsewhere.query('select pg_current_xact_id()')
    await leave(5)
    await sealEverything()
    expect(await verify()).toMatchObject({ unsealed: 0, broken: [] })
  } finally {
    await elsewhere.end()
  }
})

test('two processes that seal at one moment make one chain', async () => {
  await leave(3)
  await Promise.all(Array.from({ length: 6 }, () => sealAll(opora.perform)))
  await sealEverything()
  const verdict = await verify()
  expect([verdict.unsealed, verdict.broken]).toEqual([0, []])
})

test('after a restore on another server old and new entries are sealed apart, even where transactions begin anew', async () => {
  await leave(2)
  await sealEverything()
  // What an earlier server wrote, with transactions far ahead of ours: sealed there in part.
  await owner.query(
    `insert into audit_entry (id, at, actor_kind, request_id, action, subject_id, cluster, xid)
     select gen_random_uuid(), now(), 'operator', 'x', 'task.given', n::text, 'an earlier server', (900000 + n)::text::xid8
     from generate_series(1, 4) n`,
  )
  await leave(2)
  await sealEverything()
  const verdict = await verify()
  expect([verdict.unsealed, verdict.broken]).toEqual([0, []])
})
