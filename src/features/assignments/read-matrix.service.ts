import type { ProgrammeId } from '../../kernel/id.ts'
import { refuseUnless } from '../../kernel/refusal.ts'
import type { Work } from '../../server/work.ts'
import { type Board, type BoardActivity, type BoardParty, listBoards } from './board.service.ts'
import { clocksAt } from './deadline.ts'
import type { AttemptInCell } from './facts.service.ts'
import { type Assignment, assignmentOf, matrixCellOf } from './matrix-cell.ts'
import type { MatrixColumn, MatrixRow, MatrixView } from './matrix-view.ts'
import type { Demand } from './standing.ts'
import './words.ts'

/** The road map as a table of states: one row for each organisation that the actor may see. */
export async function loadMatrix(work: Work, programmeId: ProgrammeId): Promise<MatrixView> {
  const [board] = await listBoards(work, programmeId)
  refuseUnless(board, 'missing', 'programme.missing')
  const assignment = assignmentsOn(board, work.now)
  const { programme, authority, roadMap } = board
  return {
    programme: {
      id: programme.id,
      title: programme.title,
      year: programme.year,
      isSchoolYear: programme.isSchoolYear,
    },
    roadMap,
    today: clocksAt(work.now)(authority.timeZone).today,
    timeZone: authority.timeZone,
    columns: board.activities.map(columnOf),
    rows: rowsOf(board, assignment),
  }
}

type AssignmentIn = ReturnType<typeof assignmentsOn>

/** The institute has a row only where the road map asks something of it. */
function rowsOf(board: Board, assignment: AssignmentIn): MatrixRow[] {
  return board.parties
    .map((party) => ({
      organisationId: party.organisation.id,
      kind: party.kind,
      shortName: party.organisation.shortName,
      fullName: party.organisation.fullName,
      variant: party.variant,
      sentAt: party.sentAt?.toISOString() ?? null,
      cells: board.activities.map((activity) => {
        const found = assignment(activity, party)
        return found && matrixCellOf(found)
      }),
    }))
    .filter((row) => row.kind !== 'institute' || row.cells.some((cell) => cell !== null))
}

/** Derives any cell of a loaded board, without asking the database again. */
export function assignmentsOn(board: Board, now: Date) {
  const { dueSoonDays } = board.thresholds
  const clocks = clocksAt(now)
  return (activity: BoardActivity, party: BoardParty): Assignment<AttemptInCell> | null =>
    assignmentOf(activity, party, {
      demand: demandOf(board, activity),
      facts: board.facts.of(activity.activityId, party.organisation.id),
      timing: { clock: clocks(party.organisation.timeZone), dueSoonDays },
    })
}

function demandOf({ programme, authority }: Board, { period }: BoardActivity): Demand {
  return { period, frame: programme, dayOffRule: authority.dayOffRule, dueTime: null }
}

function columnOf(activity: BoardActivity): MatrixColumn {
  return {
    activityId: activity.activityId,
    number: activity.number,
    title: activity.title,
    sectionNumber: activity.sectionNumber,
    sectionTitle: activity.sectionTitle,
    audience: activity.audience,
    periodText: activity.period?.text ?? null,
    windows: activity.period?.windows ?? [],
    heldBy: activity.heldBy,
  }
}
