import { expect, test } from 'vitest'
import { newId } from '../../../kernel/id.ts'
import type { GridRow } from './matrix-filter.ts'
import { groupRows, linesOfGroups } from './matrix-lines.ts'
import { stepOf } from './place.ts'

const rows = [rowOf('a', null), rowOf('a', 'undefined'), rowOf('b', 'first-or-repeated'), rowOf('b', 'undefined')]

test('rows stand by variant, or by municipality', () => {
  expect(groupRows(rows, 'variant').map((one) => [one.key, one.rows.length])).toEqual([
    ['authority', 1],
    ['first-or-repeated', 1],
    ['undefined', 2],
  ])
  expect(groupRows(rows, 'place').map((one) => [one.key, one.rows.length])).toEqual([
    ['a', 2],
    ['b', 2],
  ])
})

test('a folded group leaves its heading, and the rows after it close up', () => {
  const lines = linesOfGroups(groupRows(rows, 'place'), new Set(['a']))
  expect(lines.map((line) => (line.kind === 'row' ? line.index : line.group.key))).toEqual(['a', 'b', 0, 1])
})

test('keys lead within the table and no further', () => {
  const bounds = { at: { row: 5, column: 1 }, last: { row: 9, column: 3 }, page: 20 }
  const press = (key: string, ctrlKey = false) => stepOf({ key, ctrlKey, metaKey: false }, bounds)
  expect(press('PageDown')).toEqual({ row: 9, column: 1 })
  expect(press('PageUp')).toEqual({ row: 0, column: 1 })
  expect(press('End', true)).toEqual({ row: 9, column: 3 })
  expect(press('Home')).toEqual({ row: 5, column: 0 })
  expect(press('a')).toBeNull()
})

function rowOf(place: string, variant: GridRow['variant']): GridRow {
  return {
    board: 0,
    organisationId: newId(),
    kind: variant === null ? 'authority' : 'school',
    variant,
    shortName: place,
    isSent: false,
    cells: [],
    activityIds: [],
    municipality: { id: place, name: place },
  }
}
