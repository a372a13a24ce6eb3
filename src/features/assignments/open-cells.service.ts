import { addDays, dayAt } from '../../kernel/day.ts'
import type { OrganisationId } from '../../kernel/id.ts'
import { refuseUnless } from '../../kernel/refusal.ts'
import type { Work } from '../../server/work.ts'
import { DEFAULT_TIME_ZONE } from '../organisations/organisation.ts'
import { loadOrganisation } from '../organisations/service.ts'
import { mayAct } from './acting.service.ts'
import { activityIdsOf, type Board, listPlansSince } from './board.service.ts'
import { listCellVersions } from './cell-versions.service.ts'
import { derivingAt } from './derive-assignments.service.ts'
import { listFacts } from './facts.service.ts'
import { listUnfinishedTasks, standingTasks, type Task } from './list-tasks.service.ts'
import { listOwnRows, numberOfOwnRow, type StandingOwnRow, standingOwnRows } from './own-rows.service.ts'
import type { OpenCell } from './shared-proof.ts'
import type { Standing } from './standing.ts'
import { DAYS_BACK } from './today.ts'

/** The most that is offered; a school has a tenth of it. */
const MOST_OFFERED = 400

type Offered = Omit<OpenCell, 'version'>

/** What still takes a proof of this organisation and is the caller's to do, in a fixed number of statements. */
export async function listOpenCells(work: Work, organisationId: OrganisationId): Promise<{ cells: OpenCell[] }> {
  const organisation = await loadOrganisation(work, organisationId)
  const since = addDays(dayAt(work.now, DEFAULT_TIME_ZONE), -DAYS_BACK)
  const [plans, tasks, rows] = await Promise.all([
    listPlansSince(work, since),
    listUnfinishedTasks(work, since),
    listOwnRows(work, since),
  ])
  const own = rows.filter((one) => one.organisation.id === organisationId)
  const given = tasks.filter((one) => one.recipients.some((to) => to.organisation.id === organisationId))
  const near = plans.filter((one) => one.parties.some((party) => party.organisation.id === organisationId))
  const activityIds = [
    ...near.flatMap(activityIdsOf),
    ...given.map((one) => one.row.activityId),
    ...own.map((one) => one.activityId),
  ]
  if (activityIds.length === 0) return { cells: [] }
  const facts = await listFacts(work, activityIds)
  const offered = [
    ...near.flatMap((plan) => offeredBy(work, { ...plan, facts }, organisationId)),
    ...standingTasks(work, given, facts).flatMap((task) => offeredByTask(work, task, organisationId)),
    ...standingOwnRows(work, own, facts).flatMap((row) => offeredByOwnRow(work, row)),
  ]
  refuseUnless(
    offered.length > 0 || mayAct(work, placeIn(organisation, organisation)),
    'forbidden',
    'assignment.not-yours',
  )
  const versions = await listCellVersions(work, organisationId, activityIds)
  const cells = offered.sort(nearestFirst).slice(0, MOST_OFFERED)
  return { cells: cells.map((one) => ({ ...one, version: versions.get(one.activityId) ?? 0 })) }
}

function offeredBy(work: Work, board: Board, organisationId: OrganisationId): Offered[] {
  const party = board.parties.find((one) => one.organisation.id === organisationId)
  if (!party || !mayAct(work, placeIn(party.organisation, board.authority))) return []
  const assignments = derivingAt(work.now)(board, board.activities)(party)
  const project = { programmeId: board.programme.id, programmeTitle: board.programme.title }
  return board.activities.flatMap((activity, index) => {
    const found = activity.removedBy === null && assignments[index]
    if (!found || found.isOutsideVariant) return []
    const { activityId, number, title } = activity
    return openIn(found.standing, { ...project, activityId, number, title })
  })
}

function offeredByTask(work: Work, { row, owner, recipients }: Task, organisationId: OrganisationId): Offered[] {
  const to = recipients.find((one) => one.organisation.id === organisationId)
  if (!to || row.cancelled || !mayAct(work, placeIn(to.organisation, owner))) return []
  const { activityId, text } = row
  return openIn(to.standing, { activityId, programmeId: null, programmeTitle: null, number: null, title: text })
}

function offeredByOwnRow(work: Work, row: StandingOwnRow): Offered[] {
  if (!mayAct(work, placeIn(row.organisation, row.authority))) return []
  const { activityId, programme, title } = row
  const project = { programmeId: programme.id, programmeTitle: programme.title }
  return openIn(row.standing, { ...project, activityId, number: numberOfOwnRow(row.place), title })
}

type Row = Omit<Offered, 'window' | 'state' | 'dueOn'>

/** What waits for its answer or has it is not offered. */
function openIn({ state, cycles }: Standing, row: Row): Offered[] {
  if (state === 'off-control' || state === 'not-applicable') return []
  return cycles
    .filter((one) => one.state !== 'waiting' && one.state !== 'accepted')
    .map(({ window, state, dueOn }) => ({ ...row, window, state, dueOn }))
}

function placeIn<O, A>(organisation: O, authority: A) {
  return { place: { organisation, authority } }
}

function nearestFirst(one: Offered, other: Offered): number {
  return (one.dueOn ?? '9').localeCompare(other.dueOn ?? '9')
}
