import { readBody } from './docx-body.ts'
import { openNumbering } from './docx-numbering.ts'
import type { Paper } from './paper.ts'
import { PaperRefused } from './refusals.ts'
import { relations } from './relations.ts'
import { type Archive, openArchive } from './unzip.ts'

/** Reads the text that a printed .docx would show: tracked changes accepted, automatic numbers written out. */
export function readDocx(bytes: Uint8Array): Paper {
  const archive = openArchive(bytes)
  const main = mainPart(archive)
  const related = relations(archive, main)
  const numbering = openNumbering(partOf(archive, related.get('numbering')), partOf(archive, related.get('styles')))
  return readBody(archive.read(main), numbering)
}

function mainPart(archive: Archive): string {
  const main = relations(archive, '').get('officeDocument') ?? 'word/document.xml'
  if (!archive.has(main)) throw new PaperRefused('damaged')
  return main
}

function partOf(archive: Archive, name: string | undefined): Uint8Array | null {
  return name !== undefined && archive.has(name) ? archive.read(name) : null
}
