import { expect, test } from 'vitest'
import type { SourceBlock } from './order.ts'
import { holdsRows, isSamePlace, placeOf } from './source-places.ts'

const table: Extract<SourceBlock, { kind: 'table' }> = { kind: 'table', table: 1, rows: [] }

test('a row that was typed or comes from the template has no place in the paper', () => {
  expect(placeOf({ source: { table: 0, row: 3, page: null } })).toBe(null)
  expect(placeOf({ source: { table: 2, row: null, page: null } })).toBe(null)
  expect(placeOf({ source: { table: 2, row: 3, page: null } })).toEqual({ table: 2, row: 3 })
})

test('nothing is beside nothing', () => {
  expect(isSamePlace(null, null)).toBe(false)
  expect(isSamePlace({ table: 1, row: 2 }, { table: 1, row: 2 })).toBe(true)
})

test('a table of the paper is marked by its rows, unless lines beside it are what the road map was made of', () => {
  const line: SourceBlock = { kind: 'paragraph', text: 'Март: семинар', places: [{ table: 1, row: 1 }] }
  expect(holdsRows(table, [table])).toBe(true)
  expect(holdsRows(table, [table, line])).toBe(false)
  expect(holdsRows({ ...table, places: [{ table: 2, row: 1 }] }, [table])).toBe(false)
})
