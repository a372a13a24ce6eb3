import { diffRows, fieldsChanged, type RowChange } from '../road-maps/row-difference.ts'
import type { OwnRow } from './school-map.ts'

/** What a row says; where it stands among the others says nothing of it. */
export const rowFields = [
  'cause',
  'title',
  'indicator',
  'responsible',
  'period',
  'expectedResult',
  'proof',
  'supportsActivityId',
] as const satisfies readonly (keyof OwnRow)[]
export type RowField = (typeof rowFields)[number]

/** The fields in which two states of an own row say something else. */
export function wordsChanged(before: OwnRow, after: OwnRow): RowField[] {
  const changed = fieldsChanged(before, after)
  return rowFields.filter((field) => changed.includes(field))
}

/** The rows that say something else than before, are new or are gone. */
export function changesBetween<R extends OwnRow>(before: readonly R[], after: readonly R[]): RowChange<R>[] {
  return diffRows(before, after, (was, is) => wordsChanged(was, is).length > 0).changes
}
