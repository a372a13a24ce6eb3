import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ActivityId } from '../../kernel/id.ts'
import { applyDifference, bringOnto, diffRows, fieldsChanged, isConflict, type RowChange } from './row-difference.ts'

type Row = { activityId: ActivityId; title: string; period: { start: string; end: string } | null }

const idOf = (number: number) => `activity-${number}` as ActivityId // an id of this test alone
const row = (number: number, title = `Мероприятие ${number}`, start = '2024-02-01'): Row => ({
  activityId: idOf(number),
  title,
  period: { start, end: '2024-02-29' },
})

const someRow = fc.tuple(fc.nat(12), fc.constantFrom('Вебинар', 'Семинар', 'Собеседование'), fc.nat(3))
const someRows = fc
  .uniqueArray(someRow, { selector: ([number]) => number, maxLength: 10 })
  .map((found) => found.map(([number, title, month]) => row(number, title, `2024-0${month + 1}-01`)))

test('what leads from one revision to another, applied to the first, gives the other', () => {
  fc.assert(
    fc.property(someRows, someRows, (before, after) => {
      expect(applyDifference(diffRows(before, after), before)).toEqual(after)
    }),
    { numRuns: 1000 },
  )
})

test('a series of corrections replays to every revision on the way', () => {
  fc.assert(
    fc.property(fc.array(someRows, { minLength: 2, maxLength: 8 }), (revisions) => {
      const differences = revisions.slice(1).map((after, index) => diffRows(revisions[index] ?? [], after))
      let standing = revisions[0] ?? []
      for (const [index, difference] of differences.entries()) {
        standing = applyDifference(difference, standing)
        expect(standing).toEqual(revisions[index + 1])
      }
    }),
    { numRuns: 300 },
  )
})

test('a row added below one that is taken out stands where that one stood', () => {
  const changes: RowChange<Row>[] = [
    { kind: 'removed', before: row(2), after: null },
    { kind: 'added', before: null, after: row(4), above: idOf(2) },
  ]
  expect(applyDifference({ changes, order: null }, [row(1), row(2), row(3)])).toEqual([row(1), row(4), row(3)])
})

test('the order of the keys in a stored period is no change', () => {
  const other = { ...row(1), period: { end: '2024-02-29', start: '2024-02-01' } }
  expect(diffRows([row(1)], [other])).toEqual({ changes: [], order: null })
})

test('of what was seen, only a field that somebody else changed is another one', () => {
  const current = { title: 'Семинар', indicator: 'Доля 80 %' }
  expect(fieldsChanged<Partial<typeof current>>(current, { title: 'Семинар' })).toEqual([])
  expect(fieldsChanged(current, { title: 'Семинар', indicator: '' })).toEqual(['indicator'])
})

test('two corrections of different fields of one row are both kept', () => {
  const change: RowChange<Row> = { kind: 'changed', before: row(1), after: row(1, 'Семинар') }
  const current = row(1, 'Мероприятие 1', '2024-03-01')
  expect(bringOnto(change, current)).toEqual({
    kind: 'changed',
    before: current,
    after: row(1, 'Семинар', '2024-03-01'),
  })
})

test('two corrections of the same field meet: both versions come back, and nothing is chosen for anybody', () => {
  const change: RowChange<Row> = { kind: 'changed', before: row(1), after: row(1, 'Семинар') }
  const met = bringOnto(change, row(1, 'Вебинар'))
  expect(met && isConflict(met) && met.fields).toEqual(['title'])
})

test('the same word said by both is no conflict and no change', () => {
  const change: RowChange<Row> = { kind: 'changed', before: row(1), after: row(1, 'Семинар') }
  expect(bringOnto(change, row(1, 'Семинар'))).toBeNull()
})

test('a row that was removed meanwhile is a conflict for whoever changed it, and settled for whoever removed it', () => {
  const changed = bringOnto({ kind: 'changed', before: row(1), after: row(1, 'Семинар') }, null)
  expect(changed && isConflict(changed)).toBe(true)
  expect(bringOnto({ kind: 'removed', before: row(1), after: null }, null)).toBeNull()
  const removed = bringOnto({ kind: 'removed', before: row(1), after: null }, row(1, 'Вебинар'))
  expect(removed && isConflict(removed)).toBe(true)
})
