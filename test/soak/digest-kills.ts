import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { isWorkingDay } from '../../src/features/calendar/working-day.ts'
import { addDays, type Day, day } from '../../src/kernel/day.ts'
import { ORIGIN, TEST_SECRET, type TestApp } from '../harness/app.ts'
import { askHouse } from '../harness/ask-house.ts'
import { type MailServer, type Step, steps } from '../harness/mail-server.ts'
import { chanceFrom } from './chance.ts'

export type DigestKills = {
  kills: number
  mornings: number
  sent: number
  unclear: number
  /** Whoever got two letters on one day, or the same letter twice. */
  twice: string[]
  /** What had to be told and neither arrived, nor stands as unclear, nor went over into the next day's letter. */
  lost: string[]
}

type Letter = { id: string; email: string; period: string; status: string }

const WRITER = fileURLToPath(new URL('./letter-writer.ts', import.meta.url))
const LONGEST_WRITING_MS = 400

/**
 * Kills the worker of letters every working day: at a random moment of writing, or at a step of its talk with the mail
 * server; then a last day passes in peace. What arrived is held against what was written.
 */
export async function digestKills(
  app: TestApp,
  server: MailServer,
  { rounds, seed }: { rounds: number; seed: number },
): Promise<DigestKills> {
  const chance = chanceFrom(seed)
  const moments: ('writing' | Step)[] = ['writing', ...steps]
  const arrived: { on: Day; to: string; messageId: string }[] = []
  let kills = 0
  let today = day(2024, 5, 2)
  for (let round = 0; round <= rounds; round++) {
    const moment = round === rounds ? null : (moments[(round + seed) % moments.length] ?? 'writing')
    const before = server.received.length
    if (await morning(app, server, { today, moment, chance })) kills++
    for (const { to, messageId } of server.received.slice(before)) {
      arrived.push({ on: today, to: to[0] ?? '', messageId })
    }
    do today = addDays(today, 1)
    while (!isWorkingDay(today))
  }
  return { kills, mornings: rounds + 1, ...(await compare(app, arrived)) }
}

type Morning = { today: Day; moment: 'writing' | Step | null; chance: () => number }

/** Whether the worker was killed before it was done. */
async function morning(app: TestApp, server: MailServer, { today, moment, chance }: Morning): Promise<boolean> {
  const args = [app.appUrl, join(app.folder, 'files'), TEST_SECRET, `${today}T03:00:30Z`, ORIGIN]
  const child = spawn(process.execPath, ['--import', 'tsx', WRITER, ...args], { stdio: ['ignore', 'pipe', 'inherit'] })
  const ended = once(child, 'exit')
  // Not the first letter of the day: some have left, some wait.
  let letter = 1 + Math.floor(chance() * 4)
  server.onStep = (step) => {
    if (step === moment && --letter === 0) child.kill('SIGKILL')
  }
  await once(child.stdout, 'data')
  if (moment === 'writing') {
    await Promise.race([pause(chance() * LONGEST_WRITING_MS), ended])
    child.kill('SIGKILL')
  }
  const [code, signal] = await ended
  server.onStep = () => undefined
  if (moment === null && code !== 0) throw new Error(`the writer ended with ${code ?? signal}`)
  // What the server still hears of a killed caller is heard now.
  await pause(100)
  return signal === 'SIGKILL'
}

async function compare(app: TestApp, arrived: { on: Day; to: string; messageId: string }[]) {
  const letters = await askHouse<Letter>(
    app.opora,
    `select id::text, to_address as email, period, status from mail where kind = 'digest'`,
  )
  const count = (id: string) => arrived.filter(({ messageId }) => messageId.includes(id)).length
  const days = new Set(arrived.map(({ on, to }) => `${on} ${to}`))
  const twice = [
    ...letters.filter(({ id }) => count(id) > 1).map(({ email, period }) => `${period} ${email}: the same letter`),
    ...[...days].filter((one) => arrived.filter(({ on, to }) => `${on} ${to}` === one).length > 1),
  ]
  const isKept = ({ id, status }: Letter) => {
    if (status === 'sent') return count(id) === 1
    return status === 'unclear' || (status === 'replaced' && count(id) === 0)
  }
  const lost = letters.filter((one) => !isKept(one)).map((one) => `${one.period} ${one.email} ${one.status}`)
  const readers = new Set(letters.map(({ email }) => email))
  const [last] = letters.map(({ period }) => period).sort((one, other) => other.localeCompare(one))
  for (const reader of readers) {
    const isTold = letters.some(({ email, period, status }) => email === reader && period === last && status === 'sent')
    if (!isTold) lost.push(`${reader}: nothing on the last day`)
  }
  const having = (status: string) => letters.filter((one) => one.status === status).length
  return { sent: having('sent'), unclear: having('unclear'), twice, lost }
}
