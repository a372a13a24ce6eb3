import { readBody } from './docx-body.ts'
import { openNumbering } from './docx-numbering.ts'
import type { Paper } from './paper.ts'
import { PaperRefused } from './refusals.ts'
import { type Archive, openArchive } from './unzip.ts'
import { walkXml } from './xml.ts'

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

/** Parts by the last word of their relation's type. Whatever points outside the file is not followed. */
function relations(archive: Archive, part: string): Map<string, string> {
  const slash = part.lastIndexOf('/')
  const folder = part.slice(0, slash + 1)
  const name = `${folder}_rels/${part.slice(slash + 1)}.rels`
  const found = new Map<string, string>()
  if (!archive.has(name)) return found
  walkXml(archive.read(name), {
    open(element, { Type = '', Target = '', TargetMode }) {
      if (element !== 'rel:Relationship' || TargetMode === 'External') return
      found.set(Type.slice(Type.lastIndexOf('/') + 1), Target.startsWith('/') ? Target.slice(1) : folder + Target)
    },
    close() {},
    text() {},
  })
  return found
}
