import type { Actor } from '../../kernel/actor.ts'
import type { Day } from '../../kernel/day.ts'
import { canCoordinate } from '../programmes/programme.ts'
import type { SectionedRow } from '../road-maps/road-map-rows.ts'
import type { RowChange } from '../road-maps/row-difference.ts'

export const correctionStatuses = ['draft', 'approved', 'abandoned'] as const
export type CorrectionStatus = (typeof correctionStatuses)[number]

/** What a correction rests on (order № 31, п. 3.1: собеседования корректируют дорожные карты). */
export const basisKinds = ['interview', 'questionnaire', 'order', 'request', 'other'] as const
export type BasisKind = (typeof basisKinds)[number]

/** A row of the road map with its section: what a correction changes. */
export type MapRow = SectionedRow
export type MapRowChange = RowChange<MapRow>

/** Number and date of an amending order. */
export type Ordered = { orderNumber: string; orderDate: Day }

/** The coordinator who runs the project corrects its road map. */
export function canCorrect(actor: Actor, authority: { path: string }): boolean {
  return canCoordinate(actor, authority)
}

/**
 * The signed text itself changes: an amending order must say so. Who executes and what proves it are our understanding
 * and need none.
 */
export function changesText({
  changes,
  newTitle,
}: {
  changes: readonly MapRowChange[]
  newTitle: string | null
}): boolean {
  return (
    newTitle !== null ||
    changes.some((change) => change.kind !== 'changed' || textOf(change.before) !== textOf(change.after))
  )
}

function textOf(row: MapRow): string {
  const { sectionNumber, sectionTitle, number, title, period, executors, expectedResult, targetGroups } = row
  return JSON.stringify([
    sectionNumber,
    sectionTitle,
    number,
    title,
    period?.text ?? null,
    executors?.text ?? null,
    expectedResult,
    targetGroups,
  ])
}
