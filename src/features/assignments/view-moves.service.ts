import type { Actor } from '../../kernel/actor.ts'
import type { PersonId } from '../../kernel/id.ts'
import type { Side } from './assignment.ts'
import type { Cell } from './cell.service.ts'
import type { MoveRow } from './cell-rows.service.ts'
import type { Doer } from './doer.ts'
import type { MoveView } from './move-view.ts'
import { canDecideMove, canWithdrawMove, isOpenForWork } from './permission.ts'

type Looking = { actor: Actor; cell: Cell; nameOf: (side: Side, id: PersonId, absentId?: PersonId | null) => Doer }

/** Requests for a later day as the cell's panel shows them. Of a finished window one can only be declined. */
export function viewMoves(moves: readonly MoveRow[], isToDo: boolean, { actor, cell, nameOf }: Looking): MoveView[] {
  const mayDecide = canDecideMove(actor, cell.authority, cell.controller)
  return moves.map((one) => ({
    ...one,
    askedBy: nameOf(one.onBehalf ? 'authority' : 'organisation', one.askedBy),
    askedAt: one.askedAt.toISOString(),
    decidedBy: one.decidedBy && nameOf(one.resolutionOn ? 'authority' : 'controller', one.decidedBy, one.decidedFor),
    decidedAt: one.decidedAt?.toISOString() ?? null,
    endedAt: one.endedAt?.toISOString() ?? null,
    endedBy: one.endedBy && nameOf(enderOf(one), one.endedBy, one.endedFor),
    may: {
      grant: mayDecide && one.status === 'waiting' && isToDo && isOpenForWork(cell.now),
      decline: mayDecide && one.status === 'waiting',
      withdraw: canWithdrawMove(actor, cell.place, one.status),
      revoke: mayDecide && one.status === 'granted',
    },
  }))
}

/**
 * A grant is taken back by whoever decides; a request by whoever asked, or else by the coordinator: of its own people a
 * school knows the names.
 */
function enderOf({ status, resolutionOn, onBehalf, askedBy, endedBy }: MoveRow): Side {
  if (status === 'revoked') return resolutionOn ? 'authority' : 'controller'
  return onBehalf || endedBy !== askedBy ? 'authority' : 'organisation'
}
