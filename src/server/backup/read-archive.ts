import { createReadStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import { extract } from 'tar-stream'
import { BackupFault, faultOf } from './fault.ts'
import { entryNames, FORMAT, Head, Manifest } from './manifest.ts'

export type Entry = { name: string; size: number; body: AsyncIterable<Buffer> }

const MOST_JSON_BYTES = 64 * 2 ** 20

/** Shows the entries of an archive one after the other; `see` reads each body to its end. */
export async function readArchive(path: string, see: (entry: Entry) => Promise<void>): Promise<void> {
  const tar = extract()
  const fed = pipeline(createReadStream(path), createGunzip(), tar)
  fed.catch(() => undefined) // told below, where it is waited for
  try {
    for await (const entry of tar) {
      await see({ name: entry.header.name, size: entry.header.size ?? 0, body: entry })
      entry.resume()
    }
    await fed
  } catch (error) {
    tar.destroy()
    const cause = await fed.then(
      () => error,
      (first: unknown) => (error instanceof BackupFault ? error : first),
    )
    throw unreadable(path, cause)
  }
}

/** What the archive is, from its first entry; refused in words when it is of another kind or of a newer format. */
export function headFrom(bytes: Buffer, path: string): Head {
  const json = jsonFrom(bytes)
  const format = typeof json === 'object' && json !== null && 'format' in json ? Number(json.format) : 0
  if (format > FORMAT) {
    throw new BackupFault(
      'newer-format',
      `Архив ${path} сделан более новой Опорой. Установите её (git pull) и повторите.`,
    )
  }
  const head = Head.safeParse(json)
  if (head.success) return head.data
  throw new BackupFault('not-an-archive', `${path} — не архив Опоры. Укажите файл, сделанный командой backup.`)
}

export function manifestFrom(bytes: Buffer, path: string): Manifest {
  const manifest = Manifest.safeParse(jsonFrom(bytes))
  if (manifest.success) return manifest.data
  throw new BackupFault('damaged', `В архиве ${path} испорчена опись. Возьмите другую копию.`)
}

/** The whole body of a small entry. */
export async function bytesOf({ name, size, body }: Entry): Promise<Buffer> {
  if (size > MOST_JSON_BYTES) throw new BackupFault('damaged', `Часть «${name}» архива неправдоподобно велика.`)
  const pieces: Buffer[] = []
  for await (const piece of body) pieces.push(piece)
  return Buffer.concat(pieces)
}

/** The thing that an entry belongs to: `tables/person/000001` to the table `person`. */
export function partOf(name: string): { room: string; thing: string } {
  const [room = '', thing = ''] = name.split('/')
  return { room, thing: room === entryNames.jobs ? entryNames.jobs : thing }
}

function jsonFrom(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'))
  } catch {
    return null // the schema says in words what is wrong
  }
}

const CUT_SHORT = /unexpected end of file|Unexpected end of data|incorrect|invalid|too far back|Invalid tar header/i

function unreadable(path: string, error: unknown): unknown {
  if (error instanceof BackupFault) return error
  const said = error instanceof Error ? error.message : String(error)
  if (/incorrect header check/i.test(said)) {
    return new BackupFault('not-an-archive', `${path} — не архив Опоры. Укажите файл, сделанный командой backup.`)
  }
  if (CUT_SHORT.test(said)) {
    return new BackupFault('damaged', `Архив ${path} испорчен или обрезан (${said}). Возьмите другую копию.`)
  }
  return faultOf(error)
}
