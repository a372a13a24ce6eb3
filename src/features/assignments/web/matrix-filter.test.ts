import { describe, expect, test } from 'vitest'
import type { AssignmentState } from '../../../kernel/assignment-state.ts'
import { newId } from '../../../kernel/id.ts'
import type { MatrixCell } from '../matrix-view.ts'
import { countStates, filterMatrix, type GridColumn, type GridRow } from './matrix-filter.ts'

const view = {
  columns: [column(0, '1.1', '1'), column(1, '1.2', '1'), column(2, '2.1', '2')],
  rows: [
    row('authority', null, ['late', null, 'open']),
    row('school', 'first-or-repeated', [null, 'waiting', 'open']),
    row('school', 'undefined', [null, 'accepted', null]),
  ],
}
const numbers = (filter: Parameters<typeof filterMatrix>[1]) => {
  const shown = filterMatrix(view, filter)
  return [shown.rows.length, shown.columns.map((one) => one.number).join(' ')]
}

describe('filters of the matrix', () => {
  test('nothing chosen shows everything', () => {
    expect(numbers({})).toEqual([3, '1.1 1.2 2.1'])
  })

  test('a state leaves only rows and columns where it stands', () => {
    expect(numbers({ state: 'open' })).toEqual([2, '2.1'])
    expect(numbers({ state: 'late' })).toEqual([1, '1.1'])
    expect(numbers({ state: 'returned' })).toEqual([0, ''])
  })

  test('a section and a group narrow the columns and the rows', () => {
    expect(numbers({ section: '2', group: 'undefined' })).toEqual([1, '2.1'])
  })

  test('«только мои» leaves what waits and the authority’s own part', () => {
    expect(numbers({ mine: 'yes' })).toEqual([2, '1.1 1.2 2.1'])
  })

  test('the legend counts cells, not empty places', () => {
    expect([...countStates(view)]).toEqual([
      ['late', 1],
      ['open', 2],
      ['waiting', 1],
      ['accepted', 1],
    ])
  })
})

function column(index: number, number: string, section: string): GridColumn {
  return {
    index,
    number,
    title: number,
    sectionNumber: section,
    sectionTitle: section,
    audience: 'all',
    periodText: null,
    period: null,
    heldBy: 'us',
    removedBy: null,
  }
}

function row(kind: 'authority' | 'school', variant: GridRow['variant'], states: (AssignmentState | null)[]): GridRow {
  return {
    board: 0,
    activityIds: states.map(() => newId<'activity'>()),
    municipality: { id: 'authority', name: 'Управление' },
    organisationId: newId(),
    kind,
    variant,
    shortName: kind,
    isSent: false,
    cells: states.map((state) => state && cellIn(state)),
  }
}

function cellIn(state: AssignmentState): MatrixCell {
  return {
    state,
    part: 'takes-part',
    dueOn: null,
    movedTo: null,
    isMoveAsked: false,
    isOverdue: false,
    accepted: 0,
    waiting: 0,
    windows: 1,
    cycles: [],
    missed: null,
    isOutsideVariant: false,
    isRemoved: false,
  }
}
