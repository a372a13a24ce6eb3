import type { RequestListener } from 'node:http'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { FastifyInstance } from 'fastify'
import { identify } from '../features/access/identify.service.ts'
import { recordRead } from '../features/audit/service.ts'
import type { Installation as BackedUp } from '../server/backup/make-backup.ts'
import type { Clock, MovableClock } from '../server/clock.ts'
import { type Database, openDatabase } from '../server/database.ts'
import { openFileStore } from '../server/file-store.ts'
import { createApi } from '../server/http/api.ts'
import type { FrontDoor } from '../server/http/front-door.ts'
import type { Ground } from '../server/http/ground.ts'
import { serveHealth } from '../server/http/health.ts'
import { openStreams } from '../server/http/open-streams.ts'
import { servePages } from '../server/http/pages.ts'
import { type Jobs, startJobs } from '../server/jobs.ts'
import { sentencesOf } from '../server/sentences.ts'
import { afterChange } from './after-change.ts'
import { allRefusals, allRoutes, type Installation } from './features.ts'
import { firstQuestions } from './first-questions.ts'
import { FILES_QUERY, programVersion } from './installation.ts'
import { jobBodies } from './job-bodies.ts'
import { openChanges } from './live/changes.ts'
import { type Perform, performOver, tokensFrom } from './perform.ts'
import { screenPaths } from './screen-paths.ts'
import { startSealing } from './sealing.ts'

export type OporaOptions = Installation & {
  appUrl: string
  /** For copies, which are taken as the owner. */
  ownerUrl: string
  databaseKind: BackedUp['kind']
  /** Where files lie. */
  folder: string
  clock: Clock
  /** From it the tokens of links are derived. */
  secret: string
  secure: boolean
  trustProxy: boolean
  /** The folder of built screens; null where only the interface is wanted. */
  webFolder: string | null
  door: FrontDoor | null
  log: 'requests' | 'bugs'
  /** Set only in a demonstration, whose clock can be moved. */
  demoClock: MovableClock | null
}

export type Opora = {
  api: FastifyInstance
  database: Database
  perform: Perform
  /** Ends what would keep a door from closing, and begins no work of its own; `stop` does what is left. */
  rest(): Promise<void>
  stop(): Promise<void>
}

const HOUR_MS = 3_600_000
const LAST_STATEMENTS_MS = 500

/** Joins everything: the only place that knows all features and all machinery. */
export async function createOpora(options: OporaOptions): Promise<Opora> {
  const database = openDatabase(options.appUrl)
  const store = await openFileStore(join(options.folder, 'files'))
  const clearAbandoned = () => store.clearAbandoned(options.clock.now())
  await clearAbandoned()
  const clearing = setInterval(
    () => clearAbandoned().catch((error: unknown) => api.log.error({ err: error }, 'uploads not cleared')),
    HOUR_MS,
  ).unref()
  const tokenOf = tokensFrom(options.secret)
  const installation: BackedUp = {
    ownerUrl: options.ownerUrl,
    kind: options.databaseKind,
    program: programVersion(),
    store,
    secret: options.secret,
    filesQuery: FILES_QUERY,
  }
  let jobs: Jobs | null = null
  const enqueue: Ground['enqueue'] = async (transaction, job, payload) => {
    if (!jobs) throw new Error('jobs are not running')
    await jobs.enqueue(transaction, job, payload)
  }

  const ground: Ground = {
    database,
    now: options.clock.now,
    identify: (token, now) => identify(database, token, now),
    enqueue,
    wake: (job) => jobs?.wake(job),
    logRead: (work, route, input) => recordRead(work, route, subjectOf(input)),
    announce: afterChange,
    streams: openStreams(),
    store,
    tokenOf,
    secure: options.secure,
  }

  const perform = performOver({
    database,
    clock: options.clock,
    store,
    tokenOf,
    jobs: { enqueue, wake: (job) => jobs?.wake(job) },
  })
  // Its first words may come before there is a log to write them to.
  let tell: (error: unknown) => void = () => undefined
  const changes = openChanges(options.appUrl, (error) => tell(error))
  const door = options.door
  let answer: RequestListener | null = null
  const api = await createApi({
    ground,
    routes: allRoutes(options, options.demoClock, changes),
    sentence: sentencesOf(allRefusals),
    trustProxy: options.trustProxy,
    strictTransport: options.secure && !/^https:\/\/(localhost|127\.|\[::1\])/.test(options.publicUrl),
    log: options.log,
    ...(door && {
      serverFactory: (handler) => {
        answer = handler
        return door.server
      },
    }),
  })
  tell = (error) => api.log.error({ err: error }, 'not listening for changes')
  serveHealth(api, database)
  const { webFolder } = options
  if (webFolder) await servePages(api, { folder: webFolder, screens: screenPaths, firstQuestions })

  const bodies = jobBodies({ perform, installation, publicUrl: options.publicUrl, now: options.clock.now })
  jobs = await startJobs(options.appUrl, bodies, (job, error) => {
    api.log.error({ err: error, job }, 'job failed')
  })
  const stopSealing = startSealing(perform, (error) => api.log.error({ err: error }, 'sealing failed'))
  await api.ready()
  // Whoever comes earlier reads the waiting page: half made, the product would fall over the first who asks it anything.
  if (answer) door?.open(answer)

  return {
    api,
    database,
    perform,
    async rest() {
      ground.streams.endAll()
      await Promise.all([stopSealing(), jobs?.rest()])
    },
    async stop() {
      clearInterval(clearing)
      await api.close()
      await changes.stop()
      await stopSealing()
      await jobs?.stop()
      // What was cut off may still be at work: without its commit it leaves nothing behind.
      await Promise.race([database.close(), pause(LAST_STATEMENTS_MS, undefined, { ref: false })])
    },
  }
}

function subjectOf(input: unknown): string {
  return typeof input === 'object' && input !== null && 'id' in input ? String(input.id) : 'list'
}
