import { settleKeeping } from '../features/upkeep/keeping.service.ts'
import { askWhenDue } from '../features/upkeep/runs.service.ts'
import type { Actor } from '../kernel/actor.ts'
import type { Perform } from './perform.ts'

const EVERY_MS = 60_000
/** Until somebody has set Opora up: then her settings are there before she looks for them. */
const UNSETTLED_EVERY_MS = 3_000
const actor: Actor = { kind: 'job', name: 'upkeep.keep-copies' }

/** Asks for the nightly copy from now on, at once for one that was missed. */
export function keepCopies(perform: Perform, onError: (error: unknown) => void): { stop(): void } {
  let isStopped = false
  let waiting: NodeJS.Timeout | undefined
  const look = async () => {
    const isSettled = await perform(actor, async (work) => {
      const keeping = await settleKeeping(work)
      if (keeping) await askWhenDue(work, keeping)
      return keeping !== null
    }).catch((error: unknown) => {
      if (!isStopped) onError(error)
    })
    if (!isStopped) waiting = setTimeout(look, isSettled === false ? UNSETTLED_EVERY_MS : EVERY_MS).unref()
  }
  void look()
  return {
    stop() {
      isStopped = true
      clearTimeout(waiting)
    },
  }
}
