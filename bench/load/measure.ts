import { type ChildProcess, fork } from 'node:child_process'
import { cpus } from 'node:os'
import { prepareDatabase } from '../../src/app/prepare-database.ts'
import { startEmbeddedPostgres } from '../../src/server/postgres/embedded.ts'
import { APP } from '../../src/server/postgres/roles.ts'
import { makeThrowAwayFolder } from '../../src/server/postgres/throw-away.ts'
import { type Server, startServer } from '../requests.ts'
import type { CrowdAnswered, CrowdAsked } from './crowd.ts'
import { familyTime, machineTime, postmasterOf } from './processes.ts'
import { type Region, settleRegion } from './region.ts'
import type { Sample, Thinking } from './worker.ts'

export type Latency = { screen: string; count: number; p50: number; p95: number; p99: number }

export type Shift = {
  name: string
  people: number
  /** Requests in a second. */
  pace: number
  latencies: Latency[]
  /** Answers other than 200, and connections that broke. */
  failures: number
  /** Milliseconds of processor time for a request: of the server, and of the database. */
  server: number
  database: number
  /** Shares of the whole machine: all that was busy, and what was busy with neither of the three processes. */
  busy: number
  others: number
}

export type Load = { region: Omit<Region, 'workers'>; shifts: Shift[] }

const WARM: Planned = { name: 'warming up', thinking: { least: 500, most: 2_000 }, seconds: 45 }
const SHIFTS: Planned[] = [
  { name: 'at work: 3 to 9 s between two deeds', thinking: { least: 3_000, most: 9_000 }, seconds: 60 },
  { name: 'in a hurry: half a second to 2.5 s', thinking: { least: 500, most: 2_500 }, seconds: 30 },
]

/** What the former pace left undone is done before the next is measured. */
const CHANGE_OF_SHIFT_MS = 8_000

type Planned = { name: string; thinking: Thinking; seconds: number }

/** Fifty people of a simulated region at work: what each screen's answer took, and what it cost. */
export async function measureLoad(tell: (line: string) => void): Promise<Load> {
  const { folder, remove } = await makeThrowAwayFolder('bench')
  const database = await startEmbeddedPostgres({ folder, log: tell, keeping: 'throw-away' })
  const children: Server[] = []
  let crowd: Crowd | null = null
  try {
    await prepareDatabase({ ownerUrl: database.ownerUrl, appRole: APP })
    tell('Writing the region…')
    const { workers, ...region } = await settleRegion(database.ownerUrl)
    const server = await startServer(children, {
      what: 'product',
      appUrl: database.appUrl,
      folder,
      moment: new Date().toISOString(),
    })
    const postmaster = await postmasterOf(folder)
    crowd = startCrowd()
    await crowd.ask({ what: 'begin', port: server.port, workers, thinking: WARM.thinking })
    const shifts: Shift[] = []
    for (const planned of [WARM, ...SHIFTS]) {
      tell(`Fifty people ${planned.name}…`)
      shifts.push(await workShift(planned, { crowd, server, postmaster, people: workers.length }))
    }
    await crowd.ask({ what: 'go home' })
    return { region, shifts: shifts.slice(1) }
  } finally {
    crowd?.end()
    for (const child of children) child.end()
    await database.stop()
    await remove()
  }
}

type Crowd = ReturnType<typeof startCrowd>
type Stage = { crowd: Crowd; server: Server; postmaster: number; people: number }

async function workShift({ name, thinking, seconds }: Planned, stage: Stage): Promise<Shift> {
  const { crowd, server, postmaster, people } = stage
  const clocks = async () => {
    const [machine, database, ofServer] = [await machineTime(), await familyTime(postmaster), await serverTime(server)]
    return { machine, database, server: ofServer, at: performance.now() }
  }
  await crowd.ask({ what: 'work', thinking, milliseconds: CHANGE_OF_SHIFT_MS })
  const before = await clocks()
  const { samples, processor } = await crowd.ask({ what: 'work', thinking, milliseconds: seconds * 1_000 })
  const after = await clocks()
  const passed = (after.at - before.at) * 1_000 * cpus().length
  const [machine, database, ofServer] = [
    after.machine - before.machine,
    after.database - before.database,
    after.server - before.server,
  ]
  return {
    name,
    people,
    pace: samples.length / seconds,
    latencies: latenciesOf(samples),
    failures: samples.filter((one) => one.status !== 200).length,
    server: ofServer / samples.length / 1_000,
    database: database / samples.length / 1_000,
    busy: machine / passed,
    others: Math.max(0, machine - database - ofServer - processor) / passed,
  }
}

function latenciesOf(samples: readonly Sample[]): Latency[] {
  const screens = [...new Set(samples.map((one) => one.screen))].sort()
  return [...screens, 'all'].map((screen) => {
    const times = samples
      .filter((one) => screen === 'all' || one.screen === screen)
      .map((one) => one.milliseconds)
      .sort((one, other) => one - other)
    const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0
    return { screen, count: times.length, p50: at(0.5), p95: at(0.95), p99: at(0.99) }
  })
}

async function serverTime(server: Server): Promise<number> {
  const told = await server.ask({ what: 'tell processor time' })
  return 'micros' in told ? told.micros : 0
}

function startCrowd() {
  const child: ChildProcess = fork(new URL('./crowd.ts', import.meta.url), { execArgv: ['--import', 'tsx'] })
  return {
    ask: (what: CrowdAsked) =>
      new Promise<CrowdAnswered>((resolve, reject) => {
        const ended = () => reject(new Error('the people at work are gone'))
        child.once('exit', ended)
        child.once('message', (told) => {
          child.off('exit', ended)
          resolve(told as CrowdAnswered) // bench/load/crowd.ts answers nothing else
        })
        child.send(what)
      }),
    end: () => child.kill('SIGKILL'),
  }
}
