import { readOdtBody } from './odt-body.ts'
import { openOdtLists } from './odt-lists.ts'
import { openDocumentContent } from './open-document.ts'
import type { Paper } from './paper.ts'

/** Reads the text that a printed .odt would show: tracked changes accepted, automatic numbers written out. */
export function readOdt(bytes: Uint8Array): Paper {
  const { content, styles } = openDocumentContent(bytes)
  return readOdtBody(content, openOdtLists(styles === null ? [content] : [styles, content]))
}
