import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type pg from 'pg'
import type { Io } from '../cli/commands.ts'
import { isDay } from '../kernel/day.ts'
import { CannotStart } from '../server/cannot-start.ts'
import { attachToRunning } from '../server/postgres/attach.ts'
import { roleOf, startDatabase } from '../server/postgres/connect.ts'
import { defaultDataFolder } from '../server/postgres/embedded.ts'
import { withClient } from '../server/postgres/with-client.ts'
import { installationFolder } from './folders.ts'
import { loadSecret } from './installation-secret.ts'
import { tokensFrom } from './perform.ts'
import { prepareDatabase } from './prepare-database.ts'
import { type Filled, fillRegion, type Wanted } from './simulation/fill-region.ts'
import { ADDRESS_FILE } from './start.ts'

const MOST_SCHOOLS = 5_000
const MOST_YEARS = 10

/** Fills an empty installation with a fictional region and prints what was written, and a link for each role. */
export async function simulateCommand(args: string[], io: Io): Promise<number> {
  const { data, url, json, ...wanted } = argumentsFrom(args)
  const folder = data ?? defaultDataFolder(installationFolder())
  const log = (line: string) => io.stderr(`${line}\n`)
  const running = process.env.DATABASE_URL ? null : await attachToRunning(folder)
  const server = running ?? (await startDatabase(process.env, { folder, log }))
  try {
    const tokenOf = tokensFrom(await loadSecret(folder, process.env))
    const appRole = roleOf(server.appUrl, 'DATABASE_URL')
    await prepareDatabase({ ownerUrl: server.ownerUrl, appRole })
    const began = performance.now()
    const filled = await withClient(server.ownerUrl, (client) => simulateRegion(client, { ...wanted, tokenOf }))
    const seconds = Math.round((performance.now() - began) / 100) / 10
    const address = url ?? (await readFile(join(folder, ADDRESS_FILE), 'utf8').catch(() => 'http://127.0.0.1:8310'))
    const links = filled.links.map(({ invitationId, ...link }) => ({
      ...link,
      url: `${address}/link#${tokenOf(invitationId)}`,
    }))
    io.stdout(
      json ? `${JSON.stringify({ counts: filled.counts, seconds, links })}\n` : printed({ ...filled, seconds, links }),
    )
    return 0
  } finally {
    await server.stop()
  }
}

/** In one transaction of the owner: all of the region, or nothing. An installation with anything in it is refused. */
export async function simulateRegion(client: pg.Client, wanted: Wanted): Promise<Filled> {
  await client.query('begin')
  try {
    await client.query("select pg_advisory_xact_lock(hashtext('opora'), hashtext('simulate'))")
    const { rows } = await client.query('select 1 from person union all select 1 from organisation limit 1')
    if (rows.length > 0) {
      throw new CannotStart(
        'В этой установке уже что-то есть. Вымышленный регион пишется только в пустую: укажите другую папку в --data.',
      )
    }
    const filled = await fillRegion((sql, values) => client.query(sql, values), wanted)
    await client.query('commit')
    await client.query('analyze')
    return filled
  } catch (error) {
    await client.query('rollback')
    throw error
  }
}

function argumentsFrom(args: string[]) {
  const values = parsed(args)
  const now = values.today === undefined ? new Date() : momentOf(values.today)
  return {
    schools: numberFrom('--schools', values.schools ?? '900', MOST_SCHOOLS),
    years: numberFrom('--years', values.years ?? '3', MOST_YEARS),
    seed: numberFrom('--seed', values.seed ?? '1', 2 ** 31),
    now,
    data: values.data,
    url: values.url,
    json: values.json ?? false,
  }
}

function parsed(args: string[]) {
  try {
    const text = { type: 'string' } as const
    const options = { schools: text, years: text, seed: text, today: text, data: text, url: text } as const
    return parseArgs({ args, options: { ...options, json: { type: 'boolean' } } }).values
  } catch (cause) {
    throw new CannotStart('Не понял параметры. Есть: --schools, --years, --seed, --today, --data, --url, --json.', {
      cause,
    })
  }
}

function numberFrom(name: string, text: string, most: number): number {
  const value = Number(text)
  if (Number.isInteger(value) && value >= 1 && value <= most) return value
  throw new CannotStart(`${name} ${text}: нужно целое число от 1 до ${most}.`)
}

/** The evening of that day in the region. */
function momentOf(today: string): Date {
  if (isDay(today)) return new Date(`${today}T13:00:00Z`)
  throw new CannotStart(`--today ${today}: день пишется так: 2026-04-22.`)
}

function printed({
  counts,
  seconds,
  links,
}: {
  counts: Record<string, number>
  seconds: number
  links: { name: string; role: string; url: string }[]
}) {
  const { total = 0, ...tables } = counts
  return [
    ...Object.entries(tables).map(([table, count]) => `${String(count).padStart(9)}  ${table}`),
    `${String(total).padStart(9)}  строк за ${seconds} с`,
    '',
    ...links.map(({ role, name, url }) => `${name} (${role}): ${url}`),
    '',
  ].join('\n')
}
