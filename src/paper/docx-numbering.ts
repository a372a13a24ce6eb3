import { countNumbers, type Level, type Lists, type Num, type Numbering, noLists, type Style } from './numbering.ts'
import { walkXml } from './xml.ts'

/** The lists of a .docx, ready to count. */
export function openNumbering(numbering: Uint8Array | null, styles: Uint8Array | null): Numbering {
  const parts = noLists()
  if (numbering) readNumbering(numbering, parts)
  if (styles) readStyles(styles, parts)
  return countNumbers(parts)
}

function readNumbering(bytes: Uint8Array, parts: Lists): void {
  let abstract: Map<number, Level> | null = null
  let num: Num | null = null
  let level: Level | null = null
  let overridden = 0
  walkXml(bytes, {
    text() {},
    open(name, attributes) {
      const value = attributes['w:val'] ?? ''
      if (name === 'w:abstractNum') {
        abstract = new Map()
        parts.abstracts.set(attributes['w:abstractNumId'] ?? '', abstract)
      }
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
      if (name === 'w:isLgl') level.isLegal = true
      if (name === 'w:pStyle') level.style = value
    },
    close(name) {
      if (name === 'w:abstractNum') abstract = null
      if (name === 'w:num') num = null
      if (name === 'w:lvl') level = null
    },
  })
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
