import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { allRoutes } from '../../src/app/features.ts'
import type { Endpoint } from '../../src/kernel/contract.ts'
import { newId } from '../../src/kernel/id.ts'
import type { Route } from '../../src/server/work.ts'
import { type Answer, startTestApp } from './app.ts'
import { askHouse } from './ask-house.ts'
import { type Change, changes, type Stage } from './changes.ts'
import { planYear } from './planned-year.ts'
import { SAMPLE_COPY } from './sample-input.ts'

/** Every endpoint of the product, as the server registers them. */
export const registry = allRoutes({ publicUrl: 'http://127.0.0.1:8310', isDemonstration: false }, null)

/** Those that change something; the first set-up of an installation has a test of its own. */
export const changing = registry
  .filter(({ name, endpoint }) => endpoint.method !== 'GET' && name !== 'access.setUp')
  .map((route) => [route.name, route] as const)

/** Who reads this endpoint in tests: the coordinator, or the administrator above all where it is administrators' alone. */
export function readerOf({ callers }: Endpoint): 'coordinator' | 'chief' {
  return callers.includes('municipal_coordinator') ? 'coordinator' : 'chief'
}

/** The fixture district with its planned year. */
export async function startStage(): Promise<Stage> {
  const app = await startTestApp()
  await mkdir(join(app.folder, 'backups'))
  await writeFile(join(app.folder, 'backups', SAMPLE_COPY), 'a copy')
  return { ...app, year: await planYear(app) }
}

export function changeFor(stage: Stage, name: string): Promise<Change> {
  const make = changes[name]
  if (!make) throw new Error(`${name} changes something and has no example in test/harness/changes.ts`)
  return make(stage)
}

/** Makes the call, with a fresh repeat key unless one is given. */
export function makeChange(
  stage: Stage,
  { endpoint }: Route,
  change: Change,
  key: string = newId(),
): Promise<Answer<unknown>> {
  const { as, input, upload, cookie } = change
  return stage.as(as).call(endpoint, input, {
    key,
    ...(upload && { upload }),
    ...(cookie && { headers: { cookie: `opora=${cookie}` } }),
  })
}

/** Limits on sign-in and links count by address, and all tests share one. */
export async function forgetLimits({ opora }: Stage): Promise<void> {
  await askHouse(opora, 'delete from rate_window')
}
