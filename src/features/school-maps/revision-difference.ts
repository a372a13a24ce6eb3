import type { ActivityId } from '../../kernel/id.ts'
import type { OwnRow } from './school-map.ts'

export const rowFields = [
  'position',
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

type Fields = Partial<Pick<OwnRow, RowField>>

/** What a correction did to one row. */
export type RowChange =
  | { kind: 'added'; row: OwnRow }
  | { kind: 'removed'; row: OwnRow }
  | { kind: 'changed'; activityId: ActivityId; before: Fields; after: Fields }

/** What leads from one revision to the next, row by row: added and changed in the new order, removed last. */
export function differenceOf(before: readonly OwnRow[], after: readonly OwnRow[]): RowChange[] {
  const old = new Map(before.map((row) => [row.activityId, row]))
  const kept = new Set(after.map((row) => row.activityId))
  const standing = after.flatMap((row): RowChange[] => {
    const was = old.get(row.activityId)
    if (!was) return [{ kind: 'added', row }]
    const fields = changedFields(was, row)
    if (fields.length === 0) return []
    return [{ kind: 'changed', activityId: row.activityId, before: pick(was, fields), after: pick(row, fields) }]
  })
  const removed = before.filter((row) => !kept.has(row.activityId))
  return [...standing, ...removed.map((row): RowChange => ({ kind: 'removed', row }))]
}

/** The revision that these changes make of the one before: `applied(differenceOf(a, b), a)` is `b`. */
export function applied(changes: readonly RowChange[], before: readonly OwnRow[]): OwnRow[] {
  const rows = new Map(before.map((row) => [row.activityId, row]))
  for (const change of changes) {
    if (change.kind === 'added') rows.set(change.row.activityId, change.row)
    else if (change.kind === 'removed') rows.delete(change.row.activityId)
    else {
      const was = rows.get(change.activityId)
      if (was) rows.set(change.activityId, { ...was, ...change.after })
    }
  }
  return inOrder([...rows.values()])
}

/** Rows as the map shows them; two that were added at the same moment stand in the order of their birth. */
export function inOrder<R extends Pick<OwnRow, 'position' | 'activityId'>>(rows: readonly R[]): R[] {
  return [...rows].sort((one, other) => one.position - other.position || (one.activityId < other.activityId ? -1 : 1))
}

/** Whoever was quicker touched other fields of the row: both changes may stand. */
export function isMergeable(
  seen: Readonly<Record<string, unknown>>,
  current: Readonly<Record<string, unknown>>,
  fields: readonly string[],
): boolean {
  return fields.every((field) => isSame(seen[field], current[field]))
}

export function changedFields(before: OwnRow, after: OwnRow): RowField[] {
  return rowFields.filter((field) => !isSame(before[field], after[field]))
}

function pick(row: OwnRow, fields: readonly RowField[]): Fields {
  return Object.fromEntries(fields.map((field) => [field, row[field]]))
}

function isSame(one: unknown, other: unknown): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other)
}
