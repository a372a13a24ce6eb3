import { type AssignmentState, worstFirst } from '../../../kernel/assignment-state.ts'
import type { Day } from '../../../kernel/day.ts'
import type { ActivityId } from '../../../kernel/id.ts'
import type { Window } from '../../../kernel/period.ts'
import type { MatrixCell } from '../matrix-view.ts'
import { isSameWindow } from '../window.ts'
import type { CellKey } from './cell-key.ts'
import { type GridColumn, type GridRow, keyOfCell, type ShownMatrix } from './matrix-filter.ts'

/** How many stand where, and the worst of it; null where nothing is asked of anybody. */
export type Sum = { counts: ReadonlyMap<AssignmentState, number>; worst: AssignmentState | null; asked: number }

/** One window of an activity over all organisations that are asked for it. */
export type WindowSum = Sum & { window: Window; dueOn: Day | null }

/** One cell of an activity, with whose it is. */
export type PartOfSum = CellKey & { row: GridRow; cell: MatrixCell }

/** One activity over the organisations that are shown. */
export type ActivitySum = Sum & {
  /** Its id in the first road map that has it. */
  id: ActivityId
  column: GridColumn
  windows: WindowSum[]
  parts: PartOfSum[]
  /** What opens at once, where there is but one organisation to look at. */
  only: CellKey | null
  /** A task outside the road map: its organisations are asked for when it opens. */
  isTask: boolean
}

/**
 * Every activity of the shown matrix with its windows. What asks nothing of anybody is left out where one organisation
 * is looked at, and stays with its windows where the whole road map is.
 */
export function sumActivities(shown: ShownMatrix): ActivitySum[] {
  return shown.columns.flatMap((column) => {
    const id = shown.rows.map((row) => row.activityIds[column.index]).find((one) => one)
    const parts = partsOf(shown, column)
    // Time says nothing of what the road map no longer asks.
    if (column.removedBy !== null) return []
    if (!id || (parts.length === 0 && shown.rows.length < 2)) return []
    const counts = new Map<AssignmentState, number>()
    for (const { cell } of parts) count(counts, cell.state)
    const [first, ...others] = parts
    const only = first && others.length === 0 ? first : null
    return [{ id, column, parts, only, isTask: false, ...sumOf(counts), windows: windowsOf(column, parts) }]
  })
}

function partsOf(shown: ShownMatrix, column: GridColumn): PartOfSum[] {
  return shown.rows.flatMap((row) => {
    const [key, cell] = [keyOfCell(row, column), row.cells[column.index] ?? null]
    return key && cell && shown.matches(row, cell) ? [{ ...key, row, cell }] : []
  })
}

/** One for each window and day on which it is due: two authorities may prefer different working days. */
function windowsOf(column: GridColumn, parts: readonly PartOfSum[]): WindowSum[] {
  const found: { window: Window; dueOn: Day | null; counts: Map<AssignmentState, number> }[] = []
  if (parts.length === 0) {
    for (const window of column.period?.windows ?? []) found.push({ window, dueOn: null, counts: new Map() })
  }
  for (const { cell } of parts) {
    for (const { window, dueOn, state } of cell.cycles) {
      const known = found.find((one) => one.dueOn === dueOn && isSameWindow(one.window, window))
      const counts = known?.counts ?? new Map<AssignmentState, number>()
      count(counts, state)
      if (!known) found.push({ window, dueOn, counts })
    }
  }
  return found
    .sort((one, other) => (one.window.start ?? '').localeCompare(other.window.start ?? ''))
    .map(({ counts, ...one }) => ({ ...one, ...sumOf(counts) }))
}

function count(counts: Map<AssignmentState, number>, state: AssignmentState): void {
  counts.set(state, (counts.get(state) ?? 0) + 1)
}

export function sumOf(counts: ReadonlyMap<AssignmentState, number>): Sum {
  return {
    counts: new Map([...counts].sort(([one], [other]) => worstFirst.indexOf(one) - worstFirst.indexOf(other))),
    worst: worstFirst.find((one) => counts.has(one)) ?? null,
    asked: [...counts.values()].reduce((all, one) => all + one, 0),
  }
}
