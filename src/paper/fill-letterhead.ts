import { blocksXml, escaped, twips } from './docx-blocks.ts'
import { type LetterheadField, MAIN, openLetterhead, paragraphsOf, partsWithFields, textOf } from './letterhead.ts'
import { numberHeader, officeRelation, sheetsXml } from './write-docx.ts'
import type { WrittenBlock, WrittenSheet } from './written.ts'
import { zip } from './zip.ts'

/**
 * What goes into a letterhead: words for its fields, blocks in the place of the text, and the annexes after it. Addressees,
 * heading and signature stand with the text where the letterhead has no field for them; the kind of the paper stands
 * above its heading where the letterhead neither has the field nor says it itself.
 */
export type LetterheadFilling = {
  fields: Record<Exclude<LetterheadField, 'текст'>, string>
  addressees: WrittenBlock[]
  heading: WrittenBlock[]
  body: WrittenBlock[]
  signature: WrittenBlock[]
  annexes: WrittenSheet[]
}

/** A letterhead that has no faults, filled: its own look stays, annexes follow on pages without it. */
export function fillLetterhead(bytes: Uint8Array, filling: LetterheadFilling): Uint8Array {
  const archive = openLetterhead(bytes)
  const own = partsWithFields(archive).map(({ name }) => textOf(archive, name))
  const has = (field: LetterheadField) => says(own, `{${field}}`)
  const kind = filling.fields.вид
  const isKindMissing = kind !== '' && !has('вид') && !says(own, kind)
  const parts: Record<string, string | Uint8Array> = {}
  const filled = new Set(partsWithFields(archive).map(({ name }) => name))
  for (const name of archive.names) {
    const isFilled = filled.has(name)
    const text = name === MAIN && isKindMissing ? withKind(textOf(archive, name), kind) : textOf(archive, name)
    parts[name] = isFilled ? fillFields(text, filling.fields) : archive.read(name)
  }
  const main = withBody(String(parts[MAIN]), [
    ...(has('адресат') ? [] : filling.addressees),
    ...(has('заголовок') ? [] : filling.heading),
    ...filling.body,
    ...(has('подписант') ? [] : filling.signature),
  ])
  if (filling.annexes.length === 0) return zip({ ...parts, [MAIN]: main })
  const relations = 'word/_rels/document.xml.rels'
  return zip({
    ...parts,
    [MAIN]: withAnnexes(main, filling.annexes),
    [relations]: textOf(archive, relations).replace('</Relationships>', `${numberRelations}</Relationships>`),
    '[Content_Types].xml': textOf(archive, '[Content_Types].xml').replace('</Types>', `${numberTypes}</Types>`),
    'word/opora-header.xml': numberHeader,
    'word/opora-footer.xml': emptyFooter,
  })
}

/** Whether some paragraph of these parts has the words, in letters of any height. */
function says(parts: readonly string[], words: string): boolean {
  const sought = words.toLowerCase()
  return parts.some((xml) => paragraphsOf(xml).some(({ text }) => text.toLowerCase().includes(sought)))
}

/** «ПРИКАЗ» above the heading, or above the text where the heading stands with it. */
function withKind(xml: string, kind: string): string {
  const place = paragraphsOf(xml).find(({ text }) => /\{\s*(заголовок|текст)\s*\}/i.test(text))
  if (!place) return xml
  const room = { size: 14, lines: 1.15, width: widthOf(xml) }
  const block = { text: kind, align: 'center', isBold: true, above: 7 } as const
  return xml.slice(0, place.start) + blocksXml([block], room) + xml.slice(place.start)
}

/** From the last to the first, so that places before them stay true. */
function fillFields(xml: string, fields: LetterheadFilling['fields']): string {
  const cuts = paragraphsOf(xml).flatMap(({ text, pieces }) =>
    [...text.matchAll(/\{([^{}]*)\}/g)].flatMap((match) => {
      const known = Object.entries(fields).find(([name]) => name === match[1]?.trim().toLowerCase())
      if (!known) return []
      return cutsOf({ from: match.index, to: match.index + match[0].length, words: known[1] }, pieces)
    }),
  )
  return cuts
    .sort((one, other) => other.start - one.start)
    .reduce((text, { start, end, words }) => text.slice(0, start) + words + text.slice(end), xml)
}

type Cut = { start: number; end: number; words: string }

/** The words stand where the field begins; what of it lies in later runs goes. */
function cutsOf(
  { from, to, words }: { from: number; to: number; words: string },
  pieces: readonly { text: string; start: number }[],
): Cut[] {
  const cuts: Cut[] = []
  let at = 0
  for (const { text, start } of pieces) {
    const [first, last] = [Math.max(from, at), Math.min(to, at + text.length)]
    if (first < last) {
      const shown = cuts.length === 0 ? linesXml(words) : ''
      cuts.push({ start: start + first - at, end: start + last - at, words: shown })
    }
    at += text.length
  }
  return cuts
}

/** Inside `<w:t>`: a new line ends it and begins another. */
function linesXml(words: string): string {
  return words.split('\n').map(escaped).join('</w:t><w:br/><w:t xml:space="preserve">')
}

function withBody(xml: string, body: readonly WrittenBlock[]): string {
  const place = paragraphsOf(xml).find(({ text }) => text.trim().toLowerCase() === '{текст}')
  if (!place) return xml
  const room = { size: 14, lines: 1.15, width: widthOf(xml) }
  return xml.slice(0, place.start) + blocksXml(body, room) + xml.slice(place.end)
}

/** Between the margins of the letterhead's own page; A4 by the standard where it does not say. */
function widthOf(xml: string): number {
  const page = /<w:sectPr(?=[\s>])(?:(?!<w:sectPr[\s>]).)*$/s.exec(xml)?.[0] ?? ''
  const size = Number(/<w:pgSz [^>]*w:w="(\d+)"/.exec(page)?.[1] ?? Number.NaN)
  const edge = (side: string) => Number(new RegExp(`<w:pgMar [^>]*w:${side}="(\\d+)"`).exec(page)?.[1] ?? Number.NaN)
  const width = size - edge('left') - edge('right')
  return Number.isNaN(width) || width < twips(60) ? twips(170) : width
}

/** The letterhead's own page moves to the end of its text; the annexes bring theirs. */
function withAnnexes(xml: string, annexes: readonly WrittenSheet[]): string {
  const end = xml.lastIndexOf('</w:body>')
  const start = xml.lastIndexOf('<w:sectPr', end)
  const own = start < 0 ? '' : xml.slice(start, end)
  const after = sheetsXml(annexes, { numbers: 'oporaHeader', footers: 'oporaFooter', isNumberedFromSecond: false })
  const relation = xml.includes('xmlns:r=') ? '' : ` xmlns:r="${officeRelation}"`
  const body = `${xml.slice(0, start < 0 ? end : start)}<w:p><w:pPr>${own}</w:pPr></w:p>${after}${xml.slice(end)}`
  return relation === '' ? body : body.replace('<w:document ', `<w:document${relation} `)
}

const numberRelations = `<Relationship Id="oporaHeader" Type="${officeRelation}/header" Target="opora-header.xml"/><Relationship Id="oporaFooter" Type="${officeRelation}/footer" Target="opora-footer.xml"/>`
const part = 'application/vnd.openxmlformats-officedocument.wordprocessingml'
const numberTypes = `<Override PartName="/word/opora-header.xml" ContentType="${part}.header+xml"/><Override PartName="/word/opora-footer.xml" ContentType="${part}.footer+xml"/>`
const emptyFooter =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:ftr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:p/></w:ftr>'
