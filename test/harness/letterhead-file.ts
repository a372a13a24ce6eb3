import { openArchive } from '../../src/paper/unzip.ts'
import { writeDocx } from '../../src/paper/write-docx.ts'
import { zip } from '../../src/paper/zip.ts'

/** A letterhead of these paragraphs as an office writes it. */
export function letterheadFile(lines: readonly string[]): Uint8Array {
  return writeDocx(lines.map((text) => ({ text })))
}

export const usualLetterhead = [
  'УПРАВЛЕНИЕ ОБРАЗОВАНИЯ ЗАРЕЧНОГО ОКРУГА',
  'ул. Школьная, 1, тел. 2-11-22',
  '{дата} № {номер}',
  '{адресат}',
  '{заголовок}',
  '{текст}',
  '{должность}        {подписант}',
]

/** The same file with a part changed or added. */
export function withPart(file: Uint8Array, name: string, change: (text: string) => string): Uint8Array {
  const archive = openArchive(file)
  const parts = Object.fromEntries(archive.names.map((one) => [one, archive.read(one)]))
  const before = archive.has(name) ? Buffer.from(archive.read(name)).toString() : ''
  return zip({ ...parts, [name]: change(before) })
}
