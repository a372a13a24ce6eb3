import { cp, readdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { startTestApp, type TestApp } from '../../test/harness/app.ts'
import { installationOf, MIGRATIONS, throwAwayFolder } from '../../test/harness/backups.ts'
import { emptyDatabase } from '../../test/harness/database.ts'
import { verifyArchive } from '../server/backup/verify-archive.ts'
import { listPending, migrate } from '../server/migrate.ts'
import { APP } from '../server/postgres/roles.ts'
import { BEFORE_UPDATE_FOLDER, backUpBeforeUpdate } from './backup-before-update.ts'

let app: TestApp
let newer: string
let data: string

beforeAll(async () => {
  app = await startTestApp()
  newer = await throwAwayFolder()
  data = await throwAwayFolder()
  await cp(MIGRATIONS, newer, { recursive: true })
})

test('before each change of a database with data in it a copy is made, and the last three are kept', async () => {
  for (const minute of [1, 2, 3, 4, 5]) {
    await addMigration()
    await before(minute)
    await migrate({ ownerUrl: app.ownerUrl, folder: newer, appRole: APP })
  }
  const copies = await readdir(join(data, BEFORE_UPDATE_FOLDER))
  expect(copies.sort()).toEqual([3, 4, 5].map((minute) => `opora-20240301-060${minute}00Z.tar.gz`))
  const { problems, manifest } = await verifyArchive(join(data, BEFORE_UPDATE_FOLDER, copies[2] ?? ''))
  expect(problems).toEqual([])
  expect(manifest.migrations.length).toBe((await readdir(newer)).length - 1)
})

test('where nothing waits, and where nobody works yet, none is made', async () => {
  await before(6)
  const { ownerUrl } = await emptyDatabase()
  await before(7, { ownerUrl })
  expect((await readdir(join(data, BEFORE_UPDATE_FOLDER))).length).toBe(3)
})

test('when the copy fails, the start is refused, the base untouched, and the way round it named', async () => {
  await addMigration()
  await rm(join(data, 'backups'), { recursive: true })
  await writeFile(join(data, 'backups'), 'here is a file, not a folder')
  await expect(before(8)).rejects.toThrow(/копия перед этим не получилась.*данные не тронуты.*--without-backup/)
  expect(await listPending({ ownerUrl: app.ownerUrl, folder: newer, appRole: APP })).toHaveLength(1)
})

async function addMigration(): Promise<void> {
  const number = String((await readdir(newer)).length + 1).padStart(4, '0')
  await writeFile(join(newer, `${number}_more.sql`), `create table more_${number} (id int)`)
}

async function before(minute: number, { ownerUrl }: { ownerUrl: string } = app): Promise<void> {
  const installation = await installationOf({ ownerUrl, folder: app.folder })
  const migrations = { ownerUrl, folder: newer, appRole: APP }
  const now = () => new Date(`2024-03-01T06:0${minute}:00Z`)
  await backUpBeforeUpdate({ installation, migrations, folder: data, now, say: () => undefined })
}
