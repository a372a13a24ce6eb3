import type { ComparableRow } from './compare-revisions.ts'
import { standingRows, type Understanding, type UnderstoodActivity, type UnderstoodSection } from './understanding.ts'

export type WantedRow = ComparableRow & { row: UnderstoodActivity; section: UnderstoodSection }

/** The rows of an understanding as they are held against a revision. */
export function comparableRows(understanding: Pick<Understanding, 'sections'>): WantedRow[] {
  return standingRows(understanding).map(({ row, section }) => {
    const { number, title, period, executors, expectedResult, targetGroups, heldBy, proof, parts } = row
    return {
      ...{ number, title, period, executors, expectedResult, targetGroups, heldBy, proof, parts },
      sectionTitle: section.title,
      audience: section.audience,
      row,
      section,
    }
  })
}
