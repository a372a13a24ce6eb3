import type { Actor } from '../kernel/actor.ts'
import { tellScope } from './scope.ts'
import type { Work } from './work.ts'

/** What a job does for a person is seen and judged as hers; afterwards the transaction acts for the job again. */
export async function actFor<T>(work: Work, actor: Actor, act: (own: Work) => Promise<T>): Promise<T> {
  await tellScope(work.db, actor)
  const done = await act({ ...work, actor })
  await tellScope(work.db, work.actor)
  return done
}
