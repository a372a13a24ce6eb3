import { randomBytes } from 'node:crypto'
import { inject } from 'vitest'
import { admitOnlyApplication, OWNER } from '../../src/server/postgres/roles.ts'
import { withClient } from '../../src/server/postgres/with-client.ts'
import { databaseAddress } from './database-address.ts'

export interface TestDatabase {
  ownerUrl: string
  appUrl: string
}

/** A migrated database of the test file's own; it goes away with the server at the end of the run. */
export async function cloneDatabase(): Promise<TestDatabase> {
  return await cloneOf('migrated')
}

/** A database with nothing in it, for tests of the migrations themselves. */
export async function emptyDatabase(): Promise<TestDatabase> {
  return await cloneOf('empty')
}

async function cloneOf(template: 'migrated' | 'empty'): Promise<TestDatabase> {
  const { superuserUrl, ownerUrl, appUrl, prefix } = inject('postgres')
  const name = `${prefix}t_${randomBytes(6).toString('hex')}`
  await withClient(superuserUrl, async (client) => {
    await client.query(`create database ${name} template ${prefix}${template} owner ${OWNER}`)
    await admitOnlyApplication(client, name)
  })
  return { ownerUrl: databaseAddress(ownerUrl, name), appUrl: databaseAddress(appUrl, name) }
}
