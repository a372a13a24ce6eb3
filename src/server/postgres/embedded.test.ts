import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile, stat, unlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, test } from 'vitest'
import { type EmbeddedDatabase, startEmbeddedPostgres } from './embedded.ts'
import { waitUntil } from './processes.ts'
import { makeThrowAwayFolder } from './throw-away.ts'
import { withClient } from './with-client.ts'

const HOLDER = new URL('../../../test/harness/hold-database.ts', import.meta.url).pathname
const lines: string[] = []
const start = (folder: string) =>
  startEmbeddedPostgres({ folder, log: (line) => lines.push(line), keeping: 'throw-away' })

describe('the embedded database', () => {
  let home: Awaited<ReturnType<typeof makeThrowAwayFolder>>
  let database: EmbeddedDatabase
  beforeAll(async () => {
    home = await makeThrowAwayFolder('embedded')
    database = await start(home.folder)
  })
  afterAll(async () => {
    await database.stop()
    await home.remove()
  })

  test('the owner makes tables; the application uses only what it was granted, and makes none', async () => {
    await withClient(database.ownerUrl, async (owner) => {
      await owner.query('create table school (name text); create table journal (line text)')
      await owner.query('grant select, insert on school to opora_app')
      await owner.query("insert into school values ('Школа № 27 — Ёлкино')")
    })
    await withClient(database.appUrl, async (app) => {
      assert.equal((await app.query('select lower(name) as name from school')).rows[0].name, 'школа № 27 — ёлкино')
      await assert.rejects(app.query('create table own (x int)'), /permission denied for schema public/)
      await assert.rejects(app.query('create temporary table own (x int)'), /permission denied to create temporary/)
      await assert.rejects(app.query('create schema own'), /permission denied for database/)
      await assert.rejects(app.query('select * from journal'), /permission denied for table journal/)
      await assert.rejects(app.query('delete from school'), /permission denied for table school/)
    })
  })

  test('names are put in Russian order when the collation is named', async () => {
    const { rows } = await withClient(database.appUrl, (app) =>
      app.query(`select n from unnest(array['Жук','Ёж','Ель','Яр']) n order by n collate "ru-x-icu"`),
    )
    assert.deepEqual(
      rows.map((row) => row.n),
      ['Ёж', 'Ель', 'Жук', 'Яр'],
    )
  })

  test('no password is a default one and only the starter reads them', async () => {
    const path = join(home.folder, 'secrets.json')
    const { app, owner, superuser } = JSON.parse(await readFile(path, 'utf8'))
    assert.equal(new Set([app, owner, superuser]).size, 3)
    assert.equal((await stat(path)).mode & 0o777, 0o600)
    const wrong = database.appUrl.replace(encodeURIComponent(app), 'opora')
    await assert.rejects(
      withClient(wrong, async () => undefined),
      /password authentication failed/,
    )
  })

  test('a second Opora in the same folder is refused with a sentence', async () => {
    await assert.rejects(start(home.folder), /В папке данных уже работает другая Опора/)
  })

  test('stopped and started again, it has what was written', async () => {
    await withClient(database.ownerUrl, (owner) => owner.query('create table kept as select 27 as number'))
    const began = performance.now()
    await database.stop()
    assert.ok(performance.now() - began < 5_000)
    database = await start(home.folder)
    const { rows } = await withClient(database.ownerUrl, (owner) => owner.query('select number from kept'))
    assert.equal(rows[0].number, 27)
  })

  test('a database that was killed comes back by itself, on the same port', async () => {
    const [pid] = (await readFile(join(home.folder, 'postgres/postmaster.pid'), 'utf8')).split('\n')
    process.kill(Number(pid), 'SIGKILL')
    const answers = () =>
      withClient(database.appUrl, (app) => app.query('select 1')).then(
        () => true,
        () => false,
      )
    assert.ok(await waitUntil(async () => !(await answers()), 5_000))
    assert.ok(await waitUntil(answers, 15_000))
  })

  test('without its passwords the folder is refused, not emptied', async () => {
    await database.stop()
    const path = join(home.folder, 'secrets.json')
    const secrets = await readFile(path, 'utf8')
    await unlink(path)
    await assert.rejects(start(home.folder), /Не удалось прочитать пароли базы данных/)
    await writeFile(path, secrets)
    database = await start(home.folder)
  })
})

test('after kill -9 of Opora the next start stops the orphaned database and goes on', { timeout: 60_000 }, async () => {
  const home = await makeThrowAwayFolder('killed')
  const holder = spawn(process.execPath, ['--import', 'tsx', HOLDER, home.folder], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const [port] = await once(holder.stdout, 'data')
  const orphan = Number(String(port))
  holder.kill('SIGKILL')
  await once(holder, 'exit')
  const database = await start(home.folder)
  assert.ok(lines.some((line) => line.includes('оставшуюся от прошлого запуска')))
  const orphanUrl = database.ownerUrl.replace(`:${database.port}/`, `:${orphan}/`)
  if (orphan !== database.port)
    await assert.rejects(
      withClient(orphanUrl, async () => undefined),
      /ECONNREFUSED/,
    )
  await database.stop()
  await home.remove()
})

test('a throw-away folder of a killed process is cleared by the next one', { timeout: 60_000 }, async () => {
  const left = await makeThrowAwayFolder('left')
  const holder = spawn(process.execPath, ['--import', 'tsx', HOLDER, left.folder], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  await once(holder.stdout, 'data')
  holder.kill('SIGKILL')
  await once(holder, 'exit')
  const next = await makeThrowAwayFolder('left')
  await assert.rejects(stat(left.folder), /ENOENT/)
  await next.remove()
})
