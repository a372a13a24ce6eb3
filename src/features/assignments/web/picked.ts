import type { MatrixCell } from '../matrix-view.ts'
import { type CellKey, cellParam } from './cell-key.ts'
import { type GridColumn, type GridRow, keyOfCell, type ShownMatrix } from './matrix-filter.ts'

/** A chosen cell with what is said of it. */
export type PickedCell = { key: string; cell: CellKey; row: GridRow; column: GridColumn; is: MatrixCell }

export type Pressed = 'accept' | 'release'

/** Why a chosen cell will be left as it is. */
export type Obstacle = 'done' | 'not-waiting' | 'not-accepted'

/** Everything that the filters leave. */
export function pickable({ rows, columns, matches }: ShownMatrix): PickedCell[] {
  return rows.flatMap((row) =>
    columns.flatMap((column) => {
      const is = row.cells[column.index]
      const cell = is && matches(row, is) ? keyOfCell(row, column) : null
      return is && cell ? [{ key: cellParam(cell), cell, row, column, is }] : []
    }),
  )
}

/** What will happen as far as the table knows: the server judges each cell again. */
export function summaryOf(pressed: Pressed, picked: readonly PickedCell[]) {
  const counts = new Map<Obstacle, number>()
  let ready = 0
  for (const { is } of picked) {
    const obstacle = pressed === 'accept' ? beforeAccepting(is) : beforeRelease(is)
    if (obstacle) counts.set(obstacle, (counts.get(obstacle) ?? 0) + 1)
    else ready++
  }
  return { ready, others: [...counts].map(([reason, count]) => ({ reason, count })) }
}

/** A cell of several windows may wait in one of them, whatever its worst one shows. */
export function beforeAccepting({ state, accepted, waiting, windows, isRemoved }: MatrixCell): Obstacle | null {
  if (waiting > 0) return null
  return isRemoved || state === 'off-control' || accepted === windows ? 'done' : 'not-waiting'
}

export function beforeRelease({ state, isRemoved }: MatrixCell): Obstacle | null {
  if (isRemoved) return 'done'
  if (state === 'accepted') return null
  return state === 'off-control' ? 'done' : 'not-accepted'
}

/** Cells of which something is still expected, organisation by organisation: the text of a reminder. */
export function unfinishedBy(picked: readonly PickedCell[]): { row: GridRow; cells: PickedCell[] }[] {
  const found = new Map<string, { row: GridRow; cells: PickedCell[] }>()
  for (const one of picked) {
    if (['accepted', 'off-control', 'not-applicable', 'waiting'].includes(one.is.state)) continue
    const known = found.get(one.row.organisationId)
    if (known) known.cells.push(one)
    else found.set(one.row.organisationId, { row: one.row, cells: [one] })
  }
  return [...found.values()]
}
