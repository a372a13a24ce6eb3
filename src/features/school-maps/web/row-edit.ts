import { fieldsChanged } from '../../road-maps/row-difference.ts'
import type { RowView } from '../view.ts'

/** The fields of a row as they are typed: all of them texts but three. */
export type Typed = {
  cause: string
  title: string
  indicator: string
  responsible: string
  periodText: string
  expectedResult: string
  proof: RowView['proof']
  supportsActivityId: RowView['supportsActivityId']
  removed: boolean
}
export type TypedField = keyof Typed

/** One field on its way; `from` is what stood in it when it was begun. */
export type Edit = { change: Partial<Typed>; from: Partial<Typed> }

/**
 * The fields of an edit in which somebody else was quicker. What this person recorded herself a moment ago (`own`), and
 * what both say alike, is nobody's quarrel: on a slow line she types on before her first words have come back.
 */
export function contestedFields(current: Typed, { change, from }: Edit, own: Partial<Typed>): TypedField[] {
  const unlike = new Set(differing(current, change))
  const notMine = new Set(differing(current, own))
  return differing(current, from).filter((field) => unlike.has(field) && (notMine.has(field) || !(field in own)))
}

/**
 * These words of hers she has given up for what stands there: the field that she left by pressing the button may send
 * them once more.
 */
export function isGivenUp(fields: readonly TypedField[], { change }: Edit, given: Partial<Typed>): boolean {
  return fields.every((field) => field in given) && !differing(change, given).some((field) => fields.includes(field))
}

/** It stands there already: nothing is left to write. */
export function isRecorded(current: Typed, { change }: Edit): boolean {
  return differing(current, change).length === 0
}

export function typedOf(row: RowView): Typed {
  const { cause, title, indicator, responsible, expectedResult, proof, supportsActivityId, removed } = row
  const periodText = row.period?.text ?? ''
  return { cause, title, indicator, responsible, periodText, expectedResult, proof, supportsActivityId, removed }
}

/** What stands in the fields that `asked` names. */
export function fieldsOf(typed: Typed, asked: Partial<Typed>): Partial<Typed> {
  return Object.fromEntries(Object.entries(typed).filter(([field]) => field in asked))
}

function differing(current: Partial<Typed>, other: Partial<Typed>): TypedField[] {
  return fieldsChanged<Partial<Typed>>(current, other)
}
