import type { TestProject } from 'vitest/node'
import { prepareDatabase } from '../../src/app/prepare-database.ts'
import { startEmbeddedPostgres } from '../../src/server/postgres/embedded.ts'
import { APP, admitOnlyApplication, OWNER } from '../../src/server/postgres/roles.ts'
import { makeThrowAwayFolder } from '../../src/server/postgres/throw-away.ts'
import { withClient } from '../../src/server/postgres/with-client.ts'
import { databaseAddress } from './database-address.ts'
import { type TestServer, takeOutsidePostgres } from './outside-postgres.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** Addresses on the one server that the whole run shares, and what the names of its databases begin with. */
    postgres: { superuserUrl: string; ownerUrl: string; appUrl: string; prefix: string }
  }
}

/** One server for the run, with two templates: `empty` and `migrated`, from which each test file clones its own database. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const outside = process.env.OPORA_TEST_DATABASE
  const { stop, ...server } = await (outside ? takeOutsidePostgres(outside) : startThrowAway())
  await withClient(server.superuserUrl, async (client) => {
    for (const name of ['empty', 'migrated'].map((template) => server.prefix + template)) {
      await client.query(`create database ${name} owner ${OWNER} template template0 encoding 'UTF8'`)
      await admitOnlyApplication(client, name)
    }
  })
  await prepareDatabase({ ownerUrl: databaseAddress(server.ownerUrl, `${server.prefix}migrated`), appRole: APP })
  project.provide('postgres', server)
  return stop
}

async function startThrowAway(): Promise<TestServer> {
  const { folder, remove } = await makeThrowAwayFolder('test')
  const { superuserUrl, ownerUrl, appUrl, stop } = await startEmbeddedPostgres({
    folder,
    log: (line) => console.error(line),
    keeping: 'throw-away',
  })
  return {
    ...{ superuserUrl, ownerUrl, appUrl },
    prefix: '',
    async stop() {
      await stop()
      await remove()
    },
  }
}
