import type { JobBody } from '../server/jobs.ts'
import type { Perform } from './perform.ts'

/** Names of all jobs: their queues are made by the owner before the application starts. */
export const jobNames: readonly string[] = []

/** What each job does, as service calls. */
export function jobBodies(_perform: Perform): Record<string, JobBody> {
  return {}
}
