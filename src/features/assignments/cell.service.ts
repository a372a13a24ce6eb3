import { and, desc, eq, isNull, ne, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { dayAt } from '../../kernel/day.ts'
import type { ActivityId, OrganisationId } from '../../kernel/id.ts'
import type { AssignmentPart } from '../../kernel/part.ts'
import type { Window } from '../../kernel/period.ts'
import { refuseUnless } from '../../kernel/refusal.ts'
import { preparedRead } from '../../server/prepared-read.ts'
import { visibleTo } from '../../server/visibility.ts'
import type { Work } from '../../server/work.ts'
import { dayChanges } from '../calendar/day-changes.service.ts'
import type { DayChanges } from '../calendar/working-day.ts'
import { organisations } from '../organisations/tables.ts'
import { participants, programmes } from '../programmes/tables.ts'
import { activities, activityRevisions, roadMapRevisions, roadMaps } from '../road-maps/tables.ts'
import {
  type AttemptRow,
  controllerHasAccount,
  type ExemptionRow,
  listAttempts,
  listExemptions,
  listMoves,
  listProofs,
  listReleases,
  type MoveRow,
  type OfCell,
  type ProofInCell,
  type ReleaseRow,
} from './cell-rows.service.ts'
import { type Clock, clockAt } from './deadline.ts'
import type { Move } from './deadline-move.ts'
import { loadOwnRow, type OwnMapRow, ownMapAuthority } from './own-row-cell.service.ts'
import { asksSomething, partOf } from './party.ts'
import { type CellStanding, type Place, seesCell, type WindowStanding } from './permission.ts'
import { removedBy } from './removed-rows.service.ts'
import { type Demand, type Standing, standingOf } from './standing.ts'
import { taskRecipients, tasks } from './tables.ts'
import { taskFrame, taskPeriod } from './task-period.ts'
import { dueSoonDays } from './threshold.service.ts'
import { isSameWindow, placeOf, windowOf, windowsOf } from './window.ts'
import './words.ts'

export type Organisation = typeof organisations.$inferSelect
export type ActivityRow = typeof activityRevisions.$inferSelect
export type TaskRow = typeof tasks.$inferSelect

/** What is asked: a row of a road map in its programme, a row of the school's own map, or a task. */
export type Asked =
  | { kind: 'activity'; row: ActivityRow; programmeId: typeof programmes.$inferSelect.id }
  | { kind: 'own-row'; row: OwnMapRow; programmeId: typeof programmes.$inferSelect.id }
  | { kind: 'task'; row: TaskRow }

/** One cell with everything that rules and screens want to know of it. */
export type Cell = {
  activityId: ActivityId
  asked: Asked
  organisation: Organisation
  authority: Organisation
  place: Place
  part: AssignmentPart
  isOutsideVariant: boolean
  /** The revision that left it out of the road map; null: in force. */
  removedBy: number | null
  demand: Demand
  standing: Standing<AttemptRow>
  now: CellStanding
  clock: Clock
  proofs: ProofInCell[]
  releases: ReleaseRow[]
  exemptions: ExemptionRow[]
  moves: MoveRow[]
  controller: { hasAccount: boolean }
  /** Its project is closed: the cell is only read. */
  isClosed: boolean
}

/** Refuses with 404 what the actor may not see and what asks nothing of this organisation. */
export async function loadCell(work: Work, activityId: ActivityId, organisationId: OrganisationId): Promise<Cell> {
  const spot = await loadSpot(work, { activityId, organisationId })
  const { organisation, authority, dueSoonDays } = spot
  const ofCell = { activityId, organisationId }
  const [found, attempts, proofs, releases, exempted, moves] = await Promise.all([
    load[spot.kind](work, spot),
    listAttempts(work, ofCell),
    listProofs(work, ofCell),
    listReleases(work, ofCell),
    listExemptions(work, ofCell),
    listMoves(work, ofCell),
  ])
  const { asked, demand, part, isOutsideVariant, isClosed, removedBy: leftOutBy } = found
  const isAsked = part !== null && leftOutBy === null
  refuseUnless(isAsked || attempts.length > 0 || proofs.length > 0, 'missing', 'assignment.nothing-asked')

  const isReleased = releases.some((one) => one.revokedAt === null)
  const isExempt = exempted.some((one) => one.revokedAt === null)
  const clock = clockAt(work.now, organisation.timeZone)
  const standing = standingOf(
    demand,
    { attempts, moves: liveMoves(moves), isReleased, isExempt },
    { clock, dueSoonDays },
  )
  const isIdle = isOutsideVariant || leftOutBy !== null || !asksSomething(part)
  const state = isIdle && !isReleased && standing.state !== 'accepted' ? 'not-applicable' : standing.state
  return {
    activityId,
    asked,
    organisation,
    authority,
    place: { organisation, authority },
    part: part ?? 'takes-part',
    isOutsideVariant,
    removedBy: leftOutBy,
    demand,
    standing: { ...standing, state },
    now: { state, isReleased, isExempt },
    clock,
    proofs,
    releases,
    exemptions: exempted,
    moves,
    controller: { hasAccount: spot.controllerHasAccount },
    isClosed,
  }
}

/** The proofs that belong to one window of today's understanding, by the same rule as its attempts. */
export function proofsIn(cell: Pick<Cell, 'proofs' | 'demand'>, index: number | null): ProofInCell[] {
  const windows = windowsOf(cell.demand.period)
  return cell.proofs.filter((one) => placeOf(windowOf(one), windows, cell.demand.frame) === index)
}

export function movesIn(cell: Pick<Cell, 'moves' | 'demand'>, index: number | null): MoveRow[] {
  const windows = windowsOf(cell.demand.period)
  return cell.moves.filter((one) => placeOf(windowOf(one), windows, cell.demand.frame) === index)
}

function liveMoves(moves: readonly MoveRow[]): Move[] {
  return moves.flatMap(({ status, grantedUntil, askedUntil, ...row }): Move[] =>
    status === 'waiting' || status === 'granted'
      ? [{ window: windowOf(row), status, until: grantedUntil ?? askedUntil }]
      : [],
  )
}

/** The window that a caller named; one that no longer exists is refused, never guessed. */
export function loadWindow(cell: Cell, window: Window): WindowStanding & { window: Window; index: number } {
  const index = cell.standing.cycles.findIndex((one) => isSameWindow(one.window, window))
  const cycle = cell.standing.cycles[index]
  refuseUnless(cycle, 'conflict', 'assignment.window-unknown')
  return { window: cycle.window, index, state: cycle.state, hasProof: hasProof(cell, index) }
}

export function hasProof(cell: Cell, index: number | null): boolean {
  return proofsIn(cell, index).some((one) => one.withdrawnAt === null)
}

const owners = alias(organisations, 'owner')

type SpotRow = Omit<Spot, 'kind'> & { roadMapId: typeof activities.$inferSelect.roadMapId; isOwnRow: boolean }

const spots = preparedRead<OfCell, SpotRow>('cell-spot', ({ db, now, asked, visible }) =>
  db
    .select({
      activityId: activities.id,
      roadMapId: activities.roadMapId,
      organisation: organisations,
      authority: owners,
      controllerHasAccount: controllerHasAccount(owners.id),
      isOwnRow: sql<boolean>`${ownMapAuthority} is not null`,
      dueSoonDays: dueSoonDays(now),
      dayChanges: dayChanges(visible, owners.path),
    })
    .from(activities)
    .innerJoin(owners, eq(owners.id, sql`coalesce(${ownMapAuthority}, ${activities.ownerId})`))
    .innerJoin(organisations, eq(organisations.id, asked('organisationId')))
    .where(and(eq(activities.id, asked('activityId')), visible(activities), visible(organisations))),
)

async function loadSpot(work: Work, ofCell: OfCell): Promise<Spot> {
  const [found] = await spots(work, ofCell)
  refuseUnless(found && seesCell(work.actor, found), 'missing', 'assignment.missing')
  if (found.isOwnRow) return { ...found, kind: 'own-row' }
  return { ...found, kind: found.roadMapId === null ? 'task' : 'activity' }
}

type Found = {
  asked: Asked
  demand: Demand
  part: AssignmentPart | null
  isOutsideVariant: boolean
  removedBy: number | null
  isClosed: boolean
}

/** Where the cell lies: an activity, an organisation, and the authority whose activity it is. */
type Spot = {
  activityId: ActivityId
  kind: Asked['kind']
  organisation: Organisation
  authority: Organisation
  controllerHasAccount: boolean
  dueSoonDays: number
  dayChanges: DayChanges
}

const load = { task: loadTask, activity: loadActivity, 'own-row': loadOwnRow }

async function loadTask(work: Work, { activityId, organisation, dayChanges }: Spot): Promise<Found> {
  const [row] = await work.db
    .select({ task: tasks })
    .from(tasks)
    .innerJoin(taskRecipients, eq(taskRecipients.activityId, tasks.activityId))
    .where(
      and(
        eq(tasks.activityId, activityId),
        eq(taskRecipients.organisationId, organisation.id),
        visibleTo(work.actor, tasks),
        visibleTo(work.actor, taskRecipients),
      ),
    )
  refuseUnless(row, 'missing', 'assignment.missing')
  const { task } = row
  return {
    asked: { kind: 'task', row: task },
    demand: {
      period: taskPeriod(task.dueOn),
      frame: taskFrame(dayAt(task.givenAt, organisation.timeZone), task.dueOn),
      dayOffRule: 'same',
      dayChanges,
      dueTime: task.dueTime,
    },
    part: 'executes',
    isOutsideVariant: false,
    removedBy: null,
    isClosed: false,
  }
}

type RowOfCell = {
  row: ActivityRow
  programme: typeof programmes.$inferSelect
  variant: typeof participants.$inferSelect.variant | null
  removedBy: number | null
}

const rowsOfCell = preparedRead<OfCell, RowOfCell>('cell-activity', ({ db, asked, visible }) =>
  db
    .select({
      row: activityRevisions,
      programme: programmes,
      variant: participants.variant,
      removedBy: removedBy(eq(roadMapRevisions.status, 'approved')),
    })
    .from(activityRevisions)
    .innerJoin(roadMapRevisions, eq(roadMapRevisions.id, activityRevisions.revisionId))
    .innerJoin(roadMaps, eq(roadMaps.id, roadMapRevisions.roadMapId))
    .innerJoin(programmes, eq(programmes.id, roadMaps.programmeId))
    .leftJoin(
      participants,
      and(
        eq(participants.programmeId, programmes.id),
        eq(participants.organisationId, asked('organisationId')),
        isNull(participants.leftAt),
      ),
    )
    .where(
      and(
        eq(activityRevisions.activityId, asked('activityId')),
        ne(roadMapRevisions.status, 'draft'),
        visible(activityRevisions),
        visible(programmes),
      ),
    )
    .orderBy(desc(roadMapRevisions.number))
    .limit(1),
)

async function loadActivity(work: Work, { activityId, organisation, authority, dayChanges }: Spot): Promise<Found> {
  const [found] = await rowsOfCell(work, { activityId, organisationId: organisation.id })
  refuseUnless(found, 'missing', 'assignment.missing')
  const { row, programme, variant } = found
  refuseUnless(organisation.kind !== 'school' || variant, 'missing', 'assignment.missing')
  const part = partOf(row, { kind: organisation.kind, variant })
  return {
    asked: { kind: 'activity', row, programmeId: programme.id },
    demand: { period: row.period, frame: programme, dayOffRule: authority.dayOffRule, dayChanges, dueTime: null },
    isClosed: programme.closedAt !== null,
    part,
    isOutsideVariant: part === null,
    removedBy: found.removedBy,
  }
}
