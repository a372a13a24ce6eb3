import { expect, test } from 'vitest'
import type { AssignmentState } from '../../../kernel/assignment-state.ts'
import { beforeAccepting, beforeRelease } from './picked.ts'

const cell = (state: AssignmentState, accepted = 0, waiting = 0) => ({
  state,
  accepted,
  waiting,
  windows: 2,
  cycles: [],
  part: 'takes-part' as const,
  dueOn: null,
  movedTo: null,
  isMoveAsked: false,
  isOverdue: false,
  missed: null,
  isOutsideVariant: false,
  isRemoved: false,
})

test('what waits is accepted; of several windows one may wait behind a worse one', () => {
  expect(beforeAccepting(cell('waiting', 0, 1))).toBeNull()
  expect(beforeAccepting(cell('window-missed', 0, 1))).toBeNull()
  expect(beforeAccepting(cell('late'))).toBe('not-waiting')
  expect(beforeAccepting(cell('accepted', 2))).toBe('done')
})

test('only what is accepted is taken off control', () => {
  expect(beforeRelease(cell('accepted', 1))).toBeNull()
  expect(beforeRelease(cell('off-control', 1))).toBe('done')
  expect(beforeRelease(cell('waiting'))).toBe('not-accepted')
})
