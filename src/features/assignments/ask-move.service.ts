import type { Day } from '../../kernel/day.ts'
import { type ActivityId, newId, type OrganisationId } from '../../kernel/id.ts'
import type { OnBehalf } from '../../kernel/on-behalf.ts'
import type { Window } from '../../kernel/period.ts'
import { refuseUnless } from '../../kernel/refusal.ts'
import type { Work } from '../../server/work.ts'
import { record } from '../audit/service.ts'
import { mayAct, personOf, refuseUnlessAsked, refuseUnlessTold } from './acting.service.ts'
import { type Cell, loadCell, loadWindow } from './cell.service.ts'
import { holdActivity } from './hold-activity.service.ts'
import { canAskMove, isOpenForWork } from './permission.ts'
import { type Cycle, deadlineOf } from './standing.ts'
import { deadlineMoves } from './tables.ts'
import './words.ts'

export type Asking = {
  activityId: ActivityId
  organisationId: OrganisationId
  window: Window
  until: Day
  reason: string
  onBehalf: OnBehalf | null
}

/** «Попросить перенести срок»: one request for a window waits at a time; earlier ones stay to be read. */
export async function askDeadlineMove(work: Work, asking: Asking): Promise<void> {
  const { activityId, organisationId, until, reason, onBehalf } = asking
  await holdActivity(work, activityId)
  const cell = await loadCell(work, activityId, organisationId)
  refuseUnlessAsked(cell)
  refuseUnless(mayAct(work, cell), 'forbidden', 'assignment.not-yours')
  refuseUnlessTold(work, cell, onBehalf)
  const { index, window } = loadWindow(cell, asking.window)
  const cycle = refuseUnlessMovable(work, cell, index)
  refuseUnlessLater(cell, cycle, until)
  refuseUnless(until >= cell.clock.today, 'unprocessable', 'assignment.move-in-the-past')

  const row = {
    ...{ id: newId<'deadlineMove'>(), activityId, organisationId },
    ...{ windowStart: window.start, windowEnd: window.end },
    ...{ askedUntil: until, reason, onBehalf, askedBy: personOf(work), askedAt: work.now },
    status: 'waiting' as const,
  }
  const [made] = await work.db.insert(deadlineMoves).values(row).onConflictDoNothing().returning()
  refuseUnless(made, 'conflict', 'assignment.move-asked-already')
  await record(work, { action: 'deadline-move.asked', subjectId: row.id, organisationId, after: made })
}

function refuseUnlessMovable(work: Work, cell: Cell, index: number): Cycle {
  const cycle = loadUnfinished(cell, index)
  refuseUnless(!cycle.isMoveAsked, 'conflict', 'assignment.move-asked-already')
  refuseUnless(canAskMove(work.actor, cell.place, cell.now, cycle), 'conflict', 'assignment.move-no-deadline')
  return cycle
}

/** A window in which something is still to be done. */
export function loadUnfinished(cell: Cell, index: number | null): Cycle {
  const cycle = index === null ? undefined : cell.standing.cycles[index]
  refuseUnless(cycle, 'conflict', 'assignment.window-unknown')
  refuseUnless(isOpenForWork(cell.now), 'conflict', 'assignment.closed')
  refuseUnless(cycle.state !== 'accepted', 'conflict', 'assignment.accepted-already')
  refuseUnless(cycle.state !== 'waiting', 'conflict', 'assignment.waiting-already')
  return cycle
}

export function refuseUnlessLater({ demand }: Cell, { window, movedTo }: Cycle, until: Day): void {
  const { end } = deadlineOf(window, demand, movedTo)
  refuseUnless(until > end, 'unprocessable', 'assignment.move-not-later')
}
