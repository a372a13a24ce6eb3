import { createHash, randomBytes } from 'node:crypto'
import { appendFileSync, readFileSync } from 'node:fs'
import { chmod, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { attachToRunning } from '../../src/server/postgres/attach.ts'
import { isAlive, waitUntil } from '../../src/server/postgres/processes.ts'
import { makeThrowAwayFolder } from '../../src/server/postgres/throw-away.ts'
import { withClient } from '../../src/server/postgres/with-client.ts'
import { chanceFrom } from './chance.ts'
import { type Office, openOffice, type Written } from './office.ts'

export type Killed = {
  rounds: number
  acknowledged: number
  unanswered: number
  lost: string[]
  halfDone: string[]
  slowestStartMs: number
}

const WRITERS = 4
const LONGEST_LOAD_MS = 2_000

/**
 * Kills the server, its database or both at a random moment under write load, starts again, and looks whether anything
 * that was acknowledged is lost and anything at all is half done. What was acknowledged lies in a file of its own.
 */
export async function killRounds({ rounds, seed }: { rounds: number; seed: number }): Promise<Killed> {
  const chance = chanceFrom(seed)
  const { folder, remove } = await makeThrowAwayFolder('kills')
  await chmod(folder, 0o711) // the database's own user passes through it
  const ledger = join(folder, 'acknowledged.txt')
  const killed: Killed = { rounds, acknowledged: 0, unanswered: 0, lost: [], halfDone: [], slowestStartMs: 0 }
  const office = await openOffice(join(folder, 'data'))
  try {
    for (let round = 0; round < rounds; round++) {
      const victim = (['server', 'database', 'both'] as const)[Math.floor(chance() * 3)] ?? 'server'
      const load = startLoad(office, ledger)
      await pause(200 + chance() * LONGEST_LOAD_MS)
      await kill(office, victim)
      killed.unanswered += (await load.end()).length
      const began = performance.now()
      if (victim !== 'database') await office.start()
      await office.untilReady()
      killed.slowestStartMs = Math.max(killed.slowestStartMs, Math.round(performance.now() - began))
      const repeated = await Promise.all(load.unanswered.map((written) => office.send(written)))
      if (repeated.some((status) => status !== 200))
        killed.halfDone.push(`round ${round}: a repeat was answered ${repeated}`)
      for (const written of load.unanswered) acknowledge(ledger, written)
      await compare(office.folder, ledger, killed)
    }
    killed.acknowledged = readLedger(ledger).length
    return killed
  } finally {
    await office.close()
    await remove()
  }
}

function startLoad(office: Office, ledger: string) {
  let isOver = false
  const unanswered: Written[] = []
  const writers = Array.from({ length: WRITERS }, async (_, number) => {
    while (!isOver) {
      const written = number === 0 ? aLetter() : aSchool()
      const status = await office.send(written).catch(() => 0)
      if (status === 200) acknowledge(ledger, written)
      else {
        unanswered.push(written)
        await pause(20)
      }
    }
  })
  return {
    unanswered,
    async end() {
      isOver = true
      await Promise.all(writers)
      return unanswered
    },
  }
}

function aSchool(): Written {
  const key = randomBytes(12).toString('hex')
  return { kind: 'school', key, name: `Школа ${key}` }
}

function aLetter(): Written {
  const key = randomBytes(12).toString('hex')
  return { kind: 'letter', key, name: `Письмо ${key}.txt`, bytes: Buffer.from(`Письмо ${key}\n`.repeat(200)) }
}

function acknowledge(ledger: string, { kind, name, bytes }: Written): void {
  const sha256 = bytes ? createHash('sha256').update(bytes).digest('hex') : ''
  appendFileSync(ledger, `${kind}\t${name}\t${sha256}\n`)
}

function readLedger(ledger: string): string[][] {
  return readFileSync(ledger, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => line.split('\t'))
}

async function kill(office: Office, victim: 'server' | 'database' | 'both'): Promise<void> {
  const record = await readFile(join(office.folder, 'postgres/postmaster.pid'), 'utf8')
  const database = Number(record.split('\n')[0])
  if (victim !== 'database') await office.kill()
  if (victim === 'server') return
  process.kill(database, 'SIGKILL')
  await waitUntil(async () => !(await isAlive(database)), 5_000)
}

/** Straight from the database, past the product: every acknowledged thing is there once, with its trace and its bytes. */
async function compare(folder: string, ledger: string, killed: Killed): Promise<void> {
  const running = await attachToRunning(folder)
  if (!running) throw new Error('the database is not there after the start')
  const { schools, letters, halves } = await withClient(running.ownerUrl, async (client) => {
    const one = async (text: string) => (await client.query<{ name: string; more: string }>(text)).rows
    return {
      schools: await one(`select short_name as name, count(*)::text as more from organisation group by 1`),
      letters: await one(`select name, sha256 as more from file`),
      halves: await one(HALVES),
    }
  })
  const known = new Map(schools.map(({ name, more }) => [name, more]))
  const files = new Map(letters.map(({ name, more }) => [name, more]))
  for (const [kind, name = '', sha256] of readLedger(ledger)) {
    if (kind === 'school' && known.get(name) !== '1') killed.lost.push(`${name}: ${known.get(name) ?? 'lost'}`)
    if (kind === 'letter' && files.get(name) !== sha256) killed.lost.push(`${name}: ${files.get(name) ?? 'lost'}`)
  }
  for (const { name, more } of letters) {
    const path = join(folder, 'files', more.slice(0, 2), more)
    if (!(await stat(path).catch(() => null))) killed.halfDone.push(`${name}: a row without its bytes`)
  }
  killed.halfDone.push(...halves.map(({ name, more }) => `${name}: ${more}`))
}

/** A change without its trace, a trace without its change, and a claimed repeat key without an answer. */
const HALVES = `
  select o.short_name as name, 'a school without its trace' as more from organisation o
    where not exists (select from audit_entry a where a.subject_id = o.id::text)
  union all
  select a.subject_id, 'a trace without its school' from audit_entry a
    where a.action = 'organisation.created' and not exists (select from organisation o where o.id::text = a.subject_id)
  union all
  select f.name, 'a file without its trace' from file f
    where not exists (select from audit_entry a where a.subject_id = f.id::text)
  union all
  select key, 'a repeat key without an answer' from idempotency_key where answer is null`
