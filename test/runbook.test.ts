import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { makeThrowAwayFolder } from '../src/server/postgres/throw-away.ts'
import { withClient } from '../src/server/postgres/with-client.ts'
import { type Block, blocksOf } from './harness/runbook.ts'

const CLONE = fileURLToPath(new URL('..', import.meta.url))
const PAGE = await readFile(join(CLONE, 'docs/operations.md'), 'utf8')
const blocks = blocksOf(PAGE)
const commands = blocks.filter(({ language, marks }) => language === 'sh' && marks.includes('run'))

let srv: string
let remove: () => Promise<void>
let ports: [number, number]
let running: { child: ChildProcess; section: string; said(): string } | null = null

beforeAll(async () => {
  const made = await makeThrowAwayFolder('runbook')
  srv = made.folder
  remove = made.remove
  await promisify(execFile)('chmod', ['711', srv]) // the database's own user passes through it
  await symlink(CLONE, join(srv, 'opora'))
  ports = [await freePort(), await freePort()]
})

afterAll(async () => {
  await stopRunning()
  const { superuserUrl } = inject('postgres')
  await withClient(superuserUrl, async (client) => {
    await client.query('drop database if exists opora_runbook with (force)')
    await client.query('drop role if exists runbook_owner, runbook_app')
  })
  await remove()
})

test('the page has commands for every chapter of the life of an installation', () => {
  const sections = new Set(commands.map(({ section }) => section))
  for (const section of [
    'Start and stop',
    'Copies',
    'Restore on a new PC',
    'Move to that server, and back',
    'Upgrade',
  ]) {
    expect([...sections]).toContain(section)
  }
})

test.each(commands.map((block, index) => [`${index + 1}. ${block.section}`, block] as const))(
  '%s',
  { timeout: 300_000 },
  async (_name, block) => {
    if (running && running.section !== block.section) await stopRunning()
    if (block.marks.includes('until-stopped')) await startBeside(block)
    else await run(block)
    if (block.section === 'Start and stop') await liveThere()
  },
)

test('the unit is one that systemd takes', async (context) => {
  const unit = blocks.find(({ marks }) => marks.includes('unit'))
  const path = join(srv, 'opora.service')
  await writeFile(path, placed(unit?.text ?? '').replace('User=opora', 'User=root'))
  const checked = await promisify(execFile)('systemd-analyze', ['verify', path]).catch((error) => error)
  if (checked.code === 'ENOENT') return context.skip('systemd is not installed here')
  expect(`${checked.stderr}`.split('\n').filter((line: string) => line.includes('opora.service'))).toEqual([])
})

/** What the page says stands for something else here; everything else is run as it is written. */
function placed(text: string): string {
  const { superuserUrl } = inject('postgres')
  return text
    .replaceAll('postgres://postgres:PASSWORD@db.example:5432/postgres', superuserUrl)
    .replaceAll(
      './opora database prepare',
      './opora database prepare --database opora_runbook --owner runbook_owner --app runbook_app',
    )
    .replaceAll('/srv/', `${srv}/`)
    .replaceAll('8443', String(ports[1]))
    .replaceAll('127.0.0.1:8310', `127.0.0.1:${ports[0]}`)
    .replaceAll('npm start -- --data', `npm start -- --port ${ports[0]} --data`)
    .replaceAll(`--port ${ports[0]} --data ${srv}/pc-data --host`, `--data ${srv}/pc-data --host`)
}

async function run(block: Block): Promise<void> {
  const { child, said } = shell(block)
  const [code] = await once(child, 'close')
  expect([code, said()]).toEqual([0, said()])
}

async function startBeside(block: Block): Promise<void> {
  await stopRunning()
  const { child, said } = shell(block)
  running = { child, section: block.section, said }
  const end = performance.now() + 240_000
  while (!said().includes('Остановить: Ctrl+C')) {
    if (child.exitCode !== null || performance.now() > end) throw new Error(`it did not start:\n${said()}`)
    await new Promise((later) => setTimeout(later, 100))
  }
}

/** As Ctrl+C does: every process of the terminal is told. */
async function stopRunning(): Promise<void> {
  if (!running) return
  const { child, said } = running
  running = null
  if (child.exitCode !== null || child.pid === undefined) throw new Error(`it ended by itself:\n${said()}`)
  const closed = once(child, 'close')
  process.kill(-child.pid, 'SIGINT')
  await closed
  expect(said()).toContain('Останавливаюсь…')
}

function shell(block: Block) {
  const { DATABASE_URL: _app, DATABASE_OWNER_URL: _owner, NODE_ENV: _mode, VITEST: _, ...env } = process.env
  const child = spawn('bash', ['-euo', 'pipefail', '-c', placed(block.text)], {
    ...{ cwd: srv, env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] },
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (text) => {
      said += text
    })
  }
  return { child, said: () => said }
}

/** After the first start: a small fictional region, so that there is something to copy. */
async function liveThere(): Promise<void> {
  await stopRunning()
  await rm(join(srv, 'opora-data'), { recursive: true })
  await mkdir(join(srv, 'opora-data'))
  const text = 'cd /srv/opora && ./opora simulate --schools 20 --years 1 --seed 1 --data /srv/opora-data'
  await run({ section: 'Start and stop', language: 'sh', marks: ['run'], text })
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const address = probe.address()
  probe.close()
  if (typeof address !== 'object' || address === null) throw new Error('no port')
  return address.port
}
