import { walkXml } from './xml.ts'

/** Counts the automatic numbers of one document, paragraph after paragraph, as the office program shows them. */
export type Numbering = { next(paragraph: NumberedParagraph): string }

type NumberedParagraph = { style: string | null; numId: string | null; level: number | null }

type Level = { start: number; format: string; text: string; isLegal: boolean; style: string | null }
type Num = { abstractId: string; overrides: Map<number, number>; levels: Map<number, Level> }
type Style = { basedOn: string | null; numId: string | null; level: number | null }

type Parts = { abstracts: Map<string, Map<number, Level>>; nums: Map<string, Num>; styles: Map<string, Style> }

export function openNumbering(numbering: Uint8Array | null, styles: Uint8Array | null): Numbering {
  const parts: Parts = { abstracts: new Map(), nums: new Map(), styles: new Map() }
  if (numbering) readNumbering(numbering, parts)
  if (styles) readStyles(styles, parts)
  const counters = new Map<string, number[]>()
  const begun = new Set<string>()

  return {
    next(paragraph) {
      const place = placeOf(paragraph, parts)
      const num = place && parts.nums.get(place.numId)
      if (!place || !num) return ''
      const levels = new Map([...(parts.abstracts.get(num.abstractId) ?? []), ...num.levels])
      const count = countersOf(num, counters)
      if (!begun.has(place.numId)) {
        begun.add(place.numId)
        for (const [level, start] of num.overrides) count[level] = start - 1
      }
      count[place.level] = (count[place.level] ?? (levels.get(place.level)?.start ?? 1) - 1) + 1
      count.length = place.level + 1
      return shown(levels, place.level, count)
    },
  }
}

function countersOf(num: Num, counters: Map<string, number[]>): number[] {
  const count = counters.get(num.abstractId) ?? []
  counters.set(num.abstractId, count)
  return count
}

/** A paragraph's own number wins over its style's; `0` takes the style's number away. */
function placeOf(paragraph: NumberedParagraph, parts: Parts): { numId: string; level: number } | null {
  const own = paragraph.numId
  const styled = own === null ? styleNumber(paragraph.style, parts) : null
  const numId = own ?? styled?.numId ?? null
  if (numId === null || numId === '0') return null
  const level = paragraph.level ?? styled?.level ?? levelOfStyle(numId, paragraph.style, parts) ?? 0
  return { numId, level: Math.min(Math.max(level, 0), 8) }
}

function styleNumber(id: string | null, parts: Parts): { numId: string; level: number | null } | null {
  let style = id === null ? undefined : parts.styles.get(id)
  for (let steps = 0; style && steps < 20; steps++) {
    if (style.numId !== null) return { numId: style.numId, level: style.level }
    style = style.basedOn === null ? undefined : parts.styles.get(style.basedOn)
  }
  return null
}

function levelOfStyle(numId: string, style: string | null, parts: Parts): number | null {
  const levels = parts.abstracts.get(parts.nums.get(numId)?.abstractId ?? '') ?? new Map<number, Level>()
  for (const [index, level] of levels) if (style !== null && level.style === style) return index
  return null
}

function shown(levels: Map<number, Level>, at: number, count: number[]): string {
  const level = levels.get(at)
  if (!level || level.format === 'bullet' || level.format === 'none') return ''
  return level.text.replace(/%(\d)/g, (_, digit: string) => {
    const index = Number(digit) - 1
    const part = levels.get(index)
    return formatted(count[index] ?? part?.start ?? 1, level.isLegal ? 'decimal' : (part?.format ?? 'decimal'))
  })
}

const russianLetters = 'абвгдежзиклмнопрстуфхцчшщэюя'
const latinLetters = 'abcdefghijklmnopqrstuvwxyz'

function formatted(value: number, format: string): string {
  if (format === 'lowerRoman') return roman(value).toLowerCase()
  if (format === 'upperRoman') return roman(value)
  if (format === 'russianLower') return letter(value, russianLetters)
  if (format === 'russianUpper') return letter(value, russianLetters).toUpperCase()
  if (format === 'lowerLetter') return letter(value, latinLetters)
  if (format === 'upperLetter') return letter(value, latinLetters).toUpperCase()
  if (format === 'decimalZero') return String(value).padStart(2, '0')
  return String(value)
}

/** After the last letter an office program doubles it: я, аа, бб. */
function letter(value: number, alphabet: string): string {
  const index = Math.max(value - 1, 0)
  return (alphabet[index % alphabet.length] ?? '').repeat(Math.min(Math.floor(index / alphabet.length) + 1, 20))
}

function roman(value: number): string {
  const signs: [number, string][] = [
    [1000, 'M'],
    [900, 'CM'],
    [500, 'D'],
    [400, 'CD'],
    [100, 'C'],
    [90, 'XC'],
    [50, 'L'],
    [40, 'XL'],
    [10, 'X'],
    [9, 'IX'],
    [5, 'V'],
    [4, 'IV'],
    [1, 'I'],
  ]
  let left = Math.min(Math.max(value, 0), 3999)
  let text = ''
  for (const [worth, sign] of signs) {
    for (; left >= worth; left -= worth) text += sign
  }
  return text
}

function readNumbering(bytes: Uint8Array, parts: Parts): void {
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

function readStyles(bytes: Uint8Array, parts: Parts): void {
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
