import { expect, test } from 'vitest'
import { concerns } from './change.ts'

const change = { paths: ['/region/district/school/'] }

test('a change at a school is told to the school and to everybody above it', () => {
  for (const own of ['/region/district/school/', '/region/district/', '/region/']) {
    expect(concerns(change, [own])).toBe(true)
  }
})

test('neither a neighbour nor another district learns of it', () => {
  expect(concerns(change, ['/region/district/neighbour/', '/region/other/'])).toBe(false)
  expect(concerns(change, [])).toBe(false)
})

test('what the district changes is told to its schools', () => {
  expect(concerns({ paths: ['/region/district/'] }, ['/region/district/school/'])).toBe(true)
})
