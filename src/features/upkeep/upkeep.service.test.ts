import { mkdir, readdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { startTestApp, type TestApp } from '../../../test/harness/app.ts'
import { askHouse } from '../../../test/harness/ask-house.ts'
import { throwAwayFolder } from '../../../test/harness/backups.ts'
import { verifyArchive } from '../../server/backup/verify-archive.ts'
import { upkeepContract } from './contract.ts'
import { settleKeeping } from './keeping.service.ts'
import { askWhenDue } from './runs.service.ts'

const NIGHT = '2024-02-14T23:00:00Z' // four in the morning in Chelyabinsk, half an hour after the hour of copies

let app: TestApp

beforeEach(async () => {
  app = await startTestApp({ now: NIGHT })
  return app.end
})

const view = async () => (await app.as('chief').call(upkeepContract.loadBackups, {})).body
const keep = () =>
  app.opora.perform({ kind: 'job', name: 'test' }, async (work) => {
    const keeping = await settleKeeping(work)
    if (keeping) await askWhenDue(work, keeping)
  })

describe('the nightly copy', () => {
  test('missed while the computer was off is made at once, checked, and not made twice', async () => {
    await keep()
    const { good, copies, nextAt, warning } = await settled()
    expect(copies.map(({ name }) => name)).toEqual([good?.name])
    expect((await verifyArchive(join(app.folder, 'backups', good?.name ?? ''))).problems).toEqual([])
    expect([nextAt, warning]).toEqual(['2024-02-15T22:30:00.000Z', 'none'])
    await keep()
    expect((await settled()).copies).toHaveLength(1)
  })

  test('is made again the next night, and not in the day between', async () => {
    await keep()
    await settled()
    app.clock.moveTo(new Date('2024-02-15T20:00:00Z'))
    await keep()
    expect((await settled()).copies).toHaveLength(1)
    app.clock.moveTo(new Date('2024-02-15T22:31:00Z'))
    await keep()
    expect((await settled()).copies).toHaveLength(2)
  })

  test('lets old ones go only after a good new one', async () => {
    const folder = join(app.folder, 'backups')
    await mkdir(folder)
    const old = ['20240101-220000Z', '20240101-223000Z', '20240214-060000Z', '20240214-070000Z']
    for (const moment of old) await writeFile(join(folder, `opora-${moment}.tar.gz`), 'old')
    await writeFile(join(folder, 'письмо.txt'), 'чужое')
    await keep()
    const { copies } = await settled()
    expect(copies.map(({ name }) => name.slice(6, 19))).toEqual(['20240214-2300', '20240101-2230'])
    expect(await readdir(folder)).toContain('письмо.txt')
  })

  test('that fails lets nothing go, says why, and warns the administrator', async () => {
    const disk = join(await throwAwayFolder(), 'disk')
    await change(disk)
    await rm(disk, { recursive: true })
    await writeFile(disk, 'the disk was taken away')
    await keep()
    const { failed, warning, good } = await settled()
    expect([failed?.fault, warning, good]).toEqual(['folder-closed', 'failed', null])
    const told = await app.as('chief').call(upkeepContract.loadBackupWarning, {})
    expect(told.body.warning).toBe('failed')
  })

  test('whose maker was killed does not stand in the way of the next', async () => {
    await askHouse(
      app.opora,
      `insert into backup_run (id, organisation_id, kind, status, asked_at, seen_at)
       select gen_random_uuid(), organisation_id, 'scheduled', 'running', $1::timestamptz, $1::timestamptz from backup_setting`,
      ['2024-02-14T22:31:00Z'],
    )
    await keep()
    expect((await settled()).copies).toHaveLength(1)
  })
})

describe('a copy by hand', () => {
  test('is made, listed and downloaded, and the log says who took it', async () => {
    expect((await app.as('chief').call(upkeepContract.startBackup, {})).status).toBe(200)
    const { copies } = await settled()
    const name = copies[0]?.name ?? ''
    const taken = await app.as('chief').call(upkeepContract.downloadBackup, { name })
    expect([taken.status, taken.raw.length]).toEqual([200, copies[0]?.bytes])
    const reads = await askHouse(app.opora, 'select reader_id, route from person_read')
    expect(reads).toEqual([{ reader_id: app.district.people.chief, route: 'upkeep.downloadBackup' }])
  })

  test('a second at the same time is refused in words', async () => {
    const answers = await Promise.all([1, 2].map(() => app.as('chief').call(upkeepContract.startBackup, {})))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
    await settled()
  })
})

describe('whoever is not above everything', () => {
  test('neither sees, makes nor takes a copy, and is not warned', async () => {
    const administrator = app.as('administrator')
    for (const [endpoint, input] of [
      [upkeepContract.loadBackups, {}],
      [upkeepContract.startBackup, {}],
      [upkeepContract.downloadBackup, { name: 'opora-20240214-230000Z.tar.gz' }],
    ] as const) {
      const { status, refusal } = await administrator.call(endpoint, input)
      expect([status, refusal.code]).toEqual([403, 'upkeep.not-yours'])
    }
    expect((await administrator.call(upkeepContract.loadBackupWarning, {})).body.warning).toBe('none')
  })
})

describe('the folder', () => {
  test.each([
    ['backups', 'upkeep.folder-relative'],
    ['/proc/no/such/disk', 'upkeep.folder-closed'],
  ])('%s is refused', async (folder, code) => {
    const { status, refusal } = await change(folder)
    expect([status, refusal.code]).toEqual([422, code])
  })
})

async function change(folder: string) {
  const { settings } = await view()
  const input = { rowVersion: settings.rowVersion, folder, atTime: settings.atTime }
  return app.as('chief').call(upkeepContract.changeBackupSettings, input)
}

/** Waits until nothing is under way. */
async function settled() {
  for (let tries = 0; tries < 200; tries++) {
    const found = await view()
    if (!found.underWay) return found
    await new Promise((later) => setTimeout(later, 50))
  }
  throw new Error('the copy was never finished')
}
