import { createHash } from 'node:crypto'
import { stat } from 'node:fs/promises'
import type pg from 'pg'
import type { FileStore } from '../file-store.ts'
import { withClient } from '../postgres/with-client.ts'
import { sha256Of } from './checksum.ts'
import { copyOut, writeAlike } from './copy.ts'
import { listHidden, listMigrations, listSequences, listTables } from './describe-database.ts'
import { BackupFault, faultOf } from './fault.ts'
import { copyJobs, JOB_COLUMNS } from './jobs-table.ts'
import { type CopiedTable, entryNames, FORMAT, type Head, type Manifest } from './manifest.ts'
import { type ArchiveWriter, writeArchive } from './write-archive.ts'

/** What a copy is taken of. */
export type Installation = {
  ownerUrl: string
  kind: Head['database']['kind']
  program: string
  store: FileStore
  /** From it the tokens of links are derived; the archive holds it, and is therefore secret itself. */
  secret: string
  /** A statement that answers with the `sha256` of every file that rows speak of. */
  filesQuery: string
}

export type Backup = { path: string; bytes: number; manifest: Manifest }

export type Making = { path: string; madeAt: Date; onProgress?: (bytes: number) => void }

const PIECE_BYTES = 4 * 2 ** 20

/** One consistent copy of everything, while others go on working; only one is made at a time. */
export async function makeBackup(installation: Installation, making: Making): Promise<Backup> {
  try {
    return await withClient(installation.ownerUrl, async (client) => {
      await refuseSecond(client)
      await refuseHidden(client)
      await client.query('begin isolation level repeatable read read only')
      await writeAlike(client)
      const manifest = await writeArchive(making.path, (writer) => fill(client, installation, { ...making, writer }))
      await client.query('commit')
      return { path: making.path, bytes: (await stat(making.path)).size, manifest }
    })
  } catch (error) {
    throw faultOf(error)
  }
}

async function refuseSecond(client: pg.Client): Promise<void> {
  const { rows } = await client.query("select pg_try_advisory_lock(hashtext('opora'), hashtext('backup')) as mine")
  if (!rows[0]?.mine) throw new BackupFault('busy', 'Другая копия уже делается. Дождитесь её и повторите.')
}

async function refuseHidden(client: pg.Client): Promise<void> {
  const hidden = await listHidden(client)
  if (hidden.length === 0) return
  throw new BackupFault(
    'broken',
    `Роль владельца базы видит не все строки (${hidden.join(', ')}): копия была бы неполной. ` +
      'Запустите Опору один раз от имени владельца таблиц (DATABASE_OWNER_URL) и повторите.',
  )
}

type Filling = Making & { writer: ArchiveWriter }

async function fill(client: pg.Client, installation: Installation, filling: Filling): Promise<Manifest> {
  const { writer } = filling
  const head = await headOf(client, installation, filling.madeAt)
  await writer.add(entryNames.head, jsonOf(head))
  const progress = progressOf(filling)
  const tables: CopiedTable[] = []
  for (const { name, columns, query } of await listTables(client)) {
    const pieces = inPieces(writer, `${entryNames.tables}/${name}`, progress)
    const copied = await copyOut(client, query, pieces.take)
    await pieces.end()
    tables.push({ name, columns, ...copied })
  }
  const pieces = inPieces(writer, entryNames.jobs, progress)
  const jobs = { name: entryNames.jobs, columns: JOB_COLUMNS, ...(await copyJobs(client, pieces.take)) }
  await pieces.end()
  await writer.add(entryNames.secret, Buffer.from(installation.secret))
  const files = await addFiles(client, installation, { writer, progress })
  const sequences = await listSequences(client)
  const manifest = { ...head, tables, sequences, jobs, secretSha256: sha256Of(installation.secret), ...files }
  await writer.add(entryNames.manifest, jsonOf(manifest))
  return manifest
}

async function headOf(client: pg.Client, { kind, program }: Installation, madeAt: Date): Promise<Head> {
  const { rows } = await client.query('show server_version')
  const database = { kind, version: String(rows[0]?.server_version) }
  return { format: FORMAT, program, madeAt: madeAt.toISOString(), database, migrations: await listMigrations(client) }
}

/** Gathers small pieces into entries of a few megabytes: a tar must know each entry's size before its first byte. */
function inPieces(writer: ArchiveWriter, name: string, progress: (bytes: number) => void) {
  let waiting: Buffer[] = []
  let bytes = 0
  let number = 0
  const flush = async () => {
    await writer.add(`${name}/${String(++number).padStart(6, '0')}`, Buffer.concat(waiting))
    progress(bytes)
    waiting = []
    bytes = 0
  }
  return {
    async take(piece: Buffer) {
      waiting.push(piece)
      bytes += piece.length
      if (bytes >= PIECE_BYTES) await flush()
    },
    async end() {
      if (bytes > 0) await flush()
    },
  }
}

type Adding = { writer: ArchiveWriter; progress: (bytes: number) => void }

/** The list is taken in the snapshot: a row that is in it had its file on disk before it was committed. */
async function addFiles(client: pg.Client, { store, filesQuery }: Installation, { writer, progress }: Adding) {
  const files: Manifest['files'] = []
  const missingFiles: string[] = []
  const { rows } = await client.query<{ sha256: string }>(filesQuery)
  for (const { sha256 } of rows) {
    const path = store.pathOf(sha256)
    const found = await stat(path).catch(() => null)
    if (!found) {
      missingFiles.push(sha256)
      continue
    }
    const hash = createHash('sha256')
    await writer.addFile(`${entryNames.files}/${sha256}`, { path, size: found.size }, (piece) => {
      hash.update(piece)
      progress(piece.length)
    })
    if (hash.digest('hex') === sha256) files.push({ sha256, size: found.size })
    else missingFiles.push(sha256)
  }
  return { files, missingFiles }
}

function progressOf({ onProgress }: Making): (bytes: number) => void {
  let done = 0
  return (bytes) => {
    done += bytes
    onProgress?.(done)
  }
}

function jsonOf(value: unknown): Buffer {
  return Buffer.from(`${JSON.stringify(value, null, 1)}\n`)
}
