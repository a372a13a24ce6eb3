import { PaperRefused } from './refusals.ts'
import { openArchive } from './unzip.ts'

/** The two parts of an OpenDocument file that carry its text. */
export type OpenDocumentContent = { content: Uint8Array; styles: Uint8Array | null }

export function openDocumentContent(bytes: Uint8Array): OpenDocumentContent {
  const archive = openArchive(bytes)
  if (!archive.has('content.xml')) throw new PaperRefused('damaged')
  const manifest = archive.has('META-INF/manifest.xml') ? archive.read('META-INF/manifest.xml') : null
  // With a password every part is encrypted by itself, and only the manifest says so.
  if (manifest && Buffer.from(manifest).includes('encryption-data')) throw new PaperRefused('encrypted')
  const styles = archive.has('styles.xml') ? archive.read('styles.xml') : null
  return { content: archive.read('content.xml'), styles }
}

/** What stands in these is not on the page: deleted text, remarks, footnotes, descriptions of pictures. */
export const unseenElements: ReadonlySet<string> = new Set([
  'text:tracked-changes',
  'office:annotation',
  'text:note',
  'text:ruby-text',
  'office:forms',
  'svg:title',
  'svg:desc',
  'table:shapes',
  'text:table-of-content-source',
])

/** The sign that an element of the text stands for. */
export function signOf(element: string, attributes: Record<string, string>): string {
  if (element === 'text:tab') return '\t'
  if (element === 'text:line-break') return '\n'
  if (element === 'text:s') return ' '.repeat(Math.min(Math.max(Number(attributes['text:c'] ?? 1) || 1, 1), 200))
  return ''
}
