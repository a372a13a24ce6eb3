import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { backupCommand } from '../src/app/backup-command.ts'
import { restoreCommand } from '../src/app/restore-command.ts'
import { verifyCommand } from '../src/app/verify-command.ts'
import { makeBackup } from '../src/server/backup/make-backup.ts'
import { verifyArchive } from '../src/server/backup/verify-archive.ts'
import { makeThrowAwayFolder } from '../src/server/postgres/throw-away.ts'
import { withClient } from '../src/server/postgres/with-client.ts'
import { contentsOf, installationOf, throwAwayFolder } from './harness/backups.ts'
import type { Stage } from './harness/changes.ts'
import { emptyDatabase } from './harness/database.ts'
import { changeFor, makeChange, registry, startStage } from './harness/make-change.ts'

type Said = { code: number; out: string }

let stage: Stage
let folder: string
let embedded: Awaited<ReturnType<typeof makeThrowAwayFolder>>

beforeAll(async () => {
  stage = await startStage()
  folder = await throwAwayFolder()
  embedded = await makeThrowAwayFolder('restored')
  const route = registry.find(({ name }) => name === 'assignments.recordProofFile')
  if (!route) throw new Error('no such endpoint')
  const change = await changeFor(stage, route.name)
  await makeChange(stage, route, { ...change, upload: randomBytes(300_000) })
})
afterAll(() => embedded.remove())

describe('the commands move an installation from a server to one PC and back', { timeout: 120_000 }, () => {
  test('backup of a server → restore into the embedded database → backup → restore into a server', async () => {
    const first = join(folder, 'server.tar.gz')
    const made = await over(stage, () => run(backupCommand, '--to', first, '--data', stage.folder, '--json'))
    expect([made.code, JSON.parse(made.out).database.kind]).toEqual([0, 'server'])

    const restored = await run(restoreCommand, first, '--data', embedded.folder)
    expect(restored.code).toBe(0)
    expect(restored.out).toMatch(/Восстановлено из .*server\.tar\.gz и сверено с описью/)
    expect((await stat(join(embedded.folder, 'link-secret'))).mode & 0o777).toBe(0o600)

    const second = await run(backupCommand, '--data', embedded.folder, '--json')
    const archive = JSON.parse(second.out)
    expect([second.code, archive.database.kind]).toEqual([0, 'embedded'])
    expect(archive.path).toMatch(/backups\/opora-\d{8}-\d{6}Z\.tar\.gz$/)

    const server = await emptyDatabase()
    const target = { ...server, folder: await throwAwayFolder() }
    const back = await over(target, () => run(restoreCommand, archive.path, '--data', target.folder))
    expect(back.code).toBe(0)
    expect(await contentsOf(server.ownerUrl)).toEqual(await contentsOf(stage.ownerUrl))
    const whole = await over(target, () => run(verifyCommand, '--data', target.folder))
    expect(whole.code).toBe(0)
    expect(whole.out).toContain('Всё на месте.')
  })

  test('what was restored is not restored over', async () => {
    const [name = ''] = await readdir(join(embedded.folder, 'backups'))
    await expect(
      run(restoreCommand, join(embedded.folder, 'backups', name), '--data', embedded.folder),
    ).rejects.toThrow('Здесь уже есть данные')
  })

  test('verify tells a good archive, a damaged one and something else apart', async () => {
    const [name = ''] = await readdir(join(embedded.folder, 'backups'))
    const path = join(embedded.folder, 'backups', name)
    expect((await run(verifyCommand, path)).code).toBe(0)
    const cut = join(folder, 'cut.tar.gz')
    const bytes = await readFile(path)
    await writeFile(cut, bytes.subarray(0, bytes.length / 2))
    expect((await run(verifyCommand, cut)).code).toBe(2)
    const other = await run(verifyCommand, join(folder, '..', 'nothing-here'), '--json')
    expect(other.code).toBe(3)
    expect(JSON.parse(other.out).problems).toHaveLength(1)
  })
})

test('a folder that holds no installation is refused, and left as it was', async () => {
  const empty = await throwAwayFolder()
  await expect(run(backupCommand, '--data', empty)).rejects.toThrow('нет данных Опоры')
  expect(await readdir(empty)).toEqual([])
})

test('without a place it goes where the nightly copies go, and is refused where that disk is away', async () => {
  const disk = join(folder, 'usb')
  const set = (value: string | null) =>
    withClient(stage.ownerUrl, (client) => client.query('update backup_setting set folder = $1', [value]))
  const backup = () => over(stage, () => run(backupCommand, '--data', stage.folder, '--json'))
  await mkdir(disk)
  await set(join(disk, 'opora'))
  expect(JSON.parse((await backup()).out).path).toContain(join(disk, 'opora', 'opora-'))
  await set(join(disk, 'away', 'opora'))
  await expect(backup()).rejects.toThrow('диск не подключён')
  await set(null)
})

test('a file that is there already is not written over', async () => {
  const path = join(folder, 'kept.tar.gz')
  const installation = await installationOf(stage)
  await makeBackup(installation, { path, madeAt: new Date(0) })
  await expect(over(stage, () => run(backupCommand, '--to', path, '--data', stage.folder))).rejects.toThrow('уже есть')
  expect((await verifyArchive(path)).problems).toEqual([])
})

test.runIf(process.getuid?.() === 0 && process.platform === 'linux')(
  'a disk that is full leaves no half archive, and the sentence says what to do',
  async () => {
    const disk = join(folder, 'disk')
    await mkdir(disk)
    const isMounted = await promisify(execFile)('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', disk]).then(
      () => true,
      () => false, // a container may forbid mounts
    )
    if (!isMounted) return
    try {
      const attempt = over(stage, () => run(backupCommand, '--to', disk, '--data', stage.folder))
      await expect(attempt).rejects.toThrow(/Кончилось место на диске/)
      expect(await readdir(disk)).toEqual([])
    } finally {
      await promisify(execFile)('umount', [disk])
    }
  },
)

async function run(command: typeof backupCommand, ...args: string[]): Promise<Said> {
  let out = ''
  const io = {
    stdin: process.stdin,
    stderr: () => undefined,
    stdout: (text: string) => {
      out += text
    },
  }
  return { code: await command(args, io), out }
}

/** The command finds the server in its surroundings, as a person's does. */
async function over<T>({ ownerUrl, appUrl }: { ownerUrl: string; appUrl?: string }, use: () => Promise<T>): Promise<T> {
  process.env.DATABASE_OWNER_URL = ownerUrl
  process.env.DATABASE_URL = appUrl ?? ownerUrl.replace(/\/\/[^@]+@/, '//opora_app:unused@')
  try {
    return await use()
  } finally {
    delete process.env.DATABASE_URL
    delete process.env.DATABASE_OWNER_URL
  }
}
