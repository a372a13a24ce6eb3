import { expect, test } from 'vitest'
import { typedOf } from './draft-text.ts'
import { fieldsOf } from './fields-of-kind.ts'

const blank = typedOf({
  ...{ heading: '', place: null, addressees: [], preamble: [], decision: null, clauses: [], closing: [] },
  ...{ signatory: null, agreed: [], toAcquaint: [], executor: null },
})

test('a report offers its heading and whoever signs it, and nothing that it does not print', () => {
  expect([...fieldsOf('report', blank)].sort()).toEqual(['heading', 'name', 'post'])
})

test('an order rules, and a letter has addressees instead', () => {
  expect(fieldsOf('order', blank).has('decision')).toBe(true)
  expect(fieldsOf('order', blank).has('addressees')).toBe(false)
  expect(fieldsOf('letter', blank).has('addressees')).toBe(true)
  expect(fieldsOf('letter', blank).has('decision')).toBe(false)
})

test('what stands in a paper already can be taken out again', () => {
  expect(fieldsOf('report', { ...blank, preamble: 'По итогам года' }).has('preamble')).toBe(true)
})
