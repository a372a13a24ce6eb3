import { changesBetween } from './own-row-fields.ts'
import { type Obstacle, type OwnRow, obstaclesOf } from './school-map.ts'

/** Of a correction also that it corrects nothing: `former` are the rows that it began from, null for a first writing. */
export function obstaclesIn(rows: readonly OwnRow[], former: readonly OwnRow[] | null): Obstacle[] {
  const isSame = former !== null && changesBetween(former, rows).length === 0
  return isSame ? [...obstaclesOf(rows), 'nothing-changed'] : obstaclesOf(rows)
}
