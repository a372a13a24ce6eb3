import { onceFor } from '../../../kernel/once-for.ts'
import { Refused } from '../../../web/refused.ts'
import { MOST_AT_ONCE } from '../assignment.ts'
import { cellParam } from './cell-key.ts'
import { assignments } from './client.ts'
import { beforeAccepting, beforeRelease, type PickedCell, type Pressed } from './picked.ts'

/** `why` is a sentence of the server, `reason` one of ours. */
type Left = { key: string; name: string } & ({ why: string } | { reason: LeftReason })
type LeftReason = 'nothing-waits' | 'not-yours' | 'handed-in-later'

export type Outcome = { done: number; left: Left[] }
type Pressing = { what: Pressed; picked: readonly PickedCell[]; seenAt: string }

/** Does it to all of them, in calls of at most so many; a refused call leaves its own cells and stops no other. */
export async function pressMany({ what, picked, seenAt }: Pressing): Promise<Outcome> {
  const outcome: Outcome = { done: 0, left: [] }
  const calls = what === 'accept' ? acceptances(picked, seenAt) : releases(picked)
  for (const { cells, call } of calls) {
    try {
      const { done, left } = await call()
      outcome.done += done
      outcome.left.push(...left)
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      outcome.left.push(...cells.map((one) => ({ key: one.key, name: nameOf(one), why: error.message })))
    }
  }
  return outcome
}

type Call = { cells: readonly PickedCell[]; call: () => Promise<Outcome> }

function acceptances(picked: readonly PickedCell[], seenAt: string): Call[] {
  const ready = picked.filter((one) => beforeAccepting(one.is) === null)
  const calls: Call[] = []
  for (let from = 0; from < ready.length; from += MOST_AT_ONCE) {
    const cells = ready.slice(from, from + MOST_AT_ONCE)
    const names = new Map(cells.map((one) => [one.key, nameOf(one)]))
    const call = async () => {
      const { accepted, left } = await assignments.acceptMany({ cells: cells.map((one) => one.cell), seenAt })
      const named = left.map(({ reason, ...cell }) => ({
        key: cellParam(cell),
        name: names.get(cellParam(cell)) ?? '',
        reason,
      }))
      return { done: accepted.length, left: named }
    }
    calls.push({ cells, call })
  }
  return calls
}

/** Activity by activity, as the controller decides. */
function releases(picked: readonly PickedCell[]): Call[] {
  const byActivity = new Map<string, PickedCell[]>()
  for (const one of picked) {
    if (beforeRelease(one.is) === null) onceFor(byActivity, one.cell.activityId, (): PickedCell[] => []).push(one)
  }
  return [...byActivity].map(([activityId, cells]) => ({
    cells,
    call: async () => {
      const organisationIds = cells.map((one) => one.cell.organisationId)
      const { released } = await assignments.releaseFromControl({ activityId, organisationIds })
      return { done: released.length, left: [] }
    },
  }))
}

function nameOf({ row, column }: PickedCell): string {
  return `${row.shortName}, ${column.number ?? column.title}`
}
