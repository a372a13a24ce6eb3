import { readFile } from 'node:fs/promises'
import pg from 'pg'
import { withClient } from '../src/server/postgres/with-client.ts'
import { declaredVisibilities } from '../src/server/visibility.ts'
import { settleDistrict } from './district.ts'
import { openGround } from './ground.ts'
import { median, spread } from './median.ts'
import type { Crowd } from './populate.ts'
import { capture, type Server, startServer } from './requests.ts'
import { again, type Sent } from './sent.ts'

export type RowsCost = {
  screen: string
  /** Microseconds of the database's processor time for the statements of one request: medians over the rounds. */
  guarded: number
  open: number
  ratio: number
  noise: number
}

const ROUNDS = 5
const ROUND_MICROS = 150_000
const MICROS_IN_TICK = 10_000

/** What row-level security costs the database: the same statements with it and without it, in one session. */
export async function measureRows(crowd: Crowd): Promise<RowsCost[]> {
  if (process.platform !== 'linux') return [] // the processor time of another process is read where Linux tells it
  const ground = await openGround()
  const children: Server[] = []
  try {
    const { screens } = await settleDistrict(ground.opora, crowd)
    await ground.takeStock()
    const product = await startServer(children, { what: 'product', ...ground })
    await product.ask({ what: 'listen to statements' })
    const costs: RowsCost[] = []
    for (const screen of screens) {
      const { sent } = await capture(product, screen)
      costs.push({ screen: screen.name, ...(await compare(sent, ground)) })
    }
    return costs
  } finally {
    for (const child of children) child.end()
    await ground.stop()
  }
}

async function compare(sent: Sent[], { appUrl, ownerUrl }: { appUrl: string; ownerUrl: string }) {
  const rounds = { guarded: [] as number[], open: [] as number[] }
  await withClient(appUrl, async (client) => {
    const backend = await backendOf(client)
    const count = await roundSize(client, sent, backend)
    for (let index = 0; index < ROUNDS; index++) {
      for (const [kind, verb] of [
        ['guarded', 'enable'],
        ['open', 'disable'],
      ] as const) {
        await setGuard(ownerUrl, verb)
        await replay(client, sent, 5)
        const before = await processorTime(backend)
        await replay(client, sent, count)
        rounds[kind].push(((await processorTime(backend)) - before) / count)
      }
    }
  })
  await setGuard(ownerUrl, 'enable')
  const [guarded, open] = [median(rounds.guarded), median(rounds.open)]
  return { guarded, open, ratio: guarded / open, noise: spread(rounds.open) }
}

async function replay(client: pg.Client, sent: Sent[], count: number): Promise<void> {
  for (let left = count; left > 0; left--) for (const one of sent) await client.query(again(one))
}

async function roundSize(client: pg.Client, sent: Sent[], backend: number): Promise<number> {
  const before = await processorTime(backend)
  await replay(client, sent, 20)
  const each = Math.max(1, (await processorTime(backend)) - before) / 20
  return Math.min(300, Math.max(10, Math.round(ROUND_MICROS / each)))
}

async function setGuard(ownerUrl: string, verb: 'enable' | 'disable'): Promise<void> {
  await withClient(ownerUrl, async (client) => {
    for (const name of declaredVisibilities().keys()) {
      await client.query(`alter table ${pg.escapeIdentifier(name)} ${verb} row level security`)
    }
  })
}

async function backendOf(client: pg.Client): Promise<number> {
  const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid')
  return rows[0]?.pid ?? 0
}

/** User and system time of a process, as Linux counts it: in hundredths of a second. */
async function processorTime(pid: number): Promise<number> {
  const fields = (await readFile(`/proc/${pid}/stat`, 'utf8')).replace(/^.*\) /, '').split(' ')
  return (Number(fields[11]) + Number(fields[12])) * MICROS_IN_TICK
}
