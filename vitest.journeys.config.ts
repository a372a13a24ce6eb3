import { defineConfig } from 'vitest/config'

/** Each journey starts the built product and drives a real browser: one at a time, or they would slow each other down. */
export default defineConfig({
  test: {
    include: ['test/journeys/*.journey.ts'],
    pool: 'forks',
    fileParallelism: false,
    retry: process.env.CI ? 1 : 0,
    testTimeout: 600_000,
    hookTimeout: 120_000,
  },
})
