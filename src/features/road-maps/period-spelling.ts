import type { Token, WordToken } from './period-tokens.ts'
import { mendableWords, senseOf } from './period-words.ts'

/** The same tokens with every word's sense: broken words joined, glued ones parted, slips of the pen mended and named in `slips`. */
export function spell(tokens: Token[]): { tokens: Token[]; slips: string[] } {
  const spelt: Token[] = []
  const slips: string[] = []
  for (let at = 0; at < tokens.length; ) {
    const token = tokens[at]
    if (token?.is !== 'word') {
      if (token) spelt.push(token)
      at += 1
      continue
    }
    const joined = joinedAt(tokens, at)
    if (joined) {
      spelt.push(joined.word)
      at = joined.next
      continue
    }
    const mended = mendedWords(token)
    if (mended.slip) slips.push(mended.slip)
    spelt.push(...mended.words)
    at += 1
  }
  return { tokens: spelt, slips }
}

const MOST_PIECES = 4
const LONGEST_WORD = 24

/** «Фев раль», «сентя- брь»: pieces of which at least one means nothing alone. */
function joinedAt(tokens: Token[], at: number): { word: WordToken; next: number } | null {
  const first = tokens[at]
  if (first?.is !== 'word') return null
  let found: { word: WordToken; next: number } | null = null
  let text = first.text
  let raw = first.raw
  let allKnown = senseOf(first.text) !== null
  let next = at + 1
  for (let pieces = 2; pieces <= MOST_PIECES; pieces += 1) {
    const dash = tokens[next]
    const isDash = dash?.is === 'mark' && dash.text === '-' && !dash.spaced
    const piece = tokens[isDash ? next + 1 : next]
    if (piece?.is !== 'word') break
    text += piece.text
    raw += piece.raw
    allKnown &&= senseOf(piece.text) !== null
    next += isDash ? 2 : 1
    if (text.length > LONGEST_WORD) break
    const sense = senseOf(text)
    if (sense && !allKnown) found = { word: { ...first, raw, text, sense }, next }
  }
  return found
}

function mendedWords(word: WordToken): { words: WordToken[]; slip: string | null } {
  const sense = senseOf(word.text)
  if (sense) return { words: [{ ...word, sense }], slip: null }
  const parts = partsOf(word.text)
  if (parts) {
    const words = parts.map((text, index) => ({
      ...word,
      raw: text,
      text,
      sense: senseOf(text),
      spaced: index > 0 || word.spaced,
    }))
    return { words, slip: null }
  }
  const meant = nearest(word.text)
  if (!meant) return { words: [word], slip: null }
  return { words: [{ ...word, text: meant, sense: senseOf(meant) }], slip: `«${word.raw}» — «${meant}»` }
}

const smallWords = new Set(['в', 'с', 'до', 'по', 'на', 'к', 'от', 'не'])

/** «втечениегода» → в, течение, года; null when some letters would be left over. */
function partsOf(text: string): string[] | null {
  if (text.length < 4 || text.length > LONGEST_WORD * 2) return null
  const best: (string[] | null)[] = [[]]
  for (let end = 1; end <= text.length; end += 1) {
    best[end] = null
    for (let start = Math.max(0, end - LONGEST_WORD); start < end; start += 1) {
      const before = best[start]
      const piece = text.slice(start, end)
      if (!before || !isPiece(piece) || (best[end]?.length ?? 99) <= before.length + 1) continue
      best[end] = [...before, piece]
    }
  }
  const parts = best[text.length] ?? null
  return parts?.some((part) => part.length > 2) ? parts : null
}

function isPiece(piece: string): boolean {
  return smallWords.has(piece) || (piece.length > 2 && senseOf(piece) !== null)
}

/** The one known word that differs by a single letter, if its meaning is the only one so near. */
function nearest(text: string): string | null {
  if (text.length < 6 || text.length > LONGEST_WORD) return null
  const near = new Set<string>()
  for (const key of [text, ...withoutOneLetter(text)]) for (const word of byDeletion.get(key) ?? []) near.add(word)
  const meant = [...near].filter((word) => isOneSlip(word, text))
  const meanings = new Set(meant.map((word) => JSON.stringify({ ...senseOf(word), genitive: null })))
  return meanings.size === 1 ? (meant[0] ?? null) : null
}

const byDeletion = new Map<string, string[]>()
for (const word of mendableWords()) {
  for (const key of [word, ...withoutOneLetter(word)]) byDeletion.set(key, [...(byDeletion.get(key) ?? []), word])
}

function withoutOneLetter(text: string): string[] {
  return [...text].map((_, index) => text.slice(0, index) + text.slice(index + 1))
}

/** One letter too many, missing, wrong, or two neighbours swapped. */
function isOneSlip(word: string, text: string): boolean {
  let start = 0
  while (start < word.length && word[start] === text[start]) start += 1
  let end = 0
  while (end < Math.min(word.length, text.length) - start && word.at(-1 - end) === text.at(-1 - end)) end += 1
  const left = word.slice(start, word.length - end)
  const other = text.slice(start, text.length - end)
  if (left.length <= 1 && other.length <= 1) return true
  return left.length === 2 && other.length === 2 && left === [...other].reverse().join('')
}
