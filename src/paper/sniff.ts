import { PaperRefused, type RefusalReason } from './refusals.ts'
import { type Archive, openArchive } from './unzip.ts'

/** What a file is by its content; its name is never asked. */
export type PaperKind =
  | 'docx'
  | 'doc'
  | 'odt'
  | 'xlsx'
  | 'xls'
  | 'ods'
  | 'pdf'
  | 'text'
  | Extract<
      RefusalReason,
      'rtf' | 'html' | 'word-xml' | 'xlsb' | 'slides' | 'image' | 'archive' | 'encrypted' | 'damaged' | 'unknown'
    >

export function kindOf(bytes: Uint8Array): PaperKind {
  const head = latin(bytes.subarray(0, 1024))
  if (head.startsWith('PK')) return archiveKind(bytes)
  if (head.startsWith('\xd0\xcf\x11\xe0')) return compoundKind(bytes)
  if (head.startsWith('Rar!') || head.startsWith('7z\xbc\xaf') || head.startsWith('\x1f\x8b')) return 'archive'
  if (head.includes('%PDF-')) return 'pdf'
  if (head.startsWith('{\\rtf')) return 'rtf'
  if (isImage(head)) return 'image'
  if (isWebPage(head)) return 'html'
  if (/^[\s\xef\xbb\xbf]*<\?(xml|mso-application)/i.test(head)) return 'word-xml'
  return isText(bytes) ? 'text' : 'unknown'
}

function archiveKind(bytes: Uint8Array): PaperKind {
  const archive = opened(bytes)
  if (archive === null) return 'damaged'
  if (archive.has('xl/workbook.bin')) return 'xlsb'
  if (archive.names.some((name) => name.startsWith('xl/'))) return 'xlsx'
  if (archive.names.some((name) => name.startsWith('word/'))) return 'docx'
  if (archive.names.some((name) => name.startsWith('ppt/'))) return 'slides'
  if (archive.has('mimetype')) return openDocumentKind(archive)
  return archive.has('[Content_Types].xml') ? 'docx' : 'archive'
}

/** A directory that cannot be read is a broken file; one that must not be read stays a refusal. */
function opened(bytes: Uint8Array): Archive | null {
  try {
    return openArchive(bytes)
  } catch (error) {
    if (error instanceof PaperRefused && error.reason === 'damaged') return null
    throw error
  }
}

function openDocumentKind(archive: Archive): PaperKind {
  const type = latin(archive.read('mimetype').subarray(0, 200))
  if (type.includes('opendocument.spreadsheet')) return 'ods'
  if (type.includes('opendocument.presentation')) return 'slides'
  return type.includes('opendocument') ? 'odt' : 'archive'
}

/** The old container of Word and Excel names its streams in UTF-16; a password puts `EncryptedPackage` among them. */
function compoundKind(bytes: Uint8Array): PaperKind {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const holds = (stream: string) => file.includes(stream, 0, 'utf16le')
  if (holds('EncryptedPackage') || holds('EncryptionInfo')) return 'encrypted'
  if (holds('WordDocument')) return 'doc'
  if (holds('Workbook') || holds('Book')) return 'xls'
  if (holds('PowerPoint Document')) return 'slides'
  const isOfAnotherProgram = ['__substg1.0', 'VisioDocument'].some(holds)
  return isOfAnotherProgram ? 'unknown' : 'damaged'
}

/** Many systems hand out a web page under the name of a document, with remarks before it or as a letter with parts. */
function isWebPage(head: string): boolean {
  const text = head
    .replaceAll('\0', '')
    .replace(/^[\s\xef\xbb\xbf\xff\xfe]+/, '')
    .replace(/^(<\?xml[^>]*>|<!--[\s\S]*?-->|\s)+/i, '')
  if (/^(mime-version|content-type|from|date|subject):/i.test(text)) return /multipart\/related|text\/html/i.test(text)
  return /^<(!doctype html|html|head|meta|body|title|style|script|table|div|p|font|center)\b/i.test(text)
}

function isImage(head: string): boolean {
  const starts = ['\xff\xd8\xff', '\x89PNG', 'GIF8', 'II*\0', 'MM\0*', 'BM', 'RIFF', 'AT&TFORM']
  return starts.some((start) => head.startsWith(start)) || /^.{4}ftyp(hei|mif|avif)/s.test(head)
}

function isText(bytes: Uint8Array): boolean {
  const isWide = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)
  if (isWide) return true
  const controls = bytes.subarray(0, 65_536).filter((byte) => byte < 9 || (byte > 13 && byte < 32 && byte !== 27))
  return controls.length === 0
}

function latin(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
}
