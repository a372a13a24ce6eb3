import { join } from 'node:path'
import { createOpora, type Opora } from '../src/app/opora.ts'
import { prepareDatabase } from '../src/app/prepare-database.ts'
import { realClock } from '../src/server/clock.ts'
import { startEmbeddedPostgres } from '../src/server/postgres/embedded.ts'
import { APP } from '../src/server/postgres/roles.ts'
import { makeThrowAwayFolder } from '../src/server/postgres/throw-away.ts'
import { withClient } from '../src/server/postgres/with-client.ts'

export type Ground = {
  appUrl: string
  ownerUrl: string
  folder: string
  opora: Opora
  /** What the database learns of its tables by itself within a minute or two, as their owner; before that its plans are made for empty ones. */
  takeStock(): Promise<void>
  stop(): Promise<void>
}

/** The composed product over a throw-away PostgreSQL of its own. */
export async function openGround(): Promise<Ground> {
  const { folder, remove } = await makeThrowAwayFolder('bench')
  const database = await startEmbeddedPostgres({ folder, log: (line) => console.error(line), keeping: 'throw-away' })
  await prepareDatabase({ ownerUrl: database.ownerUrl, appRole: APP })
  const opora = await openProduct(database.appUrl, folder)
  return {
    appUrl: database.appUrl,
    ownerUrl: database.ownerUrl,
    folder,
    opora,
    async takeStock() {
      await withClient(database.ownerUrl, (client) => client.query('vacuum analyze'))
    },
    async stop() {
      await opora.stop()
      await database.stop()
      await remove()
    },
  }
}

/** The product as it is served, without its screens. */
export function openProduct(appUrl: string, folder: string): Promise<Opora> {
  return createOpora({
    appUrl,
    ownerUrl: appUrl, // no copies are made while measuring
    databaseKind: 'embedded',
    folder: join(folder, 'product'),
    clock: realClock,
    secret: 'a secret of the measurements, long enough',
    secure: false,
    trustProxy: false,
    publicUrl: 'http://127.0.0.1',
    isDemonstration: false,
    webFolder: null,
    door: null,
    log: 'bugs',
    demoClock: null,
  })
}
