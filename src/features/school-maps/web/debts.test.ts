import { describe, expect, test } from 'vitest'
import { debtsOf } from './debts.ts'

const nothing = { asked: 0, isUnread: false }

describe('what is waited for from a school', () => {
  test.each([
    [null, ['begin']],
    ['draft', ['submit']],
    ['submitted', []],
    ['returned', ['correct']],
    ['agreed', ['order']],
    ['approved', []],
  ] as const)('of a map that is %s', (status, owed) => {
    expect(debtsOf({ ...nothing, status })).toEqual(owed)
  })

  test('a word on its own rows and the reading of the plan stand beside the step of the map', () => {
    expect(debtsOf({ status: 'returned', asked: 2, isUnread: true })).toEqual(['correct', 'consent', 'unread'])
    expect(debtsOf({ status: 'approved', asked: 2, isUnread: false })).toEqual(['consent'])
  })
})
