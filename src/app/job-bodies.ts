import { READ_IMPORT } from '../features/road-maps/jobs.ts'
import { giveUpReading, readImport } from '../features/road-maps/read-import.service.ts'
import type { orderImports } from '../features/road-maps/tables.ts'
import type { Actor } from '../kernel/actor.ts'
import type { JobBody } from '../server/jobs.ts'
import type { Perform } from './perform.ts'
import { readPaper } from './read-paper.ts'

/** Names of all jobs: their queues are made by the owner before the application starts. */
export const jobNames: readonly string[] = [READ_IMPORT]

/** What each job does: one service call, safe to repeat. */
export function jobBodies(perform: Perform): Record<string, JobBody> {
  return {
    [READ_IMPORT]: {
      run: (payload) => perform(job(READ_IMPORT), (work) => readImport(work, importOf(payload), { readPaper })),
      giveUp: (payload) => perform(job(READ_IMPORT), (work) => giveUpReading(work, importOf(payload))),
    },
  }
}

function job(name: string): Actor {
  return { kind: 'job', name }
}

function importOf({ importId }: Record<string, string>): { importId: (typeof orderImports.$inferSelect)['id'] } {
  return { importId: importId as (typeof orderImports.$inferSelect)['id'] } // the service that enqueued it put it there
}
