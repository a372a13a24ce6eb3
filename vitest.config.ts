import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['src/**/*.test.{ts,tsx}', 'test/**/*.test.ts', 'scripts/**/*.test.mjs'],
    globalSetup: ['test/harness/postgres-setup.ts', 'test/harness/tmp-of-the-run.ts'],
    pool: 'forks',
    maxWorkers: 2,
    // On a busy machine a link may break once; what is broken breaks twice.
    retry: process.env.CI ? 1 : 0,
    testTimeout: 20_000,
    hookTimeout: 60_000,
  },
})
