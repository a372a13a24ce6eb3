import { expect, inject, test } from 'vitest'
import { databaseAddress } from '../../../test/harness/database-address.ts'
import { findClockDrift } from './clock-drift.ts'

const { appUrl } = inject('postgres')
const url = databaseAddress(appUrl, `${inject('postgres').prefix}migrated`)

test('clocks that agree are not spoken of', async () => {
  expect(await findClockDrift(url, () => new Date())).toBeNull()
})

test('a clock that is ahead or behind is told by how much', async () => {
  const ahead = await findClockDrift(url, () => new Date(Date.now() + 120_000))
  const behind = await findClockDrift(url, () => new Date(Date.now() - 3_600_000))
  expect(Math.abs((ahead ?? 0) - 120)).toBeLessThanOrEqual(2)
  expect(Math.abs((behind ?? 0) + 3600)).toBeLessThanOrEqual(2)
})
