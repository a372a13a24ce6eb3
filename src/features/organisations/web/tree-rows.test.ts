import { expect, test } from 'vitest'
import { day } from '../../../kernel/day.ts'
import { newId } from '../../../kernel/id.ts'
import type { OrganisationKind } from '../organisation.ts'
import { type Organisation, type TreeWish, treeRows } from './tree-rows.ts'

const region = made('region', 'Область', null)
const lake = made('authority', 'Озёрный округ', region)
const forest = made('authority', 'Лесной округ', region)
const first = made('school', 'Школа № 3', lake)
const second = made('school', 'Школа № 27', lake)
const closed = { ...made('school', 'Школа № 5', lake), closedOn: day(2024, 2, 1) }
const other = made('school', 'Лесная школа', forest)
const all = [second, other, closed, forest, first, lake, region]

test('schools stand below their authority, in the order in which people count', () => {
  expect(names({ open: new Set([region.id, lake.id]) })).toEqual([
    '0 Область',
    '1 Лесной округ',
    '1 Озёрный округ',
    '2 Школа № 3',
    '2 Школа № 27',
  ])
})

test('an authority tells how many open schools it has, closed or not itself', () => {
  const [top, , own] = treeRows(all, { query: '', open: new Set([region.id]), state: 'open' })
  expect([top?.schools, own?.schools]).toEqual([3, 2])
})

test('what is looked for is found whatever is folded, with what it belongs to', () => {
  expect(names({ query: 'школа №27' })).toEqual(['0 Область', '1 Озёрный округ', '2 Школа № 27'])
  expect(names({ query: 'ничего такого' })).toEqual([])
})

test('closed ones are shown when they are asked for', () => {
  expect(names({ state: 'closed' })).toEqual(['0 Область', '1 Озёрный округ', '2 Школа № 5'])
})

test('a school that sees no region is the top of its own tree', () => {
  const rows = treeRows([first], { query: '', open: new Set(), state: null })
  expect(rows.map(({ depth, isOpen }) => [depth, isOpen])).toEqual([[0, null]])
})

function names(wish: Partial<TreeWish>): string[] {
  const rows = treeRows(all, { query: '', open: new Set(), state: 'open', ...wish })
  return rows.map(({ depth, organisation }) => `${depth} ${organisation.shortName}`)
}

function made(kind: OrganisationKind, name: string, parent: Organisation | null): Organisation {
  const id = newId<'organisation'>()
  const place = { parentId: parent?.id ?? null, path: `${parent?.path ?? '/'}${id}/` }
  const rest = { timeZone: 'UTC', dayOffRule: 'before' as const, closedOn: null, successorId: null, rowVersion: 1 }
  return { id, kind, shortName: name, fullName: name, ...place, ...rest }
}
