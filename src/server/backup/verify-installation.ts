import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { withClient } from '../postgres/with-client.ts'
import { copyOut, writeAlike } from './copy.ts'
import { listTables } from './describe-database.ts'
import { faultOf } from './fault.ts'
import type { Installation } from './make-backup.ts'

/** What was found in a living installation; missing and damaged files are losses, orphans only take up room. */
export type VerifiedInstallation = {
  tables: { name: string; rows: number }[]
  files: number
  missing: string[]
  damaged: string[]
  orphans: string[]
}

/** Reads every row and every file of the installation. */
export async function verifyInstallation(
  installation: Pick<Installation, 'ownerUrl' | 'filesQuery' | 'store'>,
): Promise<VerifiedInstallation> {
  try {
    const { tables, expected } = await readDatabase(installation)
    const missing: string[] = []
    const damaged: string[] = []
    for (const sha256 of expected) {
      const found = await hashOf(installation.store.pathOf(sha256))
      if (found === null) missing.push(sha256)
      else if (found !== sha256) damaged.push(sha256)
    }
    const orphans = (await listStored(installation.store.folder)).filter((sha256) => !expected.has(sha256))
    return { tables, files: expected.size, missing, damaged, orphans }
  } catch (error) {
    throw faultOf(error)
  }
}

async function readDatabase({ ownerUrl, filesQuery }: Pick<Installation, 'ownerUrl' | 'filesQuery'>) {
  return await withClient(ownerUrl, async (client) => {
    await client.query('begin isolation level repeatable read read only')
    await writeAlike(client)
    const tables: VerifiedInstallation['tables'] = []
    for (const { name, query } of await listTables(client)) {
      tables.push({ name, rows: (await copyOut(client, query)).rows })
    }
    const { rows } = await client.query<{ sha256: string }>(filesQuery)
    await client.query('commit')
    return { tables, expected: new Set(rows.map(({ sha256 }) => sha256)) }
  })
}

/** Null where there is no such file. */
async function hashOf(path: string): Promise<string | null> {
  const hash = createHash('sha256')
  try {
    for await (const piece of createReadStream(path)) hash.update(piece)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  }
  return hash.digest('hex')
}

async function listStored(folder: string): Promise<string[]> {
  const found: string[] = []
  for (const shelf of await readdir(folder)) {
    if (!/^[0-9a-f]{2}$/.test(shelf)) continue
    for (const name of await readdir(join(folder, shelf))) if (/^[0-9a-f]{64}$/.test(name)) found.push(name)
  }
  return found.sort()
}
