import type { PdfPage, TextItem } from './pdf-page.ts'

/** How the program that printed a document ends its lines, and which words are known to be whole. */
export type PrintHabit = {
  /** `spaces`: where a line only goes on, its space is printed. `marks`: the end of a paragraph leaves a space as well. */
  ends: 'unknown' | 'spaces' | 'marks'
  knows(word: string): boolean
}

export function habitOf(pages: Pick<PdfPage, 'items'>[]): PrintHabit {
  const goesOn = { spaces: 0, all: 0 }
  const isLast = { spaces: 0, all: 0 }
  const words = new Set<string>()
  for (const { items } of pages) {
    const filled = items.filter(({ text }) => text.trim() !== '')
    for (const [index, item] of filled.entries()) {
      learnWords(item, words)
      const next = filled[index + 1]
      if (next && Math.abs(next.y - item.y) < 1) continue
      const count = next && standsBelow(item, next) ? goesOn : isLast
      count.all += 1
      if (item.ending === 'space') count.spaces += 1
    }
  }
  const areSpacesPrinted = goesOn.spaces > goesOn.all * 0.12
  const areEndsMarked = isLast.spaces > isLast.all * 0.6
  return {
    ends: areSpacesPrinted ? (areEndsMarked ? 'marks' : 'spaces') : 'unknown',
    knows: (word) => words.has(word.toLowerCase()),
  }
}

function standsBelow(item: TextItem, next: TextItem): boolean {
  const step = (next.y - item.y) / Math.max(item.size, 1)
  return step > 0.7 && step < 1.9 && next.x < item.x + item.width && item.x < next.x + next.width
}

/** Words inside a line are whole; its first and last may be parts of words that a narrow column broke. */
function learnWords({ text, ending }: TextItem, words: Set<string>): void {
  const found =
    text
      .replace(/\u00ad$/, '')
      .toLowerCase()
      .match(/\p{L}+|[^\p{L}\s]+/gu) ?? []
  const whole = found.slice(1, ending === 'space' ? undefined : -1)
  for (const word of whole) if (/\p{L}/u.test(word)) words.add(word)
}
