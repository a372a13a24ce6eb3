import { join } from 'node:path'
import { createOpora, type Opora } from '../src/app/opora.ts'
import { prepareDatabase } from '../src/app/prepare-database.ts'
import { type Clock, movableClock } from '../src/server/clock.ts'
import { startEmbeddedPostgres } from '../src/server/postgres/embedded.ts'
import { APP } from '../src/server/postgres/roles.ts'
import { makeThrowAwayFolder } from '../src/server/postgres/throw-away.ts'
import { withClient } from '../src/server/postgres/with-client.ts'

export type Ground = {
  appUrl: string
  ownerUrl: string
  folder: string
  opora: Opora
  /** In the fixture's project: after it «Сегодня» would be empty, and what costs nothing would be measured. */
  moment: string
  /** What the database learns of its tables by itself within a minute or two, as their owner; before that its plans are made for empty ones. */
  takeStock(): Promise<void>
  stop(): Promise<void>
}

const MOMENT = '2024-05-27T06:00:00Z'

/** The composed product over a throw-away PostgreSQL of its own. */
export async function openGround(): Promise<Ground> {
  const { folder, remove } = await makeThrowAwayFolder('bench')
  const database = await startEmbeddedPostgres({ folder, log: (line) => console.error(line), keeping: 'throw-away' })
  await prepareDatabase({ ownerUrl: database.ownerUrl, appRole: APP })
  const opora = await openProduct({ appUrl: database.appUrl, folder, clock: movableClock(new Date(MOMENT)) })
  return {
    appUrl: database.appUrl,
    ownerUrl: database.ownerUrl,
    folder,
    opora,
    moment: MOMENT,
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

type Served = { appUrl: string; folder: string; clock: Clock }

/** The product as it is served, without its screens. */
export function openProduct({ appUrl, folder, clock }: Served): Promise<Opora> {
  return createOpora({
    appUrl,
    ownerUrl: appUrl, // no copies are made while measuring
    databaseKind: 'embedded',
    folder: join(folder, 'product'),
    clock,
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
