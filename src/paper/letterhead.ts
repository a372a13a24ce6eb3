import { type Archive, openArchive } from './unzip.ts'

/** What an office writes into its letterhead, each in braces: «{номер}». `текст` stands alone in its paragraph. */
export const letterheadFields = [
  'текст',
  'вид',
  'заголовок',
  'номер',
  'дата',
  'место',
  'адресат',
  'должность',
  'подписант',
  'исполнитель',
] as const
export type LetterheadField = (typeof letterheadFields)[number]

export const letterheadFaults = [
  'broken-field',
  'unknown-field',
  'loop',
  'no-text',
  'text-not-alone',
  'text-twice',
  'macro',
  'outside',
  'embedded',
] as const

/** What is wrong with a letterhead, and where: the part of the paper, its paragraph from 1, and the words there. */
export type LetterheadFault = {
  code: (typeof letterheadFaults)[number]
  part: 'text' | 'header' | 'footer' | 'file'
  paragraph: number | null
  near: string
}

/** A letterhead is a page or two. */
const MOST_INFLATED = { inflatedBytes: 30 * 1024 * 1024 }

export function openLetterhead(bytes: Uint8Array): Archive {
  return openArchive(bytes, MOST_INFLATED)
}

/** Everything that keeps a .docx from being a letterhead; none where it is one. */
export function faultsOfLetterhead(archive: Archive): LetterheadFault[] {
  const unsafe = unsafeParts(archive)
  if (unsafe.length > 0) return unsafe
  const faults = partsWithFields(archive).flatMap(({ name, part }) => faultsOfPart(textOf(archive, name), part))
  const texts = paragraphsOf(textOf(archive, MAIN)).filter(({ text }) => text.includes('{текст}'))
  if (texts.length === 0) faults.push({ code: 'no-text', part: 'text', paragraph: null, near: '{текст}' })
  if (texts.length > 1) faults.push({ code: 'text-twice', part: 'text', paragraph: null, near: '{текст}' })
  return faults
}

export const MAIN = 'word/document.xml'

/** The parts of the paper in which fields may stand. */
export function partsWithFields(archive: Archive): { name: string; part: 'text' | 'header' | 'footer' }[] {
  return archive.names.flatMap((name) => {
    const kind = /^word\/(document|header\d*|footer\d*)\.xml$/.exec(name)?.[1]
    if (kind === undefined) return []
    const part = kind.startsWith('header')
      ? ('header' as const)
      : kind.startsWith('footer')
        ? ('footer' as const)
        : 'text'
    return [{ name, part }]
  })
}

export function textOf(archive: Archive, name: string): string {
  return archive.has(name) ? new TextDecoder().decode(archive.read(name)) : ''
}

/** Macros, things inside the file that a program would open, and what is fetched from elsewhere. */
function unsafeParts(archive: Archive): LetterheadFault[] {
  const fault = (code: LetterheadFault['code'], near: string): LetterheadFault[] => [
    { code, part: 'file', paragraph: null, near },
  ]
  const named = archive.names.flatMap((name) => {
    if (/vba|macro|activeX/i.test(name)) return fault('macro', name)
    return /embeddings\//i.test(name) ? fault('embedded', name) : []
  })
  const types = textOf(archive, '[Content_Types].xml')
  const enabled = /macroEnabled/i.test(types) ? fault('macro', '[Content_Types].xml') : []
  const xml = archive.names.filter((name) => /\.(xml|rels)$/i.test(name))
  const outside = xml.flatMap((name) => {
    const text = textOf(archive, name)
    if (/<!DOCTYPE|<!ENTITY/i.test(text)) return fault('outside', name)
    if (!name.endsWith('.rels')) return []
    const relations = [...text.matchAll(/<Relationship\s[^>]*>/g)].map(([one]) => one)
    const bad = relations.find((one) => /TargetMode\s*=\s*["']External/i.test(one) && !/\/hyperlink["']/i.test(one))
    return bad ? fault('outside', /Target\s*=\s*["']([^"']{0,200})/i.exec(bad)?.[1] ?? name) : []
  })
  return [...named, ...enabled, ...outside]
}

function faultsOfPart(xml: string, part: LetterheadFault['part']): LetterheadFault[] {
  return paragraphsOf(xml).flatMap(({ text }, index) => {
    const at = { part, paragraph: index + 1 }
    const found = [...text.matchAll(/\{([^{}]*)\}/g)].flatMap(([whole, name = '']): LetterheadFault[] => {
      if (/^\s*[#/^@%]/.test(name)) return [{ ...at, code: 'loop', near: whole }]
      const field = letterheadFields.find((one) => one === name.trim().toLowerCase())
      if (field === undefined) return [{ ...at, code: 'unknown-field', near: whole }]
      const isMisplaced = field === 'текст' && (part !== 'text' || text.trim() !== whole)
      return isMisplaced ? [{ ...at, code: 'text-not-alone', near: shortened(text) }] : []
    })
    const rest = text.replace(/\{[^{}]*\}/g, '')
    return /[{}]/.test(rest) ? [...found, { ...at, code: 'broken-field', near: shortened(text) }] : found
  })
}

function shortened(text: string): string {
  return text.length > 80 ? `${text.slice(0, 80)}…` : text
}

/** A piece of a paragraph's text, and where in the part its letters lie. */
export type Piece = { text: string; start: number; end: number }
export type TemplateParagraph = { text: string; start: number; end: number; pieces: Piece[] }

/** Paragraphs of a part in their order, each with the runs that its words are torn into; boxes have paragraphs of their own. */
export function paragraphsOf(xml: string): TemplateParagraph[] {
  const open: TemplateParagraph[] = []
  const found: TemplateParagraph[] = []
  for (const match of xml.matchAll(/<w:p(?=[\s>])[^>]*?(\/)?>|<\/w:p>|<w:t(?=[\s>])[^>]*>([^<]*)<\/w:t>/g)) {
    const [whole, isEmpty, words] = match
    const start = match.index
    if (words !== undefined) {
      const from = start + whole.indexOf('>') + 1
      const paragraph = open.at(-1)
      paragraph?.pieces.push({ text: words, start: from, end: from + words.length })
      if (paragraph) paragraph.text += words
    } else if (whole === '</w:p>') {
      const paragraph = open.pop()
      if (paragraph) paragraph.end = start + whole.length
    } else {
      const paragraph = { text: '', start, end: start + whole.length, pieces: [] }
      found.push(paragraph)
      if (!isEmpty) open.push(paragraph)
    }
  }
  return found
}
