import type { Cell } from './cell.service.ts'
import type { CellView } from './cell-view.ts'

/** What the cell asks for: an activity of the authority's map, a row of the school's own, or a task. */
export function askedView({ activityId, asked, authority }: Cell): CellView['asked'] {
  if (asked.kind === 'task') {
    return {
      activityId,
      isTask: true,
      programmeId: null,
      number: null,
      title: asked.row.text,
      sectionTitle: null,
      periodText: null,
      dueTime: asked.row.dueTime,
      executors: authority.shortName,
      expectedResult: null,
      heldBy: 'school',
      proof: ['file'],
    }
  }
  if (asked.kind === 'own-row') {
    const { row, programmeId } = asked
    return {
      ...{ activityId, isTask: false, programmeId, title: row.title, proof: row.proof },
      ...{ number: row.number, sectionTitle: null, periodText: row.period?.text ?? null, dueTime: null },
      ...{ executors: row.responsible || null, expectedResult: row.expectedResult || null, heldBy: 'school' },
    }
  }
  const { row } = asked
  return {
    activityId,
    isTask: false,
    programmeId: asked.programmeId,
    number: row.number,
    title: row.title,
    sectionTitle: row.sectionTitle,
    periodText: row.period?.text ?? null,
    dueTime: null,
    executors: row.executors?.text ?? null,
    expectedResult: row.expectedResult,
    heldBy: row.heldBy,
    proof: row.proof,
  }
}
