import type { Finish, Route, Work } from '../work.ts'
import { type Call, type Ground, workOf } from './ground.ts'

/** What remains of a change that was prepared, or the «no» that it met on the way. */
export type Prepared = { finish: Finish<unknown> } | { refusal: unknown }

/**
 * What takes its time is read in a transaction that changes nothing and made in none, so that no row is held meanwhile.
 * A «no» waits for the repeat key: whoever asks again for what was done gets the first answer, not the refusal.
 */
export async function prepare(ground: Ground, route: Route, call: Call): Promise<Prepared | null> {
  if (!('prepare' in route)) return null
  try {
    const make = await ground.database.transaction('read only', call.actor, (transaction) =>
      route.prepare(workOf(ground, call, { transaction, after: [] }), call.input, call.received),
    )
    return { finish: await make() }
  } catch (refusal) {
    return { refusal }
  }
}

/** Carries out what was prepared, inside the transaction of the change. */
export function finish(prepared: Prepared, work: Work): Promise<unknown> {
  if ('refusal' in prepared) throw prepared.refusal
  return prepared.finish(work)
}
