import type { TestProject } from 'vitest/node'
import { prepareDatabase } from '../../src/app/prepare-database.ts'
import { startEmbeddedPostgres } from '../../src/server/postgres/embedded.ts'
import { APP, admitOnlyApplication, OWNER } from '../../src/server/postgres/roles.ts'
import { makeThrowAwayFolder } from '../../src/server/postgres/throw-away.ts'
import { withClient } from '../../src/server/postgres/with-client.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** Addresses on the one throw-away server that the whole run shares. */
    postgres: { superuserUrl: string; ownerUrl: string; appUrl: string }
  }
}

/** One server for the run, with two templates: `empty` and `migrated`, from which each test file clones its own database. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { folder, remove } = await makeThrowAwayFolder('test')
  const { superuserUrl, ownerUrl, appUrl, stop } = await startEmbeddedPostgres({
    folder,
    log: (line) => console.error(line),
    keeping: 'throw-away',
  })
  await withClient(superuserUrl, async (client) => {
    for (const name of ['empty', 'migrated']) {
      await client.query(`create database ${name} owner ${OWNER}`)
      await admitOnlyApplication(client, name)
    }
  })
  await prepareDatabase({ ownerUrl: ownerUrl.replace(/[^/]+$/, 'migrated'), appRole: APP })
  project.provide('postgres', { superuserUrl, ownerUrl, appUrl })
  return async () => {
    await stop()
    await remove()
  }
}
