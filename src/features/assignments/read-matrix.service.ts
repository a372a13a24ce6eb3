import type { ProgrammeId } from '../../kernel/id.ts'
import { refuseUnless } from '../../kernel/refusal.ts'
import type { Work } from '../../server/work.ts'
import { type Board, type BoardActivity, listBoards } from './board.service.ts'
import { clocksAt } from './deadline.ts'
import { assignmentsOn } from './derive-assignments.service.ts'
import { type Assignment, matrixCellOf } from './matrix-cell.ts'
import { type MatrixCell, type MatrixColumn, type MatrixRow, type MatrixView, NOTHING_ASKED } from './matrix-view.ts'
import './words.ts'

/** The road map as a table of states: one row for each organisation that the actor may see. */
export async function loadMatrix(work: Work, programmeId: ProgrammeId): Promise<MatrixView> {
  const [board] = await listBoards(work, programmeId)
  refuseUnless(board, 'missing', 'programme.missing')
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
    ...rowsOf(board, work.now),
  }
}

/** Equal cells are told once. The institute has a row only where the road map asks something of it. */
function rowsOf(board: Board, now: Date): { kinds: MatrixCell[]; rows: MatrixRow[] } {
  const assignment = assignmentsOn(board, now)
  const places = new Map<Assignment, number>()
  const kinds: MatrixCell[] = []
  const placeOf = (found: Assignment | null): number => {
    if (!found) return NOTHING_ASKED
    const known = places.get(found)
    if (known !== undefined) return known
    places.set(found, kinds.length)
    return kinds.push(matrixCellOf(found)) - 1
  }
  const rows = board.parties
    .map((party) => ({
      organisationId: party.organisation.id,
      kind: party.kind,
      shortName: party.organisation.shortName,
      fullName: party.organisation.fullName,
      variant: party.variant,
      sentAt: party.sentAt,
      cells: board.activities.map((activity) => placeOf(assignment(activity, party))),
    }))
    .filter((row) => row.kind !== 'institute' || row.cells.some((place) => place !== NOTHING_ASKED))
  return { kinds, rows }
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
