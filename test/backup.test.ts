import { appendFile, cp, readdir, readFile, stat, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import { createOpora } from '../src/app/opora.ts'
import { prepareDatabase } from '../src/app/prepare-database.ts'
import { accessContract } from '../src/features/access/contract.ts'
import { assignmentsContract } from '../src/features/assignments/contract.ts'
import { sealNext } from '../src/features/audit/seal.service.ts'
import { verifyAudit } from '../src/features/audit/verify.service.ts'
import { makeBackup } from '../src/server/backup/make-backup.ts'
import { restoreBackup } from '../src/server/backup/restore-backup.ts'
import { type VerifiedArchive, verifyArchive } from '../src/server/backup/verify-archive.ts'
import { verifyInstallation } from '../src/server/backup/verify-installation.ts'
import { migrate } from '../src/server/migrate.ts'
import { APP } from '../src/server/postgres/roles.ts'
import { withClient } from '../src/server/postgres/with-client.ts'
import { ORIGIN } from './harness/app.ts'
import { contentsOf, emptyTarget, installationOf, MIGRATIONS, throwAwayFolder } from './harness/backups.ts'
import type { Stage } from './harness/changes.ts'
import { changeFor, makeChange, registry, startStage } from './harness/make-change.ts'

const AT = new Date('2024-02-14T22:30:00Z')

let stage: Stage
let folder: string
let archive: VerifiedArchive

beforeAll(async () => {
  stage = await startStage()
  folder = await throwAwayFolder()
  await liveThrough(stage)
  await jobsEnded(stage.ownerUrl)
  await leaveWaitingJob(stage.ownerUrl)
  const { path } = await makeBackup(await installationOf(stage), { path: join(folder, 'whole.tar.gz'), madeAt: AT })
  archive = await verifyArchive(path)
})

describe('a copy of everything', () => {
  test('is whole, and readable by its owner alone', async () => {
    expect(archive.problems).toEqual([])
    expect((await stat(archive.path)).mode & 0o777).toBe(0o600)
    expect(archive.manifest.files.length).toBeGreaterThan(0)
    expect(archive.manifest.madeAt).toBe(AT.toISOString())
    expect(archive.manifest.migrations.length).toBe((await readdir(MIGRATIONS)).length)
  })

  test('restored into an empty installation, has every row, file, waiting job and the secret', async () => {
    const target = await emptyTarget()
    await restoreBackup(archive, target)
    expect(await contentsOf(target.ownerUrl)).toEqual(await contentsOf(stage.ownerUrl))
    const { missing, damaged, orphans, files } = await verifyInstallation(await installationOf(target))
    expect({ missing, damaged, orphans, files }).toEqual({
      missing: [],
      damaged: [],
      orphans: [],
      files: archive.manifest.files.length,
    })
    const jobs = await withClient(target.ownerUrl, (client) => client.query('select name, data from pgboss.job'))
    expect(jobs.rows).toEqual([{ name: 'road-maps.read-import', data: { importId: 'left-waiting' } }])
    expect(target.secrets).toEqual([(await installationOf(stage)).secret])
  })

  test('restored, lets people in again, by their sessions and by links given before, and its audit is whole', async () => {
    const link = await changeFor(stage, 'access.inspectLink')
    while (await stage.opora.perform({ kind: 'job', name: 'test' }, sealNext)) await pause(10)
    const path = join(folder, 'people.tar.gz')
    await makeBackup(await installationOf(stage), { path, madeAt: AT })
    const target = await emptyTarget()
    await restoreBackup(await verifyArchive(path), target)
    await prepareDatabase({ ownerUrl: target.ownerUrl, appRole: APP })
    const opora = await createOpora({
      ...{
        appUrl: target.appUrl,
        ownerUrl: target.ownerUrl,
        databaseKind: 'server',
        folder: target.folder,
        clock: stage.clock,
        secret: target.secrets[0] ?? '',
      },
      ...{ secure: false, trustProxy: false, publicUrl: ORIGIN, isDemonstration: false, webFolder: null },
      ...{ door: null, log: 'bugs', demoClock: null },
    })
    const headers = { origin: ORIGIN, host: new URL(ORIGIN).host, cookie: `opora=${stage.district.cookies.director}` }
    const me = await opora.api.inject({ method: 'GET', url: `/api${accessContract.loadMe.path}`, headers })
    const seen = await opora.api.inject({
      method: 'POST',
      url: `/api${accessContract.inspectLink.path}`,
      headers: { ...headers, 'idempotency-key': 'after-restore' },
      payload: link.input,
    })
    const audit = await opora.perform({ kind: 'operator' }, verifyAudit)
    await opora.stop()
    expect([audit.seals > 0, audit.broken]).toEqual([true, []])
    expect(me.json().person.name).toBe('Заречный director')
    expect([seen.statusCode, seen.json().kind]).toEqual([200, 'invitation'])
  })

  test('is taken while others write, and never holds half of a change', async () => {
    const path = join(folder, 'busy.tar.gz')
    let isWriting = true
    const writing = (async () => {
      for (let number = 0; isWriting; number++) {
        await withClient(stage.ownerUrl, (client) =>
          client.query(
            `with made as (insert into threshold (id, name, value, valid_from, source)
               values (gen_random_uuid(), $1, '1', '2024-01-01', 'проба') returning name)
             insert into rate_window select name, now(), 1 from made`,
            [`pair-${number}`],
          ),
        )
      }
    })()
    await makeBackup(await installationOf(stage), { path, madeAt: AT })
    isWriting = false
    await writing
    const target = await emptyTarget()
    await restoreBackup(await verifyArchive(path), target)
    const { rows } = await withClient(target.ownerUrl, (client) =>
      client.query(`select (select count(*) from threshold where name like 'pair-%')::int as one,
        (select count(*) from rate_window where key like 'pair-%')::int as other`),
    )
    expect(rows[0].one).toBe(rows[0].other)
    await withClient(stage.ownerUrl, (client) =>
      client.query(`delete from threshold where name like 'pair-%'; delete from rate_window where key like 'pair-%'`),
    )
  })

  test('tells which files were lost already, and is made all the same', async () => {
    const torn = await throwAwayFolder()
    await cp(stage.folder, torn, { recursive: true })
    const installation = await installationOf({ ownerUrl: stage.ownerUrl, folder: torn })
    const [lost] = archive.manifest.files
    await writeFile(installation.store.pathOf(lost?.sha256 ?? ''), 'не то')
    const path = join(folder, 'torn.tar.gz')
    const { manifest } = await makeBackup(installation, { path, madeAt: AT })
    expect(manifest.missingFiles).toEqual([lost?.sha256])
    expect((await verifyArchive(path)).problems).toEqual([])
    const { damaged } = await verifyInstallation(installation)
    expect(damaged).toEqual([lost?.sha256])
    const target = await emptyTarget()
    await restoreBackup(await verifyArchive(path), target)
    expect((await verifyInstallation(await installationOf(target))).missing).toEqual([lost?.sha256])
  })
})

describe('nothing is left half done', () => {
  test('an installation with people in it is not restored into', async () => {
    const before = await contentsOf(stage.ownerUrl)
    const target = { ...(await emptyTarget()), ownerUrl: stage.ownerUrl }
    await expect(restoreBackup(archive, target)).rejects.toThrow('Здесь уже есть данные')
    expect(await contentsOf(stage.ownerUrl)).toEqual(before)
  })

  test.each([0.1, 0.3, 0.5, 0.7, 0.9, 0.999])('an archive damaged at %d of its length is refused', async (share) => {
    const path = join(folder, `damaged-${share}.tar.gz`)
    await cp(archive.path, path)
    const bytes = await readFile(path)
    const at = Math.floor(bytes.length * share)
    bytes[at] = (bytes[at] ?? 0) ^ 0xff
    await writeFile(path, bytes)
    const problems = await verifyArchive(path).then(
      (found) => found.problems,
      (error: Error) => [error.message],
    )
    expect(problems.length).toBeGreaterThan(0)
  })

  test.each([0, 1, 1000])('an archive cut off, with %d bytes left before its end missing, is refused', async (cut) => {
    const path = join(folder, `cut-${cut}.tar.gz`)
    await cp(archive.path, path)
    await truncate(path, cut === 0 ? 0 : (await stat(path)).size - cut)
    await expect(verifyArchive(path)).rejects.toThrow(/испорчен|обрезан|не архив/)
  })

  test('something that is no archive is told apart', async () => {
    const path = join(folder, 'letter.txt')
    await writeFile(path, 'Письмо')
    await expect(verifyArchive(path)).rejects.toThrow('не архив Опоры')
  })

  test('when one row does not fit, nothing at all is restored', async () => {
    const target = await emptyTarget()
    const wrong = structuredClone(archive)
    const person = wrong.manifest.tables.find(({ name }) => name === 'person')
    if (person) person.rows++
    await expect(restoreBackup(wrong, target)).rejects.toThrow('Таблица person после восстановления не равна архиву')
    expect(await contentsOf(target.ownerUrl)).toEqual({})
    expect(target.secrets).toEqual([])
  })

  test('a role that would see only some rows makes no copy at all', async () => {
    const installation = await installationOf(stage)
    const as = (statement: string) => withClient(stage.ownerUrl, (client) => client.query(statement))
    await as('alter table threshold enable row level security; alter table threshold force row level security')
    await as('drop policy if exists opora_owner on threshold')
    try {
      const made = makeBackup(installation, { path: join(folder, 'short.tar.gz'), madeAt: AT })
      await expect(made).rejects.toThrow(/видит не все строки \(threshold\)/)
    } finally {
      await as('create policy opora_owner on threshold to opora_owner using (true) with check (true)')
    }
  })

  test('a second copy at the same moment is refused', async () => {
    const installation = await installationOf(stage)
    const make = (name: string) => makeBackup(installation, { path: join(folder, name), madeAt: AT })
    const answers = await Promise.allSettled([make('first.tar.gz'), make('second.tar.gz')])
    const refused = answers.filter((one) => one.status === 'rejected')
    expect(refused.map((one) => String(one.reason.message))).toEqual([
      'Другая копия уже делается. Дождитесь её и повторите.',
    ])
    expect((await readdir(folder)).filter((name) => name.endsWith('.part'))).toEqual([])
  })
})

describe('programs of other versions', () => {
  test('an archive of a newer program is refused with advice', async () => {
    const older = await throwAwayFolder()
    const names = (await readdir(MIGRATIONS)).sort()
    for (const name of names.slice(0, -1)) await cp(join(MIGRATIONS, name), join(older, name))
    const target = { ...(await emptyTarget()), migrationsFolder: older }
    await expect(restoreBackup(archive, target)).rejects.toThrow(/более новой Опорой.*Обновите Опору/)
  })

  test('an archive of an older program is restored as it was, and migrated forward', async () => {
    const newer = await throwAwayFolder()
    await cp(MIGRATIONS, newer, { recursive: true })
    const number = String((await readdir(MIGRATIONS)).length + 1).padStart(4, '0')
    const next = `${number}_add_nickname.sql`
    await writeFile(join(newer, next), "alter table person add nickname text not null default 'без прозвища';")
    const target = { ...(await emptyTarget()), migrationsFolder: newer }
    await restoreBackup(archive, target)
    expect(await migrate({ ownerUrl: target.ownerUrl, folder: newer, appRole: APP })).toEqual([next])
    const { rows } = await withClient(target.ownerUrl, (client) =>
      client.query('select distinct nickname, (select count(*)::int from person) as people from person'),
    )
    expect(rows).toEqual([{ nickname: 'без прозвища', people: rowsOf('person') }])
  })

  test('an archive of another build is refused', async () => {
    const other = await throwAwayFolder()
    await cp(MIGRATIONS, other, { recursive: true })
    const [first = ''] = (await readdir(other)).sort()
    await appendFile(join(other, first), '\n-- другая сборка')
    const target = { ...(await emptyTarget()), migrationsFolder: other }
    await expect(restoreBackup(archive, target)).rejects.toThrow('сделан другой сборкой')
  })
})

function rowsOf(table: string): number {
  return archive.manifest.tables.find(({ name }) => name === table)?.rows ?? 0
}

/** A few real changes: words, a file, a submission. */
async function liveThrough(one: Stage): Promise<void> {
  for (const name of ['assignments.recordProofFile', 'assignments.submit', 'access.addSubstitution']) {
    const route = registry.find((known) => known.name === name)
    if (!route) throw new Error(`no route ${name}`)
    expect((await makeChange(one, route, await changeFor(one, name))).status).toBe(200)
  }
  const strange = { text: 'Строка с \\ и табуляцией\t, «кавычками» и\nконцом строки', dueOn: '2024-06-20' }
  const letter = { number: '1', signedOn: '2024-02-12', sender: 'Министерство', fileId: null }
  const organisationIds = one.district.schools.map(({ id }) => id)
  await one.as('coordinator').call(assignmentsContract.giveTask, { ...strange, organisationIds, letter })
}

/** What follows the changes is written as well, so that nothing is added while the copy is made. */
async function jobsEnded(ownerUrl: string): Promise<void> {
  const left = () =>
    withClient(ownerUrl, async (client) => {
      const { rows } = await client.query<{ count: number }>(
        `select count(*)::int as count from pgboss.job where state in ('created', 'retry', 'active') and start_after <= now()`,
      )
      return rows[0]?.count
    })
  await vi.waitFor(async () => expect(await left()).toBe(0), { timeout: 20_000, interval: 50 })
}

async function leaveWaitingJob(ownerUrl: string): Promise<void> {
  await withClient(ownerUrl, (client) =>
    client.query(
      `insert into pgboss.job (name, data, start_after) values ('road-maps.read-import', '{"importId":"left-waiting"}', now() + interval '1 day')`,
    ),
  )
}
