import type { PartyClass } from '../../kernel/part.ts'
import { splitOutside } from './split-list.ts'

/** Short names that stand for a whole organisation or group of them, so that two side by side are two names. */
const commonShortNames = [
  'МОУО',
  'ШНОР',
  'ШНСУ',
  'РОО',
  'РУО',
  'УО',
  'ОО',
  'ОУ',
  'ММО',
  'РМО',
  'ШМО',
  'СРМО',
  'ММС',
  'РМК',
  'ИМЦ',
  'МКООД',
  'ЦНППМ',
  'РЦОКО',
  'ЧИРО',
  'ИРО',
]
const legalForms = [
  'МКОУ',
  'МБОУ',
  'МАОУ',
  'МОУ',
  'МОБУ',
  'МКУ',
  'МБУ',
  'МАУ',
  'МУ',
  'ГБУ',
  'ГАУ',
  'ГБОУ',
  'ГАОУ',
  'ГКОУ',
  'ФГБУ',
  'ФГБНУ',
  'АНО',
]

/** What an order calls whom: the short name by the full one, from «… (далее – ЦРО)» and «… (МОУО)». */
export type ShortNames = Map<string, string>

export function shortNamesIn(text: string): ShortNames {
  const found: ShortNames = new Map()
  for (const introduction of text.matchAll(/\s*\((?:далее\s*[-–—:]?\s*)?«?(\p{Lu}{2,10})»?\)/gu)) {
    const short = introduction[1] ?? ''
    const before = text.slice(Math.max(0, introduction.index - 200), introduction.index)
    const full = /[^().,;:«»\n]*(?:«[^»\n]{1,80}»)?$/u.exec(before)?.[0] ?? ''
    if (full.trim().length > 5 && !legalForms.includes(short)) found.set(stems(full).join(' '), short)
  }
  return found
}

/** The names that a cell gives, each whole; a full name that has a short one is given by it. */
export function namesIn(text: string, shortNames: ShortNames): string[] {
  const known = new Set([...commonShortNames, ...shortNames.values()])
  const separator = /[,;\n]\s*|\s*\/\s*(?=\p{Lu}{2})|\s+и\s+(?=\p{Lu}{2,}(?!\p{L}))/u
  const pieces = splitOutside(text, separator).flatMap((piece) => besides(piece, known))
  const names = joinedPositions(pieces).map((piece) => named(piece, shortNames))
  return [...new Set(names.filter((name) => /[\p{L}\d]/u.test(name)))]
}

/** «МОУО ШНОР» and «ГБУ ДПО «ЧИРО» МКОУ СОШ № 2» are two names each: only a space parts them. */
function besides(piece: string, known: Set<string>): string[] {
  const words = piece.split(' ')
  const names: string[] = []
  for (const [index, word] of words.entries()) {
    const last = words[index - 1] ?? ''
    const begins = known.has(word) || legalForms.includes(word)
    const isAfterWhole = known.has(names.at(-1) ?? '') || /[»"”]$/.test(last)
    if (index === 0 || (begins && isAfterWhole)) names.push(word)
    else names[names.length - 1] = `${names.at(-1) ?? ''} ${word}`
  }
  return names
}

/** «Иванова А.А., методист» is one person. */
function joinedPositions(pieces: string[]): string[] {
  const whole: string[] = []
  for (const piece of pieces) {
    const last = whole.at(-1)
    const isPosition = last !== undefined && /\p{Lu}\.\s?\p{Lu}\.$/u.test(last) && /^\p{Ll}/u.test(piece)
    if (isPosition) whole[whole.length - 1] = `${last}, ${piece}`
    else whole.push(piece)
  }
  return whole
}

function named(piece: string, shortNames: ShortNames): string {
  const own = /\((?:далее\s*[-–—:]?\s*)?«?(\p{Lu}{2,10})»?\)\s*$/u.exec(piece)?.[1]
  if (own !== undefined) return own
  const name = piece
    .replace(/\((?:по согласованию|далее[^()]*|\p{Lu}\p{Ll}+\s\p{Lu}\.\s?\p{Lu}\.)\)/giu, '')
    .replace(/[\s.,;:]+$/, (end) => (/\p{Lu}\.$/u.test(piece) ? '.' : end.replace(/[\s.,;:]+/, '')))
    .trim()
  const words = stems(name)
  if (words.length < 2) return name
  const match = [...shortNames].find(([full]) => full === words.join(' ') || full.endsWith(` ${words.join(' ')}`))
  return match?.[1] ?? name
}

/** Words without their endings, so that «Управления образования» is «Управление образования». */
function stems(text: string): string[] {
  return text
    .toLowerCase()
    .split(/[^\p{L}\d]+/u)
    .filter((word) => word.length > 1)
    .map((word) => word.slice(0, Math.max(4, word.length - 3)))
}

const institute =
  /(?<!\p{L})(ИРО|ЧИРО|РЦОКО|ЦОКО|ЦНППМ|ДПО|ГБУ|ГАУ|ГБОУ ВО|ФГБУ|ФИОКО)(?!\p{L})|институт|министерств|минобр|минпросвещ|университет|академи|региональн\p{L}+ (центр|координатор|оператор|методист)/iu
const school =
  /(?<!\p{L})(ШНОР|ШНСУ|СОШ|ООШ|НОШ|ОО|ОУ|МКОУ|МБОУ|МАОУ|МОУ|МОБУ)(?!\p{L})|школ|гимнази|лице[йея]|образовательн\p{L}+ (организац|учрежд)|управленческ\p{L}+ команд|педагог|учител|директора?(?!\p{L})|заместител\p{L}+ директор|классн\p{L}+ руководител/iu
const authority =
  /(?<!\p{L})(МОУО|УО|РОО|РУО|ММС|РМК|ИМЦ|ММО|РМО|МКУ|МУ)(?!\p{L})|управлени[еяю]|отдел|комитет|департамент|методист|муниципальн|специалист|координатор|начальник|методическ\p{L}+ (кабинет|служб|центр|объединен)|администраци/iu

/** Which of the three sides a name speaks of; null where we cannot tell. */
export function sideOf(name: string): PartyClass | null {
  if (institute.test(name)) return 'institute'
  if (/(?<!\p{L})(МКУ|МОУО)(?!\p{L})/u.test(name)) return 'authority'
  if (school.test(name)) return 'school'
  return authority.test(name) ? 'authority' : null
}
