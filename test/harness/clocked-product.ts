import { foundDemonstration } from '../../src/app/demonstration/found-demonstration.ts'
import { firstLink } from '../../src/app/first-link.ts'
import { turn } from '../../src/app/messages/keep-messages.ts'
import type { Opora } from '../../src/app/opora.ts'
import { readStartOptions } from '../../src/app/options.ts'
import { start } from '../../src/app/start.ts'
import { type MovableClock, movableClock } from '../../src/server/clock.ts'
import { hashPassword } from '../../src/server/password.ts'
import { makeThrowAwayFolder } from '../../src/server/postgres/throw-away.ts'
import { askHouse } from './ask-house.ts'
import { PASSWORD } from './first-start.ts'
import { takeOwnDatabase } from './own-database.ts'

export type ClockedProduct = {
  url: string
  /** Of the server; nobody is told of its jumps, as in a real office. */
  clock: MovableClock
  linkOf(role: string): string
  ask: <Row extends object>(text: string, values?: unknown[]) => Promise<Row[]>
  stop(): Promise<void>
}

/** A real installation in the middle of its year, whose people have passwords and whose clock a test may move. */
export async function startClockedProduct(): Promise<ClockedProduct> {
  const { opora, url, clock, stop } = await startAt('2026-02-10T07:00:00Z')
  const links = await foundDemonstration(opora.perform, clock, url)
  await askHouse(opora, 'update person set login = lower(split_part(name, $1, 1)), password_hash = $2', [
    ' ',
    await hashPassword(PASSWORD),
  ])
  return {
    url,
    clock,
    linkOf: (role) => links.find((link) => link.role === role)?.url ?? '',
    ask: (text, values) => askHouse(opora, text, values),
    stop,
  }
}

export type EmptyProduct = {
  url: string
  folder: string
  firstLink: string
  /** Goes on to a moment: nobody is signed out by it, and what the clock of the house does by itself is done once. */
  goOnTo(moment: string): Promise<void>
  stop(): Promise<void>
}

/** A real installation before its first person comes, on a day of the test's choice. */
export async function startEmptyProduct(moment: string): Promise<EmptyProduct> {
  const { opora, url, folder, clock, stop } = await startAt(moment)
  return {
    url,
    folder,
    firstLink: (await firstLink(opora.perform, url)) ?? '',
    async goOnTo(later) {
      clock.moveTo(new Date(later))
      await askHouse(opora, "update session set expires_at = '2100-01-01', seen_at = $1", [clock.now()])
      await turn(opora.perform, url, (error) => {
        throw error
      })
      await untilLettersLeft(opora)
    },
    stop,
  }
}

/** A letter may be in the hands of the queue while the turn already finds nothing to send. */
async function untilLettersLeft(opora: Opora): Promise<void> {
  for (let tries = 0; tries < 200; tries++) {
    const left = await askHouse(opora, "select id from mail where status in ('waiting', 'taken', 'handed')")
    if (left.length === 0) return
    await new Promise((later) => setTimeout(later, 50))
  }
  throw new Error('letters did not leave')
}

async function startAt(moment: string) {
  const { folder, remove } = await makeThrowAwayFolder('clocked')
  const own = await takeOwnDatabase()
  // The product asks its surroundings where its database is, as it does when a person starts it.
  if (own) Object.assign(process.env, { DATABASE_URL: own.appUrl, DATABASE_OWNER_URL: own.ownerUrl })
  const clock = movableClock(new Date(moment))
  const options = readStartOptions(['--port', '0', '--data', folder, '--without-backup'])
  const { opora, url, stop } = await start(options, { folder, clock, demoClock: null, say: () => undefined })
  return {
    ...{ opora, url, clock, folder },
    async stop() {
      await stop()
      await own?.stop()
      await remove()
    },
  }
}
