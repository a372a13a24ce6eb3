import { createHash } from 'node:crypto'
import { open } from 'node:fs/promises'
import type { Writable } from 'node:stream'
import { finished } from 'node:stream/promises'
import type pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import type { FileStore } from '../file-store.ts'
import { columnsOf, placeOf } from './describe-database.ts'
import { BackupFault } from './fault.ts'
import { JOB_COLUMNS } from './jobs-table.ts'
import { entryNames, type Manifest } from './manifest.ts'
import { bytesOf, type Entry, partOf, readArchive } from './read-archive.ts'

type Taking = { manifest: Manifest; store: FileStore }

/** Reads the archive once more and puts every entry in its place: rows by COPY, files into the store. The secret is the caller's to keep. */
export async function takeEntries(client: pg.Client, path: string, taking: Taking): Promise<{ secret: string }> {
  let secret = ''
  const tables = new Map(taking.manifest.tables.map((table) => [table.name, table]))
  const missing = new Set(taking.manifest.missingFiles)
  const filling = fillOneByOne(client)
  await client.query(`create temporary table waiting_job on commit drop as
    select ${columnsOf(JOB_COLUMNS)} from pgboss.job where false`)
  await readArchive(path, async (entry) => {
    const { room, thing } = partOf(entry.name)
    if (room === entryNames.tables) {
      const columns = tables.get(thing)?.columns
      if (!columns) throw new BackupFault('damaged', `Таблицы ${thing} нет в описи архива. Возьмите другую копию.`)
      await filling.take(`${placeOf(thing)} (${columnsOf(columns)})`, entry)
    } else if (room === entryNames.jobs) await filling.take(`waiting_job (${columnsOf(JOB_COLUMNS)})`, entry)
    else if (room === entryNames.secret) secret = (await bytesOf(entry)).toString('utf8')
    else if (room === entryNames.files && !missing.has(thing)) await keepFile(taking.store, thing, entry)
  })
  await filling.end()
  await client.query(`insert into pgboss.job (${columnsOf(JOB_COLUMNS)})
    select ${columnsOf(JOB_COLUMNS)} from waiting_job where name in (select name from pgboss.queue)
    on conflict do nothing`)
  return { secret }
}

type Filling = { place: string; stream: Writable; ended: Promise<void> }

/** One COPY at a time: the pieces of a table follow one another, and the next table ends it. */
function fillOneByOne(client: pg.Client) {
  let current: Filling | null = null
  const begin = (place: string): Filling => {
    const stream = client.query(copyFrom(`copy ${place} from stdin`))
    const ended = finished(stream)
    ended.catch(() => undefined) // told by the piece that is being written, or at the end
    return { place, stream, ended }
  }
  const end = async () => {
    current?.stream.end()
    await current?.ended
    current = null
  }
  return {
    end,
    async take(place: string, { body }: Entry) {
      if (current?.place !== place) await end()
      current ??= begin(place)
      for await (const piece of body) await write(current, piece)
    },
  }
}

/** A row that the database refuses ends the stream, and no piece after it is ever taken. */
async function write({ stream, ended }: Filling, piece: Buffer): Promise<void> {
  const taken = new Promise<void>((done, fail) => {
    stream.write(piece, (error) => (error ? fail(error) : done()))
  })
  await Promise.race([taken, ended])
}

async function keepFile(store: FileStore, sha256: string, { body }: Entry): Promise<void> {
  const path = store.incoming.freshPlace()
  const handle = await open(path, 'w', 0o600)
  const hash = createHash('sha256')
  let size = 0
  try {
    for await (const piece of body) {
      hash.update(piece)
      size += piece.length
      await handle.write(piece)
    }
  } finally {
    await handle.close()
  }
  if (hash.digest('hex') !== sha256) {
    throw new BackupFault('damaged', `Файл ${sha256} в архиве повреждён. Возьмите другую копию.`)
  }
  await store.keep({ path, sha256, size })
}
