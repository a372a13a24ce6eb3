import type { PdfLibrary } from './pdf-library.ts'
import type { Operators } from './pdf-strokes.ts'

/** What a page prints after the last letter of a piece: a space, a hyphen that only parts a word, or nothing. */
export type Ending = 'space' | 'hyphen' | 'nothing'

/** How far apart the same letters may stand in the two readings of a page. */
const farthest = 4000

/**
 * The library leaves out the space at the end of a printed line, but just this space tells whether a word is over. So
 * each text is looked for among the letters that the page draws; null where it is not found.
 */
export function endingsOf(texts: string[], operators: Operators, names: PdfLibrary['OPS']): (Ending | null)[] {
  const { letters, endings } = drawnLetters(operators, names)
  let from = 0
  return texts.map((text) => {
    const wanted = text.replace(/[\s\u00ad]/g, '')
    if (wanted === '') return null
    const at = letters.slice(from, from + wanted.length + farthest).indexOf(wanted)
    if (at < 0) return null
    from += at + wanted.length
    return endings[from - 1] ?? 'nothing'
  })
}

/** All drawn letters without spaces, and what follows each of them. */
function drawnLetters({ fnArray, argsArray }: Operators, names: PdfLibrary['OPS']) {
  let letters = ''
  const endings: Ending[] = []
  for (const [index, operator] of fnArray.entries()) {
    if (operator !== names.showText) continue
    const values: unknown = argsArray[index]
    for (const sign of signsIn(Array.isArray(values) ? values[0] : null)) {
      const ending: Ending = /^\s/.test(sign) ? 'space' : sign === '\u00ad' ? 'hyphen' : 'nothing'
      if (ending === 'nothing') letters += sign
      if (ending === 'nothing') for (let at = 0; at < sign.length; at++) endings.push('nothing')
      else if (endings.at(-1) === 'nothing') endings[endings.length - 1] = ending
    }
  }
  return { letters, endings }
}

function signsIn(glyphs: unknown): string[] {
  if (!Array.isArray(glyphs)) return []
  return glyphs.flatMap((glyph: unknown) => {
    if (typeof glyph !== 'object' || glyph === null || !('unicode' in glyph)) return []
    return typeof glyph.unicode === 'string' ? [glyph.unicode] : []
  })
}
