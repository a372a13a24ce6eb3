import { and, eq } from 'drizzle-orm'
import type { ActivityId, OrganisationId, ProgrammeId } from '../../kernel/id.ts'
import { refuseUnless } from '../../kernel/refusal.ts'
import { visibleTo } from '../../server/visibility.ts'
import type { Work } from '../../server/work.ts'
import { activities, roadMaps } from '../road-maps/tables.ts'
import { listBoards } from './board.service.ts'
import { derivingAt } from './derive-assignments.service.ts'
import { findTask, type TaskOwner } from './list-tasks.service.ts'
import type { CellStanding } from './permission.ts'
import './words.ts'

type Standings = {
  authority: TaskOwner
  /** Of everyone of whom the activity asks something and whom the actor may see. */
  standings: Map<OrganisationId, CellStanding & { shortName: string }>
}

/** How one activity stands with everybody, in a fixed number of statements. */
export async function loadStandings(work: Work, activityId: ActivityId): Promise<Standings> {
  const [activity] = await work.db
    .select({ programmeId: roadMaps.programmeId })
    .from(activities)
    .leftJoin(roadMaps, eq(roadMaps.id, activities.roadMapId))
    .where(and(eq(activities.id, activityId), visibleTo(work.actor, activities)))
  refuseUnless(activity, 'missing', 'assignment.missing')
  return activity.programmeId ? onBoard(work, activityId, activity.programmeId) : ofTask(work, activityId)
}

async function onBoard(work: Work, activityId: ActivityId, programmeId: ProgrammeId): Promise<Standings> {
  const [board] = await listBoards(work, programmeId)
  const row = board?.activities.find((one) => one.activityId === activityId && one.removedBy === null)
  refuseUnless(board && row, 'missing', 'assignment.missing')
  const assignmentsOf = derivingAt(work.now)(board, [row])
  const standings: Standings['standings'] = new Map()
  for (const party of board.parties) {
    const { id, shortName } = party.organisation
    const [found] = assignmentsOf(party)
    const { isReleased, isExempt } = board.facts.of(activityId, id)
    if (found) standings.set(id, { state: found.standing.state, isReleased, isExempt, shortName })
  }
  return { authority: board.authority, standings }
}

async function ofTask(work: Work, activityId: ActivityId): Promise<Standings> {
  const task = await findTask(work, activityId)
  refuseUnless(task, 'missing', 'assignment.missing')
  const standings: Standings['standings'] = new Map()
  for (const { organisation, standing } of task.recipients) {
    const { state } = standing
    const [isReleased, isExempt] = [state === 'off-control', state === 'not-applicable']
    standings.set(organisation.id, { state, isReleased, isExempt, shortName: organisation.shortName })
  }
  return { authority: task.owner, standings }
}
