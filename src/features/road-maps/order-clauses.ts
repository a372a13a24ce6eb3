import { inOneLine } from '../../paper/paper.ts'
import type { ParsedClause } from './order.ts'
import { rulingWord, unspaced } from './order-head.ts'
import { splitOutside } from './split-list.ts'

/** The clauses, and the lines that follow them (signature, then annexes). */
export type OrderBody = { clauses: ParsedClause[]; rest: string[] }

export function orderClauses(lines: string[], from: number): OrderBody {
  const ruling = unspaced(lines[from] ?? '')
  const ordered = rulingWord.test(ruling) ? (ruling.split(rulingWord).at(-1) ?? '') : ''
  const body = [ordered, ...lines.slice(from + 1)].map(inOneLine)
  const found: OpenClause[] = []
  const end = body.findIndex((line, at) => {
    const isEnd = beginsAnnex(line) || (isFinished(found.at(-1)) && beginsSignature(body, at))
    if (!isEnd && line !== '') addLine(found, line)
    return isEnd
  })
  const clauses = found.map(({ number, lines: words }) => ({ number, text: words.join(' ') }))
  return { clauses, rest: end < 0 ? [] : body.slice(end) }
}

type OpenClause = { number: string; lines: string[] }

const signer =
  /^(Начальник|Руководитель|Директор|Глава|(Первый )?[Зз]аместитель|И\.?\s?о|Исполняющ\p{L}+|Врио|Председатель|Заведующ(ий|ая)|Министр|Ректор)(?!\p{L})/u
/** «Иванова А.А.», «А.А. Иванова», «Иванову Анну Андреевну». */
export const personName =
  /\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?\s+\p{Lu}\.\s?\p{Lu}\.|\p{Lu}\.\s?\p{Lu}\.\s?\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?|\p{Lu}\p{Ll}+\s+\p{Lu}\p{Ll}+\s+\p{Lu}\p{Ll}+(?:ич|ича|ичу|ичем|вна|вну|вне|вны|вной|чна|чну|чне)(?!\p{L})/u

export function beginsSignature(lines: string[], at: number): boolean {
  return signer.test(lines[at] ?? '') && lines.slice(at, at + 12).some((line) => personName.test(line))
}

function beginsAnnex(line: string): boolean {
  return /^(Приложение|Утвержд[её]н[аоы]?|УТВЕРЖД[ЕЁ]Н|С приказом ознакомлен|Исп\.|Исполнитель:|Согласовано|Дорожная карта$|ДОРОЖНАЯ КАРТА)/u.test(
    line,
  )
}

function isFinished(clause: OpenClause | undefined): boolean {
  return clause !== undefined && !/[,;:–-]$/.test(clause.lines.at(-1) ?? '')
}

function addLine(found: OpenClause[], line: string): void {
  const [, number, text] = /^(\d{1,2}(?:\.\d{1,2})*)[.)]?\s*(\p{L}.*|[«"].*)$/u.exec(line) ?? []
  const last = found.at(-1)
  if (number !== undefined && text !== undefined && follows(number, last?.number)) {
    found.push({ number, lines: [text] })
    return
  }
  if (last) last.lines.push(line)
  else found.push({ number: '1', lines: [line] })
}

/** «2024 году» at the start of a wrapped line is no clause: numbers grow one by one, or go a level down. */
function follows(number: string, previous: string | undefined): boolean {
  const [top = 0] = number.split('.').map(Number)
  if (previous === undefined) return top <= 1
  const [before = 0] = previous.split('.').map(Number)
  return number.includes('.') ? top === before || top === before + 1 : top === before + 1
}

const school =
  /(?<!\p{L})(МКОУ|МБОУ|МАОУ|МОУ|МБУ|МКУ|МАУ|МОБУ|ГБОУ|ГКОУ|СОШ|ООШ|НОШ|филиал)(?!\p{L})|школ[аыуе](?!\p{L})|гимнази|лице[йея]|школ\p{L}*-интернат/iu
const verb = /(?<=\s)\p{Ll}+(?:ть|ти|чь)(?:ся)?(?!\p{L})/u

/** The schools that a clause names, each in the order's own words. */
export function participantsIn(clauses: ParsedClause[]): string[] {
  for (const [index, clause] of clauses.entries()) {
    if (!/руководител|директор|заведующ|участник|перечень|школам|организаци/i.test(clause.text)) continue
    const names = schoolNames(withSubclauses(clauses, index))
    if (names.length > 0) return names
  }
  return []
}

function withSubclauses(clauses: ParsedClause[], index: number): string {
  const clause = clauses[index]
  if (!clause) return ''
  const inner = clauses.slice(index + 1).filter(({ number }) => number.startsWith(`${clause.number}.`))
  return /:$/.test(clause.text) ? [clause.text, ...inner.map(({ text }) => text)].join('; ') : clause.text
}

export function schoolNames(text: string): string[] {
  const addressed = /(?:руководител\p{L}+|директор\p{L}+)[^:«»]{0,120}:\s*(.*)$/isu.exec(text)?.[1]
  const named = addressed ?? text.replace(/^.*?(?:руководител\p{L}+|директор\p{L}+)\s+/isu, '')
  const colon = /:\s+/.exec(named)
  const list = addressed === undefined && colon ? named.slice(colon.index + 1) : named
  const pieces = splitOutside(list, /[,;]\s*|\s+[-–—•]\s+|\s+и\s+(?=(?:МКОУ|МБОУ|МАОУ|МОУ|МОБУ|СОШ|ООШ|филиал))/u)
  return pieces.map(schoolName).filter((name) => name !== null)
}

function schoolName(piece: string): string | null {
  const name = (piece.split(verb)[0] ?? '')
    .replace(/\((?!филиал)[^()]*\)/giu, ' ')
    .replace(/^[-–—•\d.)\s]+(?=\p{L})/u, '')
    .replace(/[\s.:]+$/, '')
  const isName =
    school.test(name) &&
    /[№«"\d]|\p{Lu}\p{Ll}+/u.test(name) &&
    name.length < 160 &&
    !verb.test(` ${piece.split(' ')[0]} `)
  return isName ? inOneLine(name) : null
}
