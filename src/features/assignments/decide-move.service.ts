import { and, eq } from 'drizzle-orm'
import type { Day } from '../../kernel/day.ts'
import type { Id, PersonId } from '../../kernel/id.ts'
import { refuseUnless } from '../../kernel/refusal.ts'
import { visibleTo } from '../../server/visibility.ts'
import type { Work } from '../../server/work.ts'
import { record } from '../audit/service.ts'
import { canControl, controlsFor } from '../programmes/programme.ts'
import { changedMeanwhile, mayAct, personOf, refuseUnlessAsked } from './acting.service.ts'
import { loadUnfinished, refuseUnlessLater } from './ask-move.service.ts'
import { type Cell, loadCell } from './cell.service.ts'
import type { MoveRow } from './cell-rows.service.ts'
import { holdActivity } from './hold-activity.service.ts'
import { canDecideMove } from './permission.ts'
import { deadlineMoves } from './tables.ts'
import { placeOf, windowOf, windowsOf } from './window.ts'
import './words.ts'

type Named = { id: Id<'deadlineMove'>; rowVersion: number }
type Resolved = { resolutionOn: Day | null; resolution: string }

/** «Перенести срок»: to the day that was asked for, or to another. */
export async function grantDeadlineMove(work: Work, named: Named & Resolved & { until: Day }): Promise<Cell> {
  const { before, cell } = await loadToDecide(work, named)
  refuseUnlessAsked(cell)
  const index = placeOf(windowOf(before), windowsOf(cell.demand.period), cell.demand.frame)
  refuseUnlessLater(cell, loadUnfinished(cell, index), named.until)
  const decision = { ...decisionOf(work, cell, named), status: 'granted' as const, grantedUntil: named.until }
  await change(work, before, { action: 'deadline-move.granted', set: decision, insteadOf: decision.decidedFor })
  return cell
}

/** The reason is compulsory: whoever asked reads it word for word. */
export async function declineDeadlineMove(work: Work, named: Named & Resolved): Promise<Cell> {
  const { before, cell } = await loadToDecide(work, named)
  const decision = { ...decisionOf(work, cell, named), status: 'declined' as const }
  await change(work, before, { action: 'deadline-move.declined', set: decision, insteadOf: decision.decidedFor })
  return cell
}

export async function withdrawDeadlineMove(work: Work, named: Named): Promise<Cell> {
  const { before, cell } = await loadMove(work, named)
  refuseUnless(mayAct(work, cell), 'forbidden', 'assignment.not-yours')
  refuseUnlessStands(before, named, 'waiting')
  const set = { status: 'withdrawn' as const, endedAt: work.now, endedBy: personOf(work) }
  await change(work, before, { action: 'deadline-move.withdrawn', set })
  return cell
}

export async function revokeDeadlineMove(work: Work, named: Named): Promise<Cell> {
  const { before, cell } = await loadMove(work, named)
  const isAllowed = canDecideMove(work.actor, cell.authority, cell.controller)
  refuseUnless(isAllowed, 'forbidden', 'assignment.not-move-decider')
  refuseUnlessStands(before, named, 'granted')
  const endedFor = controlsFor(work.actor, cell.authority)
  const set = { status: 'revoked' as const, endedAt: work.now, endedBy: personOf(work), endedFor }
  await change(work, before, { action: 'deadline-move.revoked', set, insteadOf: endedFor })
  return cell
}

type Loaded = { before: MoveRow; cell: Cell }

async function loadToDecide(work: Work, named: Named & Resolved): Promise<Loaded> {
  const { before, cell } = await loadMove(work, named)
  const isAllowed = canDecideMove(work.actor, cell.authority, cell.controller)
  refuseUnless(isAllowed, 'forbidden', 'assignment.not-move-decider')
  const isRecorded = !canControl(work.actor, cell.authority)
  const hasResolution = named.resolutionOn !== null && named.resolution.length > 0
  refuseUnless(!isRecorded || hasResolution, 'invalid', 'assignment.move-resolution-needed')
  refuseUnlessStands(before, named, 'waiting')
  return { before, cell }
}

function refuseUnlessStands(before: MoveRow, { rowVersion }: Named, status: MoveRow['status']): void {
  if (before.rowVersion !== rowVersion || before.status !== status) throw changedMeanwhile(before)
}

function decisionOf(work: Work, { authority }: Cell, { resolutionOn, resolution }: Resolved) {
  const isRecorded = !canControl(work.actor, authority)
  return {
    resolutionOn: isRecorded ? resolutionOn : null,
    resolution,
    decidedBy: personOf(work),
    decidedFor: controlsFor(work.actor, authority),
    decidedAt: work.now,
  }
}

/** Read again once the activity is held: what somebody decided meanwhile is seen, not decided twice. */
async function loadMove(work: Work, { id }: Named): Promise<Loaded> {
  const { activityId, organisationId } = await loadRow(work, id)
  await holdActivity(work, activityId)
  const before = await loadRow(work, id)
  return { before, cell: await loadCell(work, activityId, organisationId) }
}

async function loadRow(work: Work, id: Named['id']): Promise<MoveRow> {
  const [found] = await work.db
    .select()
    .from(deadlineMoves)
    .where(and(eq(deadlineMoves.id, id), visibleTo(work.actor, deadlineMoves)))
  refuseUnless(found, 'missing', 'assignment.move-missing')
  return found
}

type Change = {
  action: `deadline-move.${'granted' | 'declined' | 'withdrawn' | 'revoked'}`
  set: Partial<MoveRow>
  /** The absent controller in whose place it is decided. */
  insteadOf?: PersonId | null
}

async function change(work: Work, before: MoveRow, { action, set, insteadOf = null }: Change): Promise<void> {
  const { id, organisationId, rowVersion, status } = before
  const [after] = await work.db
    .update(deadlineMoves)
    .set({ ...set, rowVersion: rowVersion + 1 })
    .where(and(eq(deadlineMoves.id, id), eq(deadlineMoves.rowVersion, rowVersion), eq(deadlineMoves.status, status)))
    .returning()
  if (!after) throw changedMeanwhile(await loadRow(work, id))
  await record(work, { action, subjectId: id, organisationId, before, after, insteadOf })
}
