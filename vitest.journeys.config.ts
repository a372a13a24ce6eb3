import { defineConfig } from 'vitest/config'

const fileOf = (name: string) => `test/journeys/${name}.journey.ts`

/** These stop and slow down what they run on, or wait for set times: they go one at a time, after all others. */
const alone = ['faults', 'tabs', 'trouble', 'two-processes'].map(fileOf)

const each = {
  pool: 'forks' as const,
  retry: process.env.CI ? 1 : 0,
  testTimeout: 600_000,
  hookTimeout: 120_000,
}

/** Each journey starts the built product in a folder of its own and drives a real browser: two at a time fill two cores. */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          ...{ ...each, name: 'together', include: [fileOf('*')], exclude: alone },
          ...{ maxWorkers: 2, sequence: { groupOrder: 0 } },
        },
      },
      { test: { ...each, name: 'alone', include: alone, fileParallelism: false, sequence: { groupOrder: 1 } } },
    ],
  },
})
