import type { Day } from '../../kernel/day.ts'
import { inOneLine } from '../../paper/paper.ts'
import type { ParsedBasis } from './order.ts'
import { basisOf } from './order-basis.ts'
import { dateIn, numberIn } from './written-date.ts'

/** What stands above «ПРИКАЗЫВАЮ». */
export type OrderHead = {
  number: string | null
  date: Day | null
  authority: string | null
  place: string | null
  title: string | null
  preamble: string
  basis: ParsedBasis[]
  /** The line with which the clauses begin. */
  clausesFrom: number
}

/** Reads the head of an order from its lines; null where nothing says that this is an order. */
export function orderHead(lines: string[]): OrderHead | null {
  const plain = lines.map(unspaced)
  const word = plain.findIndex((line) => /^(ПРИКАЗ|РАСПОРЯЖЕНИЕ|ПОСТАНОВЛЕНИЕ)(?!\p{L})/iu.test(line))
  const ruling = plain.findIndex((line) => rulingWord.test(line))
  if (word < 0 && ruling < 0) return null
  const end = ruling < 0 ? beforeClauses(plain, word) : ruling
  const start = word >= 0 && word < end ? word : 0
  const signs = lines.slice(start, end)
  const titleAt = titleStart(lines, start, end)
  const beforeTitle = lines.slice(start, titleAt ?? end)
  const dated = [...beforeTitle, ...signs].find((line) => dateIn(line) !== null)
  const numbered = [...beforeTitle, ...signs].find((line) => numberIn(line) !== null && !/приказом/i.test(line))
  const title = titleAt === null ? null : titleFrom(lines, titleAt, end)
  const preamble = inOneLine(
    [...lines.slice(title?.next ?? start + 1, end), beforeRuling(lines[ruling] ?? '')].join(' '),
  )

  return {
    number: numbered === undefined ? null : numberIn(numbered),
    date: dated === undefined ? null : dateIn(dated),
    authority: authorityOf(lines.slice(0, word >= 0 && word < end ? word : 0)),
    place: placeIn(beforeTitle) ?? placeIn(lines.slice(0, start)),
    title: title?.text ?? null,
    preamble,
    basis: basisOf(preamble),
    clausesFrom: end,
  }
}

/** An order may rule without a word for it: «В целях подготовки:», then its clauses. */
function beforeClauses(lines: string[], word: number): number {
  const first = lines.findIndex((line, at) => at > word && /^1\.\s*\p{Lu}/u.test(line))
  const isSecond = lines.some((line, at) => at > first && /^2\.\s*\p{Lu}/u.test(line))
  const preamble = lines.findLastIndex((line, at) => at < first && line !== '')
  return first > 0 && isSecond && preambleStart.test(lines[preamble] ?? '') ? preamble : lines.length
}

export const rulingWord = /(приказываю|обязываю|постановляю|распоряжаюсь|предлагаю|приказывает)\s*:?/i

const preambleStart =
  /^(в соответствии|на основании|во исполнение|в целях|с целью|руководствуясь|согласно|в связи|в рамках|для (организации|обеспечения)|по итогам|по результатам|учитывая)(?!\p{L})/iu

/** «П Р И К А З» is «ПРИКАЗ». */
export function unspaced(line: string): string {
  const isSpaced = /^(\p{L}\s){3,}\p{L}\s*:?$/u.test(line.trim())
  return isSpaced ? line.replace(/\s+/g, '') : line.trim()
}

function authorityOf(lines: string[]): string | null {
  const name = lines
    .map(inOneLine)
    .filter((line) => /\p{L}/u.test(line) && !isAddress(line) && !/^российская федерация$/i.test(line))
  return name.length === 0 ? null : inOneLine(name.join(' '))
}

function isAddress(line: string): boolean {
  return /тел\.|факс|e-?mail|@|ИНН|ОГРН|https?:|(?<!\p{L})(ул|пр|пер)\.|\d{6}/iu.test(line)
}

function placeIn(lines: string[]): string | null {
  const settlement =
    /(?:^|\s)((?:г|с|п|пос|пгт|рп|р\.\s?п|д|ст|х|город|село|посёлок|поселок|деревня|станица)\.?\s*\p{Lu}[\p{Ll}-]+(?:[\s-]\p{Lu}[\p{Ll}-]+)*)(?=\s*(?:$|№|\t))/u
  const found = lines.map((line) => settlement.exec(line)?.[1]).find((place) => place !== undefined)
  return found === undefined ? null : inOneLine(found)
}

function titleStart(lines: string[], start: number, end: number): number | null {
  for (let at = start + 1; at < end; at++) {
    const line = lines[at]?.trim() ?? ''
    if (preambleStart.test(line)) return null
    if (/^[«"]?(О|Об|Обо)\s+\p{L}/u.test(line)) return at
  }
  return null
}

/** The title runs over short lines until a blank one or the first words of the preamble. */
function titleFrom(lines: string[], start: number, end: number): { text: string; next: number } {
  let next = start + 1
  while (next < end && goesOn(lines[next]?.trim() ?? '')) next += 1
  return { text: inOneLine(lines.slice(start, next).join(' ')), next }
}

function goesOn(line: string): boolean {
  return line !== '' && !preambleStart.test(line) && !/^(г|с|п|пгт)\.\s?\p{Lu}/u.test(line)
}

function beforeRuling(line: string): string {
  return line.replace(/(п\s*р\s*и\s*к\s*а\s*з\s*ы\s*в\s*а\s*ю|обязываю|постановляю|распоряжаюсь).*$/isu, '')
}
