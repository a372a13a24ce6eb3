import { randomBytes } from 'node:crypto'
import { APP, OWNER, prepareRole } from '../../src/server/postgres/roles.ts'
import { withClient } from '../../src/server/postgres/with-client.ts'

export type TestServer = {
  superuserUrl: string
  ownerUrl: string
  appUrl: string
  /** Before the names of all databases of this run. */
  prefix: string
  stop(): Promise<void>
}

/** A server that is there already, named by the address of its superuser: databases of this run are made on it and removed at the end. */
export async function takeOutsidePostgres(superuserUrl: string): Promise<TestServer> {
  const passwords = { owner: randomBytes(24).toString('hex'), app: randomBytes(24).toString('hex') }
  await withClient(superuserUrl, async (client) => {
    await prepareRole(client, OWNER, passwords.owner)
    await prepareRole(client, APP, passwords.app)
  })
  const prefix = `opora_test_${randomBytes(4).toString('hex')}_`
  return {
    superuserUrl,
    ownerUrl: as(superuserUrl, OWNER, passwords.owner),
    appUrl: as(superuserUrl, APP, passwords.app),
    prefix,
    stop: () => dropDatabases(superuserUrl, prefix),
  }
}

function as(url: string, user: string, password: string): string {
  const address = new URL(url)
  address.username = user
  address.password = password
  return address.href
}

async function dropDatabases(superuserUrl: string, prefix: string): Promise<void> {
  await withClient(superuserUrl, async (client) => {
    const { rows } = await client.query<{ name: string }>(
      'select datname as name from pg_database where starts_with(datname, $1)',
      [prefix],
    )
    for (const { name } of rows) await client.query(`drop database ${client.escapeIdentifier(name)} with (force)`)
  })
}
