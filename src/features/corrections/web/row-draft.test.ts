import { expect, test } from 'vitest'
import { changeBetween, emptyRow, fieldsBetween } from './row-draft.ts'

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
