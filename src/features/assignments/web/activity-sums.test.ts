import { describe, expect, test } from 'vitest'
import type { AssignmentState } from '../../../kernel/assignment-state.ts'
import { type Day, day } from '../../../kernel/day.ts'
import { newId } from '../../../kernel/id.ts'
import type { Window } from '../../../kernel/period.ts'
import type { MatrixCell } from '../matrix-view.ts'
import { sumActivities } from './activity-sums.ts'
import type { GridColumn, GridRow } from './matrix-filter.ts'

const spring = { start: day(2024, 2, 1), end: day(2024, 4, 30) }
const autumn = { start: day(2024, 9, 1), end: day(2024, 11, 30) }
const before = day(2024, 4, 27)
const column: GridColumn = {
  index: 0,
  number: '1.2',
  title: 'Вебинары',
  sectionNumber: '1',
  sectionTitle: 'Для всех',
  audience: 'all',
  periodText: null,
  period: { kind: 'windows', windows: [spring, autumn], recurrence: null, dueDay: null },
  heldBy: 'us',
  removedBy: null,
}
const id = newId<'activity'>()
const all = () => true
const inWords = (rows: GridRow[]) =>
  sumActivities({ columns: [column], rows, matches: (_, cell) => cell !== null }).map((sum) => ({
    worst: sum.worst,
    asked: sum.asked,
    windows: sum.windows.map((one) => [one.window.start, one.dueOn, [...one.counts]]),
  }))

describe('an activity over its organisations', () => {
  test('shows the worst state, and how many stand in each window', () => {
    const rows = [
      row(cell('window-missed', [spring, before, 'window-missed'], [autumn, autumn.end, 'ahead'])),
      row(cell('ahead', [spring, before, 'accepted'], [autumn, autumn.end, 'ahead'])),
      row(null),
    ]
    expect(inWords(rows)).toEqual([
      {
        worst: 'window-missed',
        asked: 2,
        windows: [
          [
            spring.start,
            before,
            [
              ['window-missed', 1],
              ['accepted', 1],
            ],
          ],
          [autumn.start, autumn.end, [['ahead', 2]]],
        ],
      },
    ])
  })

  test('keeps two days apart on which two authorities expect the same window', () => {
    const rows = [row(cell('open', [spring, before, 'open'])), row(cell('open', [spring, spring.end, 'open']))]
    expect(inWords(rows)[0]?.windows.map(([, dueOn]) => dueOn)).toEqual([before, spring.end])
  })

  test('stays with its windows where nothing is asked of anybody, and is no part of one organisation’s plan', () => {
    expect(inWords([row(null), row(null)])).toEqual([
      {
        worst: null,
        asked: 0,
        windows: [
          [spring.start, null, []],
          [autumn.start, null, []],
        ],
      },
    ])
    expect(inWords([row(null)])).toEqual([])
  })

  test('knows whose cells it is made of', () => {
    const mine = row(cell('late', [spring, before, 'late']))
    const [sum] = sumActivities({ columns: [column], rows: [mine, row(null)], matches: all })
    expect(sum?.parts.map((one) => [one.activityId, one.organisationId])).toEqual([[id, mine.organisationId]])
  })
})

function row(cell: MatrixCell | null): GridRow {
  return {
    board: 0,
    activityIds: [id],
    municipality: { id: 'authority', name: 'Управление' },
    organisationId: newId(),
    kind: 'school',
    variant: 'undefined',
    shortName: 'Школа',
    isSent: false,
    cells: [cell],
  }
}

function cell(state: AssignmentState, ...cycles: [Window, Day | null, AssignmentState][]): MatrixCell {
  return {
    state,
    part: 'takes-part',
    dueOn: null,
    movedTo: null,
    isMoveAsked: false,
    isOverdue: false,
    accepted: 0,
    waiting: 0,
    windows: cycles.length,
    cycles: cycles.map(([window, dueOn, one]) => ({ window, dueOn, state: one })),
    missed: null,
    isOutsideVariant: false,
    isRemoved: false,
  }
}
