import { endOf } from '../../kernel/beginning.ts'

const MAGIC: [type: string, offset: number, bytes: number[]][] = [
  ['application/pdf', 0, [0x25, 0x50, 0x44, 0x46]],
  ['image/png', 0, [0x89, 0x50, 0x4e, 0x47]],
  ['image/jpeg', 0, [0xff, 0xd8, 0xff]],
  ['image/webp', 8, [0x57, 0x45, 0x42, 0x50]],
  ['image/heic', 4, [0x66, 0x74, 0x79, 0x70]],
  ['application/zip', 0, [0x50, 0x4b, 0x03, 0x04]],
  ['application/x-ole-storage', 0, [0xd0, 0xcf, 0x11, 0xe0]],
  ['application/rtf', 0, [0x7b, 0x5c, 0x72, 0x74, 0x66]],
]

const OFFICE: Record<string, string> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  odt: 'application/vnd.oasis.opendocument.text',
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
}

/** The type by the first bytes; among office archives, which all begin alike, by the ending of the name. */
export function typeByContent(head: Uint8Array, name: string): string {
  const known = MAGIC.find(([, offset, bytes]) => bytes.every((byte, index) => head[offset + index] === byte))?.[0]
  if (known === 'application/zip') return OFFICE[endingOf(name)] ?? known
  if (known) return known
  return head.includes(0) ? 'application/octet-stream' : 'text/plain; charset=utf-8'
}

/** What a browser may show in place; everything else is only offered for saving. */
export function mayOpenInPlace(type: string): boolean {
  return type === 'application/pdf' || type === 'image/png' || type === 'image/jpeg' || type === 'image/webp'
}

/** A name without folders and control characters, short enough for every disk. */
export function safeFileName(name: string): string {
  const last = name.split(/[\\/]/).at(-1) ?? ''
  const clean = last.replace(/[\p{Cc}\p{Cf}<>:"|?*]/gu, '').trim()
  return endOf(clean, 150) || 'файл'
}

function endingOf(name: string): string {
  return name.toLowerCase().split('.').at(-1) ?? ''
}
