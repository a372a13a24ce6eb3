import { beforeAll, expect, test } from 'vitest'
import { buildProduct } from './soak/build-product.ts'
import { killRounds } from './soak/kill-rounds.ts'

// The product that is killed is the built one.
beforeAll(buildProduct, 240_000)

test('killed under write load, it has everything that was acknowledged, and nothing half done', {
  timeout: 180_000,
}, async () => {
  const { acknowledged, lost, halfDone } = await killRounds({ rounds: 2, seed: 7 })
  expect(acknowledged).toBeGreaterThan(20)
  expect({ lost, halfDone }).toEqual({ lost: [], halfDone: [] })
})
