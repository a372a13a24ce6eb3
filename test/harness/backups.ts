import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import { FILES_QUERY, SIGNS_OF_USE } from '../../src/app/installation.ts'
import { jobNames } from '../../src/app/job-bodies.ts'
import type { Installation } from '../../src/server/backup/make-backup.ts'
import type { Target } from '../../src/server/backup/restore-backup.ts'
import { openFileStore } from '../../src/server/file-store.ts'
import { prepareJobs } from '../../src/server/jobs.ts'
import { APP } from '../../src/server/postgres/roles.ts'
import { withClient } from '../../src/server/postgres/with-client.ts'
import { TEST_SECRET, type TestApp } from './app.ts'
import { emptyDatabase, type TestDatabase } from './database.ts'

export const MIGRATIONS = new URL('../../migrations', import.meta.url).pathname

/** A folder that goes away with the test file. */
export async function throwAwayFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'opora-backup-'))
  afterAll(() => rm(folder, { recursive: true, force: true }))
  return folder
}

/** What a copy of the test's own product is taken of. */
export async function installationOf({
  ownerUrl,
  folder,
}: Pick<TestApp, 'ownerUrl' | 'folder'>): Promise<Installation> {
  const store = await openFileStore(join(folder, 'files'))
  return { ownerUrl, kind: 'server', program: '0.1.0', store, secret: TEST_SECRET, filesQuery: FILES_QUERY }
}

export type EmptyTarget = Target & TestDatabase & { folder: string; secrets: string[] }

/** An empty database and an empty folder to restore into. */
export async function emptyTarget(): Promise<EmptyTarget> {
  const folder = await throwAwayFolder()
  const { ownerUrl, appUrl } = await emptyDatabase()
  await prepareJobs(ownerUrl, APP, jobNames)
  const secrets: string[] = []
  return {
    ownerUrl,
    appUrl,
    folder,
    appRole: APP,
    migrationsFolder: MIGRATIONS,
    store: await openFileStore(join(folder, 'files')),
    signsOfUse: SIGNS_OF_USE,
    secrets,
    keepSecret: async (secret) => void secrets.push(secret),
  }
}

/** Every row of every table as text, by another road than a copy takes. */
export async function contentsOf(ownerUrl: string): Promise<Record<string, string[]>> {
  return await withClient(ownerUrl, async (client) => {
    const { rows } = await client.query<{ name: string }>(
      `select tablename as name from pg_tables where schemaname = 'public' and tablename <> 'schema_migration' order by 1`,
    )
    const contents: Record<string, string[]> = {}
    for (const { name } of rows) {
      const all = await client.query<{ line: string }>(`select to_jsonb(t)::text as line from "${name}" t order by 1`)
      contents[name] = all.rows.map(({ line }) => line)
    }
    return contents
  })
}
