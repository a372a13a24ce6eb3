import { randomBytes } from 'node:crypto'
import { startEmbeddedPostgres } from '../../src/server/postgres/embedded.ts'
import { prepareServer } from '../../src/server/postgres/prepare-server.ts'
import { withClient } from '../../src/server/postgres/with-client.ts'

/** A database for one started product, its two roles, and who may look at the whole server. */
export type OwnDatabase = { superuserUrl: string; ownerUrl: string; appUrl: string; stop(): Promise<void> }

/** The server that takes the place of the embedded one for this run; it is not ours to kill or to fill. */
export const outsideServer = process.env.OPORA_TEST_DATABASE

/** On the outside server, made as `./opora database prepare` makes it and removed when stopped; null where no server is named. */
export async function takeOwnDatabase(): Promise<OwnDatabase | null> {
  if (!outsideServer) return null
  const database = `opora_test_${randomBytes(6).toString('hex')}`
  const names = { database, owner: `${database}_owner`, app: `${database}_app` }
  const { ownerUrl, appUrl } = await prepareServer(outsideServer, names, 'kept')
  if (!ownerUrl || !appUrl) throw new Error(`the roles of ${database} were there before`)
  return {
    ...{ superuserUrl: outsideServer, ownerUrl, appUrl },
    stop: () =>
      withClient(outsideServer, async (client) => {
        await client.query(`drop database if exists ${database} with (force)`)
        await client.query(`drop role if exists ${names.app}, ${names.owner}`)
      }),
  }
}

/** For products that are started over addresses: the same on the outside server, else a throw-away one in this folder. */
export async function startOwnDatabase(folder: string): Promise<OwnDatabase> {
  const own = await takeOwnDatabase()
  return own ?? (await startEmbeddedPostgres({ folder, log: () => undefined, keeping: 'throw-away' }))
}
