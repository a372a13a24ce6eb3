import type { Ending } from './pdf-endings.ts'
import type { PrintHabit } from './pdf-habit.ts'

/** `hasOneHyphen`: the document draws a hyphen that only parts a word as it draws one of the word's own. */
type Printing = { texts: string[]; hasOneHyphen: boolean }

/**
 * Joins lines whose last word goes on in the next line. A hyphen stays, as in «научно-методический», unless the document
 * writes the word without one elsewhere; one that only parts the word goes, where the document tells it apart.
 */
export function wordJoiner({ texts, hasOneHyphen }: Printing): (text: string) => string {
  const known = new Set(texts.flatMap((text) => wordsIn(text)))
  const joinSoft = (start: string, end: string) => {
    const [one, other] = [start.toLowerCase(), end.toLowerCase()]
    const isOwn = known.has(`${one}-${other}`) || isCompound(one, other)
    return (hasOneHyphen && isOwn && !known.has(one + other)) || !/^\p{Ll}/u.test(end) || /\d$/.test(start)
  }
  return (text) =>
    joinedAtSoft(text, joinSoft).replace(/([\p{L}\d]+)-\n([\p{L}\d]+)/gu, (_, start: string, end: string) => {
      const whole = start + end
      return known.has(whole.toLowerCase()) ? whole : `${start}-${end}`
    })
}

/** Words of some length without the parts that a line parted. */
function wordsIn(text: string): string[] {
  const words = text.toLowerCase().match(/[\p{L}\d-]+\u00ad?/gu) ?? []
  return words
    .filter((word) => word.length > 3 && !word.endsWith('\u00ad'))
    .flatMap((word) => [word, ...word.split('-')])
}

/** `isOwn` is asked of the letters before and after each mark; one at the very end waits for the next line. */
function joinedAtSoft(text: string, isOwn: (start: string, end: string) => boolean): string {
  const [first = '', ...rest] = text.split(/\u00ad\s*(?=\S)/)
  return rest.reduce((whole, piece, at) => {
    const start = /[\p{L}\d]+$/u.exec(whole)?.[0] ?? ''
    const end = /^[\p{L}\d]+/u.exec([piece, ...rest.slice(at + 1)].join(''))?.[0] ?? ''
    return whole + (start !== '' && end !== '' && isOwn(start, end) ? '-' : '') + piece
  }, first)
}

/** Whether a word goes on in the next line. */
export function isBroken(line: string, next: string): boolean {
  if (/[\p{L}\d][-\u00ad]$/u.test(line) && /^\p{Ll}/u.test(next)) return true
  return /(\p{Lu}\p{Ll}+|\p{L}-\p{L}+)[-\u00ad]$/u.test(line) && /^\p{Lu}\p{Ll}/u.test(next)
}

/** Two words that office Russian writes with a hyphen: «научно-методический», «онлайн-семинар», «кто-либо». */
function isCompound(start: string, end: string): boolean {
  if (/^(либо|нибудь|таки)$/.test(end)) return true
  if (end.length < 4) return false
  return firstParts.test(start) || (start.length > 5 && end.length > 4 && stems.test(start))
}

const firstParts = /^(онлайн|офлайн|интернет|бизнес|веб|вице|экс|экспресс)$/
const stems = /(ическо|ично|[лст]ьно|ильно|чно|онно|енно|ивно|тивно|бно|дно|мно|[пт]но|рно|йно|жно|вно|ово|лого|дико)$/

/** A line of a cell, as wide as it was printed. */
export type PrintedLine = { text: string; left: number; right: number; size: number; ending: Ending | null }

/** `room` is how wide a line of the cell can be. */
type CellPrint = { room: number; habit: PrintHabit }

/** Joins the lines of a cell: a word that was broken, a line that only goes on, or a paragraph that ends. */
export function joinedLines(lines: PrintedLine[], print: CellPrint): string {
  const joints = lines.slice(1).map((line, at) => jointOf(lines[at] ?? line, line, print))
  const hasParagraphs = joints.includes('paragraph')
  return joints.reduce((text, joint, at) => {
    const next = lines[at + 1]?.text ?? ''
    // Where a full line leaves it open, a capital begins a paragraph only in a cell that has some already.
    const isNew = joint === 'open' && hasParagraphs && /^\p{Lu}/u.test(next)
    return joined(text, isNew ? 'paragraph' : joint, next)
  }, lines[0]?.text ?? '')
}

export function joined(text: string, joint: Joint, next: string): string {
  return text + signs[joint] + next
}

/** How two lines follow each other; `hyphen` is left to the joiner of words. */
export type Joint = 'word' | 'hyphen' | 'line' | 'open' | 'paragraph'

const signs: Record<Joint, string> = { word: '', hyphen: '\n', line: ' ', open: ' ', paragraph: '\n' }

export function jointOf(line: PrintedLine, next: PrintedLine, { room, habit }: CellPrint): Joint {
  const left = room - (line.right - line.left)
  if (line.ending === 'hyphen' || /^[»”).,;:!?]/.test(next.text)) return 'word'
  if (isBroken(line.text, next.text)) return 'hyphen'
  if (/\d[–-]$/.test(line.text) && /^\d/.test(next.text)) return 'word'
  if (isCutWord(line, next, { left, habit })) return 'word'
  if (habit.ends !== 'spaces' || line.ending === null) return needs(next, left) ? 'line' : 'paragraph'
  if (line.ending === 'space') return needs(next, left * 0.6) ? 'line' : 'paragraph'
  // A space that does not fit any more is not printed.
  return left < line.size * 0.35 && needs(next, left) ? 'open' : 'paragraph'
}

/** Whether the first word of the line needs more than what was left of the line above. */
function needs(line: PrintedLine, left: number): boolean {
  const word = /^\S*/.exec(line.text)?.[0].length ?? 0
  return ((word + 1) * (line.right - line.left)) / Math.max(line.text.length, 1) > left
}

type Left = { left: number; habit: PrintHabit }

/**
 * A word longer than its column is broken where the column ends, without a hyphen: it stands alone on its line, fills it
 * to the last letter, and no space follows it. Where a space would not have fitted either, the words must tell.
 */
function isCutWord(line: PrintedLine, next: PrintedLine, { left, habit }: Left): boolean {
  if (line.ending === 'space' || left > line.size * 0.85) return false
  if (/^\d[\d.]{3,}$/.test(line.text) && /^[\d.]/.test(next.text)) return true
  if (/^\p{Lu}{3,}$/u.test(line.text) && /^\p{Lu}(?!\p{L})/u.test(next.text)) return true
  if (!/^\S*\p{L}$/u.test(line.text) || !/^\p{Ll}/u.test(next.text)) return false
  const start = /\p{L}+$/u.exec(line.text)?.[0] ?? ''
  const end = /^\p{L}+/u.exec(next.text)?.[0] ?? ''
  const isSpaceMissing = habit.ends !== 'unknown' && line.ending === 'nothing' && left > line.size * 0.35
  if (isSpaceMissing && !habit.knows(end)) return true
  return habit.knows(start + end) || isStartOfWord(start) || isEndOfWord(end) || /[ое]му$/.test(start + end)
}

/** What no word ends with. */
function isStartOfWord(text: string): boolean {
  return /\p{L}{2}(ност|тел|ческ|ьн|нн|ци|вк|ани|овани|ировани)$/u.test(text)
}

/** What begins no word of its own: a letter or three that are no small word, or the usual endings. */
function isEndOfWord(text: string): boolean {
  if (text.length <= 3) return !smallWords.test(text)
  return wordEnds.test(text)
}

const smallWords =
  /^(в|и|к|о|с|у|во|до|за|из|их|ко|на|не|ни|об|он|от|по|со|его|или|как|без|для|над|под|при|про|год|три|два)$/u
const wordEnds =
  /^([ьъый]|(а|е|и)льн|еств(о|а|у|е|ом)$|енн|ативн|[уюаяи]ющ|н?ност|остью?$|ости$|(е|а)?ни(е|я|ю|и|ем|ям|ями|ях)$|(е|а)ний$|и?ч?еск(ого|ому|ой|ий|ие|их|им|ими|ая|ое|ую)$|ск(ого|ому|ий|ие|их|им|ими|ую)$|тел(ь|я|ю|и|ей|ям|ями|ем)$|тельн|льн(ый|ого|ому|ой|ых|ым|ыми|ая|ое|ые|ую)$|н(ого|ому|ыми|ную)$|а?ци(я|и|ю|й|ей|ям|ями|ях)$|ственн|ств(о|а|у|ом)$|ировани|ированн|(ы|и|а|я)ми$|(е|ю)тся$|и?(еся|хся|йся|мся)$|тик(а|и|е|у|ой)$)/u
