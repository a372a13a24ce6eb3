import { expect, test } from 'vitest'
import { withoutDirections } from './direction-marks.ts'

test('marks of direction are gone, letters of every direction stay', () => {
  expect(withoutDirections('План \u202eшкол\u202c \u2067(1)\u2069')).toBe('План школ (1)')
  expect(withoutDirections('שלום и \u200fмир')).toBe('שלום и \u200fмир')
})
