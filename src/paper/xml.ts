import { SaxesParser } from 'saxes'
import { limits } from './limits.ts'
import { PaperRefused } from './refusals.ts'

export type XmlHandler = {
  /** `path` ends with the element itself. */
  open(name: string, attributes: Record<string, string>, path: readonly string[]): void
  close(name: string, path: readonly string[]): void
  text(text: string, path: readonly string[]): void
}

/** Short names for the namespaces that an office writes; a document may choose any prefix of its own. */
const knownNamespaces: Record<string, string> = {
  'http://schemas.openxmlformats.org/wordprocessingml/2006/main': 'w',
  'http://purl.oclc.org/ooxml/wordprocessingml/main': 'w',
  'http://schemas.openxmlformats.org/markup-compatibility/2006': 'mc',
  'http://schemas.openxmlformats.org/officeDocument/2006/math': 'm',
  'http://schemas.openxmlformats.org/package/2006/relationships': 'rel',
  'http://schemas.openxmlformats.org/spreadsheetml/2006/main': 'x',
  'http://purl.oclc.org/ooxml/spreadsheetml/main': 'x',
  'http://schemas.openxmlformats.org/officeDocument/2006/relationships': 'r',
  'http://purl.oclc.org/ooxml/officeDocument/relationships': 'r',
  'urn:oasis:names:tc:opendocument:xmlns:office:1.0': 'office',
  'urn:oasis:names:tc:opendocument:xmlns:text:1.0': 'text',
  'urn:oasis:names:tc:opendocument:xmlns:table:1.0': 'table',
  'urn:oasis:names:tc:opendocument:xmlns:style:1.0': 'style',
  'urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0': 'fo',
  'urn:oasis:names:tc:opendocument:xmlns:manifest:1.0': 'manifest',
}

/** Walks a document part once. A DOCTYPE is refused: office files have none, entity bombs and file thefts do. */
export function walkXml(bytes: Uint8Array, handler: XmlHandler): void {
  const text = decoded(bytes)
  if (/<!DOCTYPE|<!ENTITY/i.test(text.slice(0, 4096))) throw new PaperRefused('entities')
  const parser = new SaxesParser<{ xmlns: false; position: false }>({ xmlns: false, position: false })
  const path: string[] = []
  const prefixes = new Map<string, string>()

  parser.on('error', (error) => {
    throw new PaperRefused('damaged', { cause: error })
  })
  parser.on('doctype', () => {
    throw new PaperRefused('entities')
  })
  let attributes = 0
  parser.on('opentagstart', () => {
    attributes = 0
  })
  parser.on('attribute', () => {
    attributes += 1
    if (attributes > limits.attributes) throw new PaperRefused('overgrown')
  })
  parser.on('opentag', (tag) => {
    learnPrefixes(tag.attributes, prefixes)
    const name = shortName(tag.name, prefixes)
    path.push(name)
    if (path.length > limits.xmlDepth) throw new PaperRefused('overgrown')
    handler.open(name, shortNames(tag.attributes, prefixes), path)
  })
  parser.on('closetag', () => {
    handler.close(path.at(-1) ?? '', path)
    path.pop()
  })
  parser.on('text', (found) => handler.text(found, path))
  parser.on('cdata', (found) => handler.text(found, path))
  parser.write(text).close()
}

function decoded(bytes: Uint8Array): string {
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe ? 'utf-16be' : 'utf-8'
  return new TextDecoder(encoding).decode(bytes)
}

function learnPrefixes(attributes: Record<string, string>, prefixes: Map<string, string>): void {
  for (const [name, value] of Object.entries(attributes)) {
    const known = knownNamespaces[value]
    if (known === undefined || !name.startsWith('xmlns')) continue
    prefixes.set(name.slice('xmlns:'.length), known)
  }
}

function shortName(name: string, prefixes: Map<string, string>): string {
  const colon = name.indexOf(':')
  const known = prefixes.get(name.slice(0, Math.max(colon, 0)))
  return known === undefined ? name : `${known}:${name.slice(colon + 1)}`
}

/** Attributes without a prefix belong to no namespace and keep their name. */
function shortNames(attributes: Record<string, string>, prefixes: Map<string, string>): Record<string, string> {
  const short: Record<string, string> = {}
  for (const [name, value] of Object.entries(attributes)) {
    short[name.includes(':') ? shortName(name, prefixes) : name] = value
  }
  return short
}
