import type { DocFile } from './doc-file.ts'
import { numberOf, type Stretches } from './doc-properties.ts'

/** Gives the words between two places of the text as a reader sees them: no deletions, no codes of fields. */
export function visibleText(file: DocFile, runs: Stretches): (from: number, to: number) => string {
  const hidden = fieldCodes(file.text)
  return (from, to) => {
    let words = ''
    for (let at = from; at < to; ) {
      const stretch = runs.at(file.placeOf(at))
      const end = stretch ? endOf(file, { at, to, limit: stretch.to }) : at + 1
      const isDeleted = stretch !== null && isUnseen(stretch.properties)
      for (; at < end; at++) if (!isDeleted && hidden[at] !== 1) words += shown(file.text[at] ?? '')
    }
    return words
  }
}

/** How far one run goes on from here: its signs follow each other in the file. */
function endOf(file: DocFile, { at, to, limit }: { at: number; to: number; limit: number }): number {
  let end = at + 1
  while (end < to && file.placeOf(end) < limit && file.placeOf(end) > file.placeOf(end - 1)) end += 1
  return end
}

function isUnseen(properties: Parameters<typeof numberOf>[0]): boolean {
  return numberOf(properties, 0x0800) === 1 || numberOf(properties, 0x083c) === 1
}

/** A field is code, a divider and the result that is shown. */
function fieldCodes(text: string): Uint8Array {
  const hidden = new Uint8Array(text.length)
  let codes = 0
  const open: ('code' | 'result')[] = []
  for (let at = 0; at < text.length; at++) {
    const sign = text[at]
    if (sign === '\x13') {
      open.push('code')
      codes += 1
    }
    if (sign === '\x14' && open.at(-1) === 'code') {
      open[open.length - 1] = 'result'
      codes -= 1
    }
    if (sign === '\x15' && open.pop() === 'code') codes -= 1
    if (codes > 0) hidden[at] = 1
  }
  return hidden
}

const signs: Record<string, string> = { '\x0b': '\n', '\x1e': '-', '\t': '\t', '\x0e': '\n' }

function shown(sign: string): string {
  const written = signs[sign]
  if (written !== undefined) return written
  return sign < ' ' ? '' : sign
}
