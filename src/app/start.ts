import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Installation } from '../server/backup/make-backup.ts'
import type { Clock, MovableClock } from '../server/clock.ts'
import { openFileStore } from '../server/file-store.ts'
import { type FrontDoor, openFrontDoor } from '../server/http/front-door.ts'
import { findClockDrift } from '../server/postgres/clock-drift.ts'
import { roleOf, startDatabase } from '../server/postgres/connect.ts'
import { backUpBeforeUpdate } from './backup-before-update.ts'
import { installationFolder, migrationsFolder } from './folders.ts'
import { databaseKind, FILES_QUERY, programVersion } from './installation.ts'
import { loadSecret } from './installation-secret.ts'
import { keepCopies } from './keep-copies.ts'
import { keepMessages } from './messages/keep-messages.ts'
import { createOpora, type Opora } from './opora.ts'
import type { StartOptions } from './options.ts'
import { prepareDatabase } from './prepare-database.ts'

export type Started = {
  opora: Opora
  url: string
  /** From now on copies are made every night and letters leave; called when the installation is as it will be worked in. */
  keepGoing(): void
  stop(): Promise<void>
}

export type Surroundings = {
  folder: string
  clock: Clock
  say(line: string): void
  /** Set only for a demonstration: its data are thrown away, its clock can be moved. */
  demoClock: MovableClock | null
}

/** Where the last start was reached, for links made at the terminal. */
export const ADDRESS_FILE = 'address'

/** Opens the door, then the database, then the product; `stop` undoes it in the other order. */
export async function start(options: StartOptions, around: Surroundings): Promise<Started> {
  const door = await openFrontDoor({ host: options.host, port: options.port, tls: options.tls })
  try {
    return await startBehind(door, options, around)
  } catch (error) {
    await door.close()
    throw error
  }
}

async function startBehind(door: FrontDoor, options: StartOptions, around: Surroundings): Promise<Started> {
  const url = options.publicUrl ?? `${options.tls ? 'https' : 'http'}://${hostFor(options.host)}:${door.port}`
  await mkdir(around.folder, { recursive: true })
  around.say('Поднимаю базу данных…')
  const database = await startDatabase(process.env, {
    folder: around.folder,
    log: around.say,
    keeping: around.demoClock ? 'throw-away' : 'durable',
  })
  try {
    const appRole = roleOf(database.appUrl, 'DATABASE_URL')
    const migrations = { ownerUrl: database.ownerUrl, folder: migrationsFolder(), appRole }
    const secret = await loadSecret(around.folder, process.env)
    if (!around.demoClock && !options.withoutBackup) {
      const installation: Installation = {
        ownerUrl: database.ownerUrl,
        kind: databaseKind(process.env),
        program: programVersion(),
        store: await openFileStore(join(around.folder, 'files')),
        secret,
        filesQuery: FILES_QUERY,
      }
      await backUpBeforeUpdate({
        installation,
        migrations,
        folder: around.folder,
        now: around.clock.now,
        say: around.say,
      })
    }
    const applied = await prepareDatabase({ ownerUrl: database.ownerUrl, appRole })
    if (applied.length > 0) around.say(`Обновляю устройство базы: ${applied.join(', ')}`)
    if (!around.demoClock) await warnOfClock(database.ownerUrl, around)
    const opora = await createOpora({
      appUrl: database.appUrl,
      ownerUrl: database.ownerUrl,
      databaseKind: databaseKind(process.env),
      folder: around.folder,
      clock: around.clock,
      secret,
      secure: url.startsWith('https:'),
      trustProxy: options.trustProxy,
      publicUrl: url,
      isDemonstration: options.demo,
      webFolder: join(installationFolder(), 'dist/web'),
      door,
      demoClock: around.demoClock,
      log: process.env.OPORA_LOG === 'requests' ? 'requests' : 'bugs',
    })
    await writeFile(join(around.folder, ADDRESS_FILE), url)
    const keepers: { stop(): void | Promise<void> }[] = []
    return {
      opora,
      url,
      keepGoing() {
        const tell = (what: string) => (error: unknown) => opora.api.log.error({ err: error }, what)
        keepers.push(keepCopies(opora.perform, tell('no copy was asked for')))
        keepers.push(keepMessages(opora.perform, url, tell('letters did not leave')))
      },
      async stop() {
        // Side by side: those who were let in have most of the time that a stop may take.
        await Promise.all([...keepers.map((keeper) => keeper.stop()), opora.rest(), door.close()])
        await opora.stop()
        await database.stop()
      },
    }
  } catch (error) {
    await database.stop()
    throw error
  }
}

/** Two processes with clocks of their own would end the same deadline twice; the start goes on, the sentence stays in the log. */
async function warnOfClock(ownerUrl: string, { clock, say }: Surroundings): Promise<void> {
  const seconds = await findClockDrift(ownerUrl, clock.now)
  if (seconds === null) return
  const which = seconds > 0 ? 'спешат' : 'отстают'
  say(
    `Часы этого компьютера ${which} от часов базы данных на ${Math.abs(seconds)} с. ` +
      'Сроки считаются по часам этого компьютера: включите на обоих синхронизацию времени.',
  )
}

function hostFor(host: string): string {
  return host.includes(':') ? `[${host}]` : host
}
