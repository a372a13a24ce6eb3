import { foundDemonstration } from '../../src/app/demonstration/found-demonstration.ts'
import { readStartOptions } from '../../src/app/options.ts'
import { start } from '../../src/app/start.ts'
import { type MovableClock, movableClock } from '../../src/server/clock.ts'
import { hashPassword } from '../../src/server/password.ts'
import { makeThrowAwayFolder } from '../../src/server/postgres/throw-away.ts'
import { askHouse } from './ask-house.ts'

export const PASSWORD = 'сосна берёза рябина клён'

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
  const { folder, remove } = await makeThrowAwayFolder('clocked')
  const clock = movableClock(new Date('2026-02-10T07:00:00Z'))
  const options = readStartOptions(['--port', '0', '--data', folder, '--without-backup'])
  const { opora, url, stop } = await start(options, { folder, clock, demoClock: null, say: () => undefined })
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
    async stop() {
      await stop()
      await remove()
    },
  }
}
