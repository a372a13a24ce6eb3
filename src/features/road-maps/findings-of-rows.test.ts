import { expect, test } from 'vitest'
import type { Finding } from '../../kernel/finding.ts'
import { placeFindings } from './findings-of-rows.ts'
import { templateAnswer } from './template.ts'

const signed = templateAnswer(2026).roadMap

function finding(where: Partial<Finding['where']>): Finding {
  return {
    code: 'missing-period',
    severity: 'warning',
    message: 'Нет срока.',
    advice: 'Укажите срок.',
    where: { part: 'table', activity: null, column: null, row: null, ...where },
    confidence: null,
  }
}

test('a finding stands beside the activity whose number it names', () => {
  const { byRow, general } = placeFindings([finding({ activity: '2.1' })], signed)
  expect([...byRow.keys()]).toEqual(['1.0'])
  expect(general).toEqual([])
})

test('findings about the order or its title stand above the table', () => {
  const { byRow, general } = placeFindings([finding({ part: 'order' }), finding({ part: 'title' })], signed)
  expect(byRow.size).toBe(0)
  expect(general.map((one) => one.index)).toEqual([0, 1])
})

test('of two rows with one number, the row of the table decides', () => {
  const twins = structuredClone(signed)
  const [first, second] = twins?.sections[0]?.activities ?? []
  if (!first || !second) throw new Error('the template has rows')
  second.number = first.number
  const { byRow } = placeFindings([finding({ activity: '1.1', row: 2 })], twins)
  expect([...byRow.keys()]).toEqual(['0.1'])
})

test('a finding about nothing that was read is not lost', () => {
  const { general } = placeFindings([finding({ activity: '9.9' })], signed)
  expect(general).toHaveLength(1)
})
