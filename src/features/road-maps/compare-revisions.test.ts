import { expect, test } from 'vitest'
import { comparableRows } from './comparable-rows.ts'
import { compareRevisions, isSameText } from './compare-revisions.ts'
import { templateAnswer } from './template.ts'
import { understand } from './understand.ts'

function rowsOf(year: number) {
  const understanding = understand(templateAnswer(year), [])
  return understanding ? comparableRows(understanding) : []
}

test('the same road map has nothing but same rows', () => {
  const rows = compareRevisions(rowsOf(2026), rowsOf(2026))
  expect(rows).toHaveLength(11)
  expect(rows.every((row) => row.kind === 'same')).toBe(true)
})

test('a changed field is named with both of its values', () => {
  const after = rowsOf(2026).map((row) => (row.number === '1.2' ? { ...row, targetGroups: ['ШНОР'] } : row))
  const changed = compareRevisions(rowsOf(2026), after).filter((row) => row.kind === 'changed')
  expect(changed.map((row) => row.changes)).toEqual([[{ field: 'targetGroups', before: 'МОУО, ШНОР', after: 'ШНОР' }]])
})

test('added rows stand in place, removed ones at the end', () => {
  const before = rowsOf(2026)
  const [first, second, ...rest] = before
  const added = { ...(first ?? before[0]), number: '9.9', title: 'Печать сборника статей' }
  const rows = compareRevisions(before, [...(first ? [first] : []), ...(added.row ? [added as never] : []), ...rest])
  expect(rows[1]?.kind).toBe('added')
  expect(rows.at(-1)).toMatchObject({ kind: 'removed', before: { title: second?.title } })
})

test('another year changes the periods, not the identity of rows', () => {
  const rows = compareRevisions(rowsOf(2026), rowsOf(2027))
  expect(rows.every((row) => row.kind === 'changed' && row.changes.every(({ field }) => field === 'period'))).toBe(true)
})

test('spaces and line breaks do not make another text, a word does', () => {
  const one = templateAnswer(2026).roadMap
  const spaced = structuredClone(one)
  const other = structuredClone(one)
  if (!one || !spaced || !other) throw new Error('the template has a road map')
  for (const section of spaced.sections) section.title = `${section.title}  `
  for (const section of other.sections) section.title = `${section.title} и ещё`
  expect(isSameText(one, spaced)).toBe(true)
  expect(isSameText(one, other)).toBe(false)
})
