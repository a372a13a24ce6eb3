import type { PdfLibrary } from './pdf-library.ts'
import type { Operators } from './pdf-strokes.ts'

/** What a page prints after the last letter of a piece: a space, a hyphen that only parts a word, or nothing. */
export type Ending = 'space' | 'hyphen' | 'nothing'

/** A text as the page prints it; `hasSoft`: a hyphen inside it was drawn as one that only parts words. */
export type Printed = { text: string; ending: Ending | null; gap: string; hasSoft: boolean }

/** How far apart the same letters may stand in the two readings of a page. */
const farthest = 4000

/**
 * The library leaves out the space at the end of a printed line, but just this space tells whether a word is over; and it
 * leaves out soft hyphens, though what is drawn inside a line is no soft one. So each text is looked for among the
 * letters that the page draws; where it is not found it stays as it is.
 */
export function printedTexts(texts: string[], operators: Operators, names: PdfLibrary['OPS']): Printed[] {
  const { letters, gaps } = drawnLetters(operators, names)
  let from = 0
  return texts.map((text) => {
    const as = { text, ending: null, gap: '', hasSoft: false }
    const wanted = text.replace(/[\s\u00ad]/g, '')
    if (wanted === '') return as
    const at = letters.slice(from, from + wanted.length + farthest).indexOf(wanted)
    if (at < 0) return as
    const start = from + at
    from = start + wanted.length
    const whole = withHyphens(text, gaps.slice(start, from - 1))
    const gap = gaps[from - 1] ?? ''
    return { text: whole, ending: endingOf(gap), gap, hasSoft: whole !== text }
  })
}

function endingOf(gap: string): Ending {
  if (gap === '') return 'nothing'
  return gap.startsWith(SOFT) ? 'hyphen' : 'space'
}

const SOFT = '\u00ad'

/** `gaps`: what is drawn between the letters of the text. The room of a hyphen that was left out looks like a space. */
function withHyphens(text: string, gaps: readonly string[]): string {
  if (!gaps.some((gap) => gap.includes(SOFT))) return text
  let at = -1
  let before = ''
  let whole = ''
  for (const sign of text) {
    if (/[\s\u00ad]/.test(sign)) {
      if (!before.includes(SOFT)) whole += sign
      continue
    }
    whole += at >= 0 && before.includes(SOFT) ? before.replaceAll(SOFT, '-').replace(/\s+/g, ' ') + sign : sign
    at += sign.length
    before = gaps[at] ?? ''
  }
  return whole
}

/** All drawn letters without spaces, and what is drawn between each of them and the next. */
function drawnLetters({ fnArray, argsArray }: Operators, names: PdfLibrary['OPS']) {
  let letters = ''
  const gaps: string[] = []
  for (const [index, operator] of fnArray.entries()) {
    if (operator !== names.showText) continue
    const values: unknown = argsArray[index]
    for (const sign of signsIn(Array.isArray(values) ? values[0] : null)) {
      const isGap = sign === SOFT || /^\s/.test(sign)
      if (isGap && gaps.length > 0) gaps[gaps.length - 1] += sign
      if (isGap) continue
      letters += sign
      for (let count = 0; count < sign.length; count++) gaps.push('')
    }
  }
  return { letters, gaps }
}

function signsIn(glyphs: unknown): string[] {
  if (!Array.isArray(glyphs)) return []
  return glyphs.flatMap((glyph: unknown) => {
    if (typeof glyph !== 'object' || glyph === null || !('unicode' in glyph)) return []
    return typeof glyph.unicode === 'string' ? [glyph.unicode] : []
  })
}
