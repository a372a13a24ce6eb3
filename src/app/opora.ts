import { createHmac } from 'node:crypto'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { identify } from '../features/access/identify.ts'
import { recordRead } from '../features/audit/service.ts'
import type { Actor } from '../kernel/actor.ts'
import { newId } from '../kernel/id.ts'
import type { Clock } from '../server/clock.ts'
import { type Database, openDatabase } from '../server/database.ts'
import { openFileStore } from '../server/file-store.ts'
import { createApi } from '../server/http/api.ts'
import type { FrontDoor } from '../server/http/front-door.ts'
import { serveHealth } from '../server/http/health.ts'
import { servePages } from '../server/http/pages.ts'
import type { Ground } from '../server/http/road.ts'
import { type Jobs, startJobs } from '../server/jobs.ts'
import { limit } from '../server/limits.ts'
import { sentencesOf } from '../server/sentences.ts'
import type { Work } from '../server/work.ts'
import { allRefusals, allRoutes, type Installation } from './features.ts'
import { jobBodies } from './job-bodies.ts'
import { screenPaths } from './screen-paths.ts'

export type OporaOptions = Installation & {
  appUrl: string
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
}

export type Opora = {
  api: FastifyInstance
  database: Database
  /** One service call by the operator at the terminal or by a job, on the same road: one transaction, recorded. */
  perform<T>(actor: Actor, call: (work: Work) => Promise<T>): Promise<T>
  stop(): Promise<void>
}

/** Joins everything: the only place that knows all features and all machinery. */
export async function createOpora(options: OporaOptions): Promise<Opora> {
  const database = openDatabase(options.appUrl)
  const store = await openFileStore(join(options.folder, 'files'))
  const tokenOf = (id: string) => createHmac('sha256', options.secret).update(id).digest('base64url')
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
    store,
    tokenOf,
    secure: options.secure,
  }

  const perform: Opora['perform'] = async (actor, call) => {
    const after: (() => void)[] = []
    const result = await database.transaction('read write', (transaction) =>
      call({
        actor,
        now: options.clock.now(),
        db: transaction.db,
        requestId: newId(),
        language: 'ru',
        address: 'local',
        device: '—',
        store,
        tokenOf,
        limit: (key, most, seconds) => limit(database, key, most, seconds),
        enqueue: async (job, payload) => {
          await enqueue(transaction, job, payload)
          after.push(() => jobs?.wake(job))
        },
        setSession: () => undefined,
        recorded: { count: 0 },
      }),
    )
    for (const effect of after) effect()
    return result
  }

  const door = options.door
  const api = await createApi({
    ground,
    routes: allRoutes(options),
    sentence: sentencesOf(allRefusals),
    trustProxy: options.trustProxy,
    strictTransport: options.secure && !/^https:\/\/(localhost|127\.|\[::1\])/.test(options.publicUrl),
    log: options.log,
    ...(door && {
      serverFactory: (handler) => {
        door.open(handler)
        return door.server
      },
    }),
  })
  serveHealth(api, database)
  if (options.webFolder) await servePages(api, { folder: options.webFolder, screens: screenPaths })

  jobs = await startJobs(options.appUrl, jobBodies(perform), (job, error) => {
    api.log.error({ err: error, job }, 'job failed')
  })
  await api.ready()

  return {
    api,
    database,
    perform,
    async stop() {
      await api.close()
      await jobs?.stop()
      await database.close()
    },
  }
}

function subjectOf(input: unknown): string {
  return typeof input === 'object' && input !== null && 'id' in input ? String(input.id) : 'list'
}
