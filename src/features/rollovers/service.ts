import type { AssignmentState } from '../../kernel/assignment-state.ts'
import type { ActivityId, ProgrammeId } from '../../kernel/id.ts'
import type { Service, Work } from '../../server/work.ts'
import { type Board, listBoards } from '../assignments/board.service.ts'
import { derivingAt } from '../assignments/derive-assignments.service.ts'
import { listParticipants } from '../programmes/service.ts'
import { summaryOf } from '../road-maps/import-order.service.ts'
import { findRolled, loadEnding, startNextYear } from '../road-maps/next-year.service.ts'
import type { rolloversContract } from './contract.ts'

/** From one year of a road map to the next, with what was not finished. */
export const rolloversService: Service<typeof rolloversContract> = {
  async previewNextYear(work, { roadMapId }) {
    const { roadMap, programme } = await loadEnding(work, roadMapId)
    const board = await findBoard(work, programme.id)
    const started = await findRolled(work, roadMapId, programme.year + 1)
    return {
      title: roadMap.title,
      year: programme.year,
      isSchoolYear: programme.isSchoolYear,
      rows: board?.activities.length ?? 0,
      unfinished: board ? unfinishedOn(board, work.now) : [],
      schools: await listParticipants(work, programme.id),
      started: started && summaryOf(started),
    }
  },

  async startNextYear(work, input) {
    const { programme } = await loadEnding(work, input.roadMapId)
    const board = await findBoard(work, programme.id)
    const rows = board ? unfinishedOn(board, work.now) : []
    const unfinished = new Map(rows.map(({ activityId, names }) => [activityId, names]))
    return startNextYear(work, { ...input, unfinished })
  },
}

async function findBoard(work: Work, programmeId: ProgrammeId): Promise<Board | null> {
  const [board] = await listBoards(work, programmeId)
  return board ?? null
}

const finished: readonly AssignmentState[] = ['accepted', 'off-control', 'not-applicable']

type Unfinished = { activityId: ActivityId; number: string | null; title: string; names: string[] }

/** The rows that somebody who is asked for them has not finished, in the order of the road map. */
function unfinishedOn(board: Board, now: Date): Unfinished[] {
  const assignmentsOf = derivingAt(now)(board, board.activities)
  const asked = board.parties.map((party) => ({ party, assignments: assignmentsOf(party) }))
  const namesOf = (index: number) =>
    asked.flatMap(({ party, assignments }) => {
      const found = assignments[index]
      return found && !finished.includes(found.standing.state) ? [party.organisation.shortName] : []
    })
  return board.activities.flatMap((activity, index) => {
    const names = namesOf(index)
    const { activityId, number, title } = activity
    return names.length > 0 ? [{ activityId, number, title, names }] : []
  })
}
