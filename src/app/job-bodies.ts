import type { JobBody } from '../server/jobs.ts'
import type { Opora } from './opora.ts'

/** Names of all jobs: their queues are made by the owner before the application starts. */
export const jobNames: readonly string[] = []

/** What each job does, as service calls. */
export function jobBodies(_perform: Opora['perform']): Record<string, JobBody> {
  return {}
}
