import { countNumbers, type Level, type Lists, type Num, type Numbering, noLists, type Style } from './numbering.ts'
import { walkXml } from './xml.ts'

/** The lists of a .docx, ready to count. */
export function openNumbering(numbering: Uint8Array | null, styles: Uint8Array | null): Numbering {
  const parts = noLists()
  const links = numbering ? readNumbering(numbering, parts) : []
  if (styles) readStyles(styles, parts)
  for (const [id, style] of links) followLink(id, style, parts)
  return countNumbers(parts)
}

/** A list may have its levels from the list of a style. */
function followLink(id: string, style: string, parts: Lists): void {
  const num = parts.nums.get(parts.styles.get(style)?.numId ?? '')
  const levels = parts.abstracts.get(num?.abstractId ?? '')
  if (levels) parts.abstracts.set(id, levels)
}

/** Gives the lists whose levels are elsewhere, each with the name of a style. */
function readNumbering(bytes: Uint8Array, parts: Lists): [id: string, style: string][] {
  const links: [id: string, style: string][] = []
  let abstract: Map<number, Level> | null = null
  let abstractId = ''
  let num: Num | null = null
  let level: Level | null = null
  let overridden = 0
  walkXml(bytes, {
    text() {},
    open(name, attributes) {
      const value = attributes['w:val'] ?? ''
      if (name === 'w:abstractNum') {
        abstract = new Map()
        abstractId = attributes['w:abstractNumId'] ?? ''
        parts.abstracts.set(abstractId, abstract)
      }
      if (name === 'w:numStyleLink') links.push([abstractId, value])
      if (name === 'w:num') {
        num = { abstractId: '', overrides: new Map(), levels: new Map() }
        parts.nums.set(attributes['w:numId'] ?? '', num)
      }
      if (name === 'w:abstractNumId' && num) num.abstractId = value
      if (name === 'w:lvlOverride') overridden = whole(attributes['w:ilvl'])
      if (name === 'w:startOverride') num?.overrides.set(overridden, whole(value))
      if (name === 'w:lvl') {
        level = { start: 1, format: 'decimal', text: '', isLegal: false, style: null }
        const levels = num?.levels ?? abstract
        levels?.set(whole(attributes['w:ilvl']), level)
      }
      if (!level) return
      if (name === 'w:start') level.start = whole(value)
      if (name === 'w:numFmt') level.format = value
      if (name === 'w:lvlText') level.text = value
      if (name === 'w:lvlRestart' && value === '0') level.goesOn = true
      if (name === 'w:isLgl') level.isLegal = true
      if (name === 'w:pStyle') level.style = value
    },
    close(name) {
      if (name === 'w:abstractNum') abstract = null
      if (name === 'w:num') num = null
      if (name === 'w:lvl') level = null
    },
  })
  return links
}

function readStyles(bytes: Uint8Array, parts: Lists): void {
  let style: Style | null = null
  walkXml(bytes, {
    text() {},
    open(name, attributes) {
      if (name === 'w:style') {
        style = { basedOn: null, numId: null, level: null }
        parts.styles.set(attributes['w:styleId'] ?? '', style)
      }
      if (!style) return
      if (name === 'w:basedOn') style.basedOn = attributes['w:val'] ?? null
      if (name === 'w:numId') style.numId = attributes['w:val'] ?? null
      if (name === 'w:ilvl') style.level = whole(attributes['w:val'])
    },
    close(name) {
      if (name === 'w:style') style = null
    },
  })
}

function whole(text: string | undefined): number {
  const value = Number.parseInt(text ?? '', 10)
  return Number.isSafeInteger(value) ? value : 0
}
