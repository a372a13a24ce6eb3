import type { ProgrammeId } from '../../kernel/id.ts'
import { onceFor } from '../../kernel/once-for.ts'
import { refuseUnless } from '../../kernel/refusal.ts'
import { breathe } from '../../server/breathe.ts'
import type { Work } from '../../server/work.ts'
import { DEFAULT_TIME_ZONE } from '../organisations/organisation.ts'
import { type Board, type BoardParty, listBoards, listBoardsOfYear } from './board.service.ts'
import type { BoardActivity } from './board-activities.service.ts'
import { clocksAt } from './deadline.ts'
import { tellingAt } from './derive-assignments.service.ts'
import { type Assignment, matrixCellOf } from './matrix-cell.ts'
import { type MatrixCell, type MatrixColumn, type MatrixRow, type MatrixView, NOTHING_ASKED } from './matrix-view.ts'
import { mergeColumns, type SharedColumn } from './merge-columns.ts'
import './words.ts'

/** Of one project. */
export type ProgrammeMatrix = MatrixView & { programme: NonNullable<MatrixView['programme']> }

/** The road map as a table of states: one row for each organisation that the actor may see. */
export async function loadMatrix(work: Work, programmeId: ProgrammeId): Promise<ProgrammeMatrix> {
  const [board] = await listBoards(work, programmeId)
  refuseUnless(board, 'missing', 'programme.missing')
  const { id, title, year, isSchoolYear } = board.programme
  const columns = board.activities.map((one): Column => ({ first: one, activities: [one] }))
  return {
    programme: { id, title, year, isSchoolYear },
    roadMap: board.roadMap,
    ...(await tableOf([board], columns, work.now)),
  }
}

/** The road maps of everybody's projects of a year as one table; what they word alike shares a column. */
export async function loadYear(work: Work, year: number): Promise<MatrixView> {
  const boards = await listBoardsOfYear(work, year)
  const columns = mergeColumns(boards.map((one) => one.activities))
  return { programme: null, roadMap: null, ...(await tableOf(boards, columns, work.now)) }
}

type Column = SharedColumn<BoardActivity>

/** A region is derived board by board: its nineteen thousand cells in one piece would hold up everybody. */
async function tableOf(boards: readonly Board[], columns: readonly Column[], now: Date) {
  const timeZone = boards[0]?.authority.timeZone ?? DEFAULT_TIME_ZONE
  const found = kindsFound()
  const tell = tellingAt(now, found.placeOf)
  const rows: MatrixRow[] = []
  for (const [index, board] of boards.entries()) {
    if (index > 0) await breathe()
    const activities = columns.map((one) => one.activities[index] ?? null)
    rows.push(...rowsOf(board, index, tell(board, activities)))
  }
  return {
    today: clocksAt(now)(timeZone).today,
    asOf: now.toISOString(),
    timeZone,
    boards: boards.map(({ programme, authority }, board) => ({
      programmeId: programme.id,
      authorityId: authority.id,
      shortName: authority.shortName,
      startsOn: programme.startsOn,
      endsOn: programme.endsOn,
      activityIds: columns.map((one) => one.activities[board]?.activityId ?? null),
    })),
    columns: columns.map(({ first }) => columnOf(first)),
    rows,
    kinds: found.kinds,
  }
}

/** Equal cells stand in the list of kinds once: two road maps may come to the same cell from different periods. */
function kindsFound() {
  const places = new Map<string, number>()
  const kinds: MatrixCell[] = []
  const placeOf = (found: Assignment | null): number => {
    if (!found) return NOTHING_ASKED
    const cell = matrixCellOf(found)
    return onceFor(places, JSON.stringify(cell), () => kinds.push(cell) - 1)
  }
  return { kinds, placeOf }
}

/** The institute has a row only where the road map asks something of it. */
function rowsOf(board: Board, index: number, cellsOf: (party: BoardParty) => number[]): MatrixRow[] {
  return board.parties
    .map((party) => ({
      board: index,
      organisationId: party.organisation.id,
      kind: party.kind,
      shortName: party.organisation.shortName,
      variant: party.variant,
      isSent: party.sentAt !== null,
      cells: cellsOf(party),
    }))
    .filter((row) => row.kind !== 'institute' || row.cells.some((place) => place !== NOTHING_ASKED))
}

function columnOf(activity: BoardActivity): MatrixColumn {
  return {
    number: activity.number,
    title: activity.title,
    sectionNumber: activity.sectionNumber,
    sectionTitle: activity.sectionTitle,
    audience: activity.audience,
    periodText: activity.period?.text ?? null,
    period: activity.period,
    heldBy: activity.heldBy,
    removedBy: activity.removedBy,
  }
}
