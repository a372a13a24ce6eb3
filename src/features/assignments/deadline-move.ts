import type { Day } from '../../kernel/day.ts'
import type { Window } from '../../kernel/period.ts'
import { type Frame, placeOf } from './window.ts'

/** What became of a request for a later day; a granted one that was taken back is `revoked`. */
export const moveStatuses = ['waiting', 'granted', 'declined', 'withdrawn', 'revoked'] as const
export type MoveStatus = (typeof moveStatuses)[number]

/** A request that waits, with the day it asks for, or a grant that stands, with the day it gives. */
export type Move = { window: Window; status: 'waiting' | 'granted'; until: Day }

/** What the moves of a cell make of one of its windows. */
export type MovedWindow = {
  /** The last day that was granted; null: the deadline stands where the text has it. */
  movedTo: Day | null
  isMoveAsked: boolean
}

const unmoved: MovedWindow = { movedTo: null, isMoveAsked: false }

/** One for each window, in their order. A grant for a window that is no longer there moves nothing. */
export function movesByWindow(moves: readonly Move[], windows: readonly Window[], frame: Frame): MovedWindow[] {
  if (moves.length === 0) return windows.map(() => unmoved)
  const placed = moves.map((move) => ({ ...move, place: placeOf(move.window, windows, frame) }))
  return windows.map((_, index) => {
    const own = placed.filter((one) => one.place === index)
    const granted = own.filter((one) => one.status === 'granted').map((one) => one.until)
    return {
      movedTo: granted.sort().at(-1) ?? null,
      isMoveAsked: own.some((one) => one.status === 'waiting'),
    }
  })
}
