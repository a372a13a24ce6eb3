import type { ActivityId } from '../../kernel/id.ts'

/** A row of a road map by the stable id of its activity; everything else of it may change. */
export type Row = { activityId: ActivityId }

/** What happens to one row. An added one stands after `after`'s neighbour above (null: first of all). */
export type RowChange<R extends Row> =
  | { kind: 'added'; before: null; after: R; above: ActivityId | null }
  | { kind: 'changed'; before: R; after: R }
  | { kind: 'removed'; before: R; after: null }

/** All that leads from one list of rows to another; `order` only where rows that stay were moved. */
export type Difference<R extends Row> = { changes: RowChange<R>[]; order: ActivityId[] | null }

/** Both said something else of the same field, or one changed what the other removed. */
export type Conflict<R extends Row> = { change: RowChange<R>; current: R | null; fields: (keyof R)[] }

/**
 * Promises `applyDifference(diffRows(before, after), before)` to equal `after`: added and changed rows in their new order,
 * removed ones last. Whoever asks for less than every field says when a row is another one.
 */
export function diffRows<R extends Row>(
  before: readonly R[],
  after: readonly R[],
  isChanged: (was: R, is: R) => boolean = (was, is) => fieldsChanged(was, is).length > 0,
): Difference<R> {
  const old = byId(before)
  const kept = byId(after)
  const changes = after.flatMap((row, place): RowChange<R>[] => {
    const was = old.get(row.activityId)
    if (!was) return [{ kind: 'added', before: null, after: row, above: after[place - 1]?.activityId ?? null }]
    return isChanged(was, row) ? [{ kind: 'changed', before: was, after: row }] : []
  })
  const removed = before.filter((row) => !kept.has(row.activityId))
  const difference = {
    changes: [...changes, ...removed.map((row): RowChange<R> => ({ kind: 'removed', before: row, after: null }))],
    order: null,
  }
  const wanted = after.map((row) => row.activityId)
  const stands = applyDifference(difference, before).map((row) => row.activityId)
  return stands.join() === wanted.join() ? difference : { ...difference, order: wanted }
}

/** The rows with everything changed, added and removed; a change of a row that is not there does nothing. */
export function applyDifference<R extends Row>({ changes, order }: Difference<R>, before: readonly R[]): R[] {
  const changed = new Map(changes.map((change) => [idOf(change), change]))
  const placed = before.map((row) => {
    const change = changed.get(row.activityId)
    return change?.kind === 'changed' ? change.after : row
  })
  for (const change of changes) {
    if (change.kind !== 'added') continue
    const place = placed.findIndex((row) => row.activityId === change.above)
    // Its neighbour may be gone by now: then it closes the list rather than opening it.
    placed.splice(place >= 0 || change.above === null ? place + 1 : placed.length, 0, change.after)
  }
  // Only now: a new row may stand below one that goes.
  const standing = placed.filter((row) => changed.get(row.activityId)?.kind !== 'removed')
  if (!order) return standing
  const places = new Map(order.map((id, place) => [id, place]))
  return [...standing].sort((one, other) => placeOf(places, one) - placeOf(places, other))
}

/**
 * A change made on `change.before`, brought onto the row as it stands now: each field that the change touched is the
 * change's, every other field the row's own. What both touched differently comes back as a conflict.
 */
export function bringOnto<R extends Row>(change: RowChange<R>, current: R | null): RowChange<R> | Conflict<R> | null {
  if (change.kind === 'added') return change
  if (!current) return change.kind === 'removed' ? null : { change, current, fields: [] }
  const theirs = fieldsChanged(change.before, current)
  if (change.kind === 'removed') {
    return theirs.length > 0 ? { change, current, fields: theirs } : { ...change, before: current }
  }
  const mine = fieldsChanged(change.before, change.after)
  const both = mine.filter((field) => theirs.includes(field) && !isEqual(change.after[field], current[field]))
  if (both.length > 0) return { change, current, fields: both }
  const after = { ...current, ...pick(change.after, mine) }
  return fieldsChanged(current, after).length === 0 ? null : { kind: 'changed', before: current, after }
}

/** The activities of the rows in force and of the added ones, each where it stands or will stand; removed ones too. */
export function laidOut<R extends Row>(rows: readonly R[], changes: readonly RowChange<R>[]): ActivityId[] {
  const added = changes.filter((change) => change.kind === 'added')
  return applyDifference({ changes: added, order: null }, rows).map((row) => row.activityId)
}

/** The activity that a change is about. */
export function idOf<R extends Row>(change: RowChange<R>): ActivityId {
  return change.kind === 'removed' ? change.before.activityId : change.after.activityId
}

export function isConflict<R extends Row>(one: RowChange<R> | Conflict<R>): one is Conflict<R> {
  return 'fields' in one
}

/** The fields of the later state in which it differs from the earlier one. */
export function fieldsChanged<R extends object>(before: R, after: R): (keyof R)[] {
  return keysOf(after).filter((field) => !isEqual(before[field], after[field]))
}

/** Equal as values: the order of an object's keys says nothing. */
function isEqual(one: unknown, other: unknown): boolean {
  return canonical(one) === canonical(other)
}

function canonical(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    part && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([one], [other]) => (one < other ? -1 : 1)))
      : part,
  )
}

function pick<R extends Row>(row: R, fields: readonly (keyof R)[]): Partial<R> {
  const picked: Partial<R> = {}
  for (const field of fields) picked[field] = row[field]
  return picked
}

function keysOf<R extends object>(row: R): (keyof R)[] {
  return Object.keys(row) as (keyof R)[] // the rows are plain values that hold what their type says
}

function byId<R extends Row>(rows: readonly R[]): Map<ActivityId, R> {
  return new Map(rows.map((row) => [row.activityId, row]))
}

function placeOf(places: ReadonlyMap<ActivityId, number>, row: Row): number {
  return places.get(row.activityId) ?? places.size
}
