import { expect, test } from 'vitest'
import { idOf } from '../../../kernel/id.ts'
import type { MapRow } from '../correction.ts'
import { changeBetween, emptyRow, fieldsBetween, isBeside, type RowDraft } from './row-draft.ts'

const start = { ...emptyRow, number: '1.3', title: 'Оценка компетенций', period: 'февраль–март' }

test('of a row only what was changed is in question, in the order of the form', () => {
  const draft = { ...start, proof: ['survey' as const], period: 'март 2026 года' }
  expect(fieldsBetween(start, draft)).toEqual(['period', 'proof'])
  expect(changeBetween(start, draft)).toEqual({ period: 'март 2026 года', proof: ['survey'] })
})

test('what is as it was asks for nothing', () => {
  expect(fieldsBetween(start, { ...start })).toEqual([])
  expect(changeBetween(start, { ...start })).toEqual({})
})

const typed: RowDraft = { ...start, period: 'март 2026 года' }
const row: MapRow = {
  activityId: idOf<'activity'>().parse('01900000-0000-7000-8000-000000000001'),
  ...{ sectionNumber: '1', sectionTitle: 'Диагностика', audience: 'all', number: start.number, title: start.title },
  ...{ period: null, periodReading: null, executors: null, expectedResult: null, targetGroups: [], heldBy: 'us' },
  proof: ['file'],
  parts: { authority: 'executes', institute: null, school: 'takes-part' },
}
const begun = { ...start, period: '' }
const now = (after: MapRow | null) => ({ before: row, after, conflict: null })

test('another field of the same row is nobody’s quarrel', () => {
  expect(isBeside({ start: begun, draft: typed, current: now({ ...row, title: 'Оценка умений' }) })).toBe(true)
  expect(
    isBeside({ start: begun, draft: { ...typed, title: 'Оценка' }, current: now({ ...row, title: 'Оценка' }) }),
  ).toBe(true)
})

test('the same field in other words, or a row that is taken out, is asked about', () => {
  const draft = { ...typed, title: 'Оценка компетенций учителей' }
  expect(isBeside({ start: begun, draft, current: now({ ...row, title: 'Оценка умений' }) })).toBe(false)
  expect(isBeside({ start: begun, draft: typed, current: now(null) })).toBe(false)
})
