/** A stretch of words that stands in both texts, or in one of them. */
export type MarkedWords = { kind: 'same' | 'added' | 'removed'; text: string }

/** Texts longer than this are shown whole, one beside the other: a table of so many words is not worth its time. */
const MOST_WORDS = 600

/**
 * The two texts as one, word by word: what is gone, what is new, what stays. The `same` and `removed` pieces joined are
 * the text before, the `same` and `added` pieces the text after, spaces included.
 */
export function markWords(before: string, after: string): MarkedWords[] {
  const [left, right] = [wordsOf(before), wordsOf(after)]
  if (left.length > MOST_WORDS || right.length > MOST_WORDS) return whole(before, after)
  const common = longestCommon(left, right)
  const pieces: MarkedWords[] = []
  let [at, beside] = [0, 0]
  while (at < left.length || beside < right.length) {
    if (at < left.length && beside < right.length && left[at] === right[beside]) {
      put(pieces, 'same', left[at])
      at += 1
      beside += 1
    } else if (
      beside >= right.length ||
      (at < left.length && lengthAt(common, at + 1, beside) >= lengthAt(common, at, beside + 1))
    ) {
      put(pieces, 'removed', left[at])
      at += 1
    } else {
      put(pieces, 'added', right[beside])
      beside += 1
    }
  }
  return pieces
}

function whole(before: string, after: string): MarkedWords[] {
  if (before === after) return before === '' ? [] : [{ kind: 'same', text: before }]
  const removed: MarkedWords[] = before === '' ? [] : [{ kind: 'removed', text: before }]
  return after === '' ? removed : [...removed, { kind: 'added', text: after }]
}

/** Words with the space that follows them, so that the pieces joined are the text itself. */
function wordsOf(text: string): string[] {
  return text.match(/\s*\S+|\s+$/gu) ?? []
}

/** How many words the two ends of the texts have in common, from each pair of places on. */
function longestCommon(left: readonly string[], right: readonly string[]): number[][] {
  const table = Array.from({ length: left.length + 1 }, () => new Array<number>(right.length + 1).fill(0))
  for (let at = left.length - 1; at >= 0; at -= 1) {
    for (let beside = right.length - 1; beside >= 0; beside -= 1) {
      const row = table[at]
      if (!row) continue
      row[beside] =
        left[at] === right[beside]
          ? lengthAt(table, at + 1, beside + 1) + 1
          : Math.max(lengthAt(table, at + 1, beside), lengthAt(table, at, beside + 1))
    }
  }
  return table
}

function lengthAt(table: readonly number[][], at: number, beside: number): number {
  return table[at]?.[beside] ?? 0
}

function put(pieces: MarkedWords[], kind: MarkedWords['kind'], text = ''): void {
  const last = pieces.at(-1)
  if (last?.kind === kind) last.text += text
  else pieces.push({ kind, text })
}
