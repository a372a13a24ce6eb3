import { expect, test } from 'vitest'
import { wordsOf } from './found.ts'

test('case, «ё», quotation marks and spaces mean nothing', () => {
  expect(wordsOf('  МБОУ «Берёзовская»  СОШ ')).toEqual(['мбоу', 'березовская', 'сош'])
  expect(wordsOf(' «» ')).toEqual([])
  expect(wordsOf('а б в г д е ж')).toHaveLength(6)
})
