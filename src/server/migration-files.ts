import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import { CannotStart } from './cannot-start.ts'

export interface Migration {
  name: string
  /** Of the file as it was delivered, before the role's name was put in; the same for both kinds of line ends. */
  sha256: string
  sql: string
}

/** The numbered files of the folder, in order and without a gap. */
export async function readMigrations(folder: string, appRole: string): Promise<Migration[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort()
  names.forEach((name, index) => {
    if (Number(/^(\d{4})_/.exec(name)?.[1]) !== index + 1) throw misnumbered(name, index + 1)
  })
  return await Promise.all(
    names.map(async (name) => {
      const text = (await readFile(join(folder, name), 'utf8')).replaceAll('\r\n', '\n')
      const sha256 = createHash('sha256').update(text).digest('hex')
      return { name, sha256, sql: text.replace(/\bopora_app\b/g, () => roleName(appRole)) }
    }),
  )
}

function roleName(role: string): string {
  return /^[a-z_][a-z0-9_]*$/.test(role) ? role : pg.escapeIdentifier(role)
}

function misnumbered(name: string, number: number): CannotStart {
  const expected = String(number).padStart(4, '0')
  return new CannotStart(
    `В папке migrations на месте ${expected} лежит ${name}: номера должны идти подряд, по одному файлу.`,
  )
}
