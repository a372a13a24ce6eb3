import { createHash, type Hash } from 'node:crypto'
import { stat } from 'node:fs/promises'
import { rowsIn, sha256Of } from './checksum.ts'
import { BackupFault } from './fault.ts'
import { entryNames, type Manifest } from './manifest.ts'
import { bytesOf, type Entry, headFrom, manifestFrom, partOf, readArchive } from './read-archive.ts'

/** An archive that was read to its end; `problems` is empty when everything in it is as its manifest says. */
export type VerifiedArchive = { path: string; bytes: number; manifest: Manifest; problems: string[] }

type Measured = { hash: Hash; rows: number; bytes: number }

/** Reads the whole archive and holds every table, file and count against the manifest. */
export async function verifyArchive(path: string): Promise<VerifiedArchive> {
  const seen = new Map<string, Measured>()
  let headSeen = false
  let manifest: Manifest | null = null
  let secret = ''
  await readArchive(path, async (entry) => {
    if (!headSeen) {
      if (entry.name !== entryNames.head) throw notAnArchive(path)
      headFrom(await bytesOf(entry), path)
      headSeen = true
    } else if (entry.name === entryNames.manifest) manifest = manifestFrom(await bytesOf(entry), path)
    else if (entry.name === entryNames.secret) secret = (await bytesOf(entry)).toString('utf8')
    else await measure(entry, seen)
  })
  if (!headSeen) throw notAnArchive(path)
  if (!manifest) throw new BackupFault('damaged', `Архив ${path} обрезан: в нём нет описи. Возьмите другую копию.`)
  const problems = problemsOf(manifest, seen, secret)
  return { path, bytes: (await stat(path)).size, manifest, problems }
}

async function measure(entry: Entry, seen: Map<string, Measured>): Promise<void> {
  const { room, thing } = partOf(entry.name)
  const key = `${room}/${thing}`
  const measured = seen.get(key) ?? { hash: createHash('sha256'), rows: 0, bytes: 0 }
  seen.set(key, measured)
  for await (const piece of entry.body) {
    measured.hash.update(piece)
    measured.bytes += piece.length
    if (room !== entryNames.files) measured.rows += rowsIn(piece)
  }
}

function problemsOf(manifest: Manifest, seen: Map<string, Measured>, secret: string): string[] {
  const problems: string[] = []
  const tables = [...manifest.tables.map((table) => ({ ...table, room: entryNames.tables })), jobsOf(manifest)]
  for (const { room, name, rows, bytes, sha256 } of tables) {
    const found = take(seen, `${room}/${name}`)
    if (found.sha256 !== sha256) problems.push(`таблица ${name}: содержимое не то, что в описи`)
    if (found.rows !== rows) problems.push(`таблица ${name}: строк ${found.rows}, в описи ${rows}`)
    if (found.bytes !== bytes) problems.push(`таблица ${name}: байт ${found.bytes}, в описи ${bytes}`)
  }
  for (const { sha256, size } of manifest.files) {
    const found = take(seen, `${entryNames.files}/${sha256}`)
    if (found.sha256 !== sha256 || found.bytes !== size) problems.push(`файл ${sha256}: нет или повреждён`)
  }
  for (const sha256 of manifest.missingFiles) seen.delete(`${entryNames.files}/${sha256}`)
  for (const name of seen.keys()) problems.push(`${name}: этого нет в описи`)
  if (sha256Of(secret) !== manifest.secretSha256) problems.push('секрет ссылок: не тот, что в описи')
  return problems
}

function jobsOf({ jobs }: Manifest) {
  return { ...jobs, room: entryNames.jobs }
}

function take(seen: Map<string, Measured>, key: string): { sha256: string; rows: number; bytes: number } {
  const found = seen.get(key)
  seen.delete(key)
  if (!found) return { sha256: sha256Of(''), rows: 0, bytes: 0 }
  return { sha256: found.hash.digest('hex'), rows: found.rows, bytes: found.bytes }
}

function notAnArchive(path: string): BackupFault {
  return new BackupFault('not-an-archive', `${path} — не архив Опоры. Укажите файл, сделанный командой backup.`)
}
