/** Counts the automatic numbers of one document, paragraph after paragraph, as the office program shows them. */
export type Numbering = {
  next(paragraph: NumberedParagraph): string
  /** The next number of this level is `start`. */
  restart(place: { numId: string; level: number; start: number }): void
}

export type NumberedParagraph = { style: string | null; numId: string | null; level: number | null }

export type Level = {
  start: number
  format: string
  text: string
  isLegal: boolean
  style: string | null
  /** Counts through, whatever stands on the levels above it. */
  goesOn?: boolean
}
export type Num = { abstractId: string; overrides: Map<number, number>; levels: Map<number, Level> }
export type Style = { basedOn: string | null; numId: string | null; level: number | null }

/** The lists of a document, whatever its format: a `num` counts by the levels of its `abstract`, and shares its counters. */
export type Lists = { abstracts: Map<string, Map<number, Level>>; nums: Map<string, Num>; styles: Map<string, Style> }

export function noLists(): Lists {
  return { abstracts: new Map(), nums: new Map(), styles: new Map() }
}

export function countNumbers(parts: Lists): Numbering {
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
      for (let deeper = place.level + 1; deeper < count.length; deeper++)
        if (levels.get(deeper)?.goesOn !== true) delete count[deeper]
      return shown(levels, place.level, count)
    },
    restart({ numId, level, start }) {
      const num = parts.nums.get(numId)
      if (num) countersOf(num, counters)[level] = start - 1
    },
  }
}

function countersOf(num: Num, counters: Map<string, number[]>): number[] {
  const count = counters.get(num.abstractId) ?? []
  counters.set(num.abstractId, count)
  return count
}

/** A paragraph's own number wins over its style's; `0` takes the style's number away. */
function placeOf(paragraph: NumberedParagraph, parts: Lists): { numId: string; level: number } | null {
  const own = paragraph.numId
  const styled = own === null ? styleNumber(paragraph.style, parts) : null
  const numId = own ?? styled?.numId ?? null
  if (numId === null || numId === '0') return null
  const level = paragraph.level ?? styled?.level ?? levelOfStyle(numId, paragraph.style, parts) ?? 0
  return { numId, level: Math.min(Math.max(level, 0), 8) }
}

function styleNumber(id: string | null, parts: Lists): { numId: string; level: number | null } | null {
  let style = id === null ? undefined : parts.styles.get(id)
  for (let steps = 0; style && steps < 20; steps++) {
    if (style.numId !== null) return { numId: style.numId, level: style.level }
    style = style.basedOn === null ? undefined : parts.styles.get(style.basedOn)
  }
  return null
}

function levelOfStyle(numId: string, style: string | null, parts: Lists): number | null {
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
