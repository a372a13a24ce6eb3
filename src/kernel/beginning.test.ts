import { expect, test } from 'vitest'
import { beginningOf, endOf } from './beginning.ts'

test('a text is cut between characters, never inside one', () => {
  expect(beginningOf('аб😀в', 3)).toBe('аб😀')
  expect(endOf('а😀бв', 3)).toBe('😀бв')
  expect(beginningOf('аб', 3)).toBe('аб')
  expect(endOf('аб', 3)).toBe('аб')
})
