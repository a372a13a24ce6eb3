import type { Sense } from './period-words.ts'

export type WordToken = { is: 'word'; raw: string; text: string; sense: Sense | null; spaced: boolean }
export type NumberToken = { is: 'number'; raw: string; value: number; width: number; ordinal: boolean; spaced: boolean }
type MarkToken = { is: 'mark'; raw: string; text: Mark; spaced: boolean }
/** A date in figures; the day is null in «03.2024», the year in «15.03». */
export type DateToken = {
  is: 'date'
  raw: string
  day: number | null
  month: number
  year: number | null
  spaced: boolean
}
type TimeToken = { is: 'time'; raw: string; spaced: boolean }
export type Token = WordToken | NumberToken | MarkToken | DateToken | TimeToken
type Mark = ',' | ';' | '.' | '-' | '(' | ')' | ':' | '/' | '?'

/** Words, numbers and marks of a text, in its order; quotes, footnote stars and invisible signs are gone. */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = []
  let spaced = true
  for (const [raw] of tidy(text).matchAll(PIECE)) {
    const token = tokenOf(raw, spaced)
    if (token) tokens.push(token)
    spaced = token === null ? spaced || /\s/u.test(raw) : false
  }
  return tokens
}

/** «IVкв» is a number and a noun. */
const PIECE = /[IVX]+(?=(?:кв|чет|пол|дек|нед)\p{L}*)|\p{L}+|\p{Nd}+|\s+|[^\p{L}\p{Nd}\s]/gu
const FOOTNOTES = /[⁰¹²³⁴⁵⁶⁷⁸⁹]/gu
const INVISIBLE = /\p{Cf}|\p{M}/gu
const SILENT = /[«»"'“”„‘’`´*_†‡]/u

function tidy(text: string): string {
  return text.replace(FOOTNOTES, '').normalize('NFKC').replaceAll('...', '-').replace(INVISIBLE, '')
}

function tokenOf(raw: string, spaced: boolean): Token | null {
  if (/^\s/u.test(raw)) return null
  if (/^\p{L}/u.test(raw)) return { is: 'word', raw, text: cyrillic(raw), sense: null, spaced }
  if (/^[0-9]/.test(raw))
    return { is: 'number', raw, value: Number(raw.slice(0, 9)), width: raw.length, ordinal: false, spaced }
  if (SILENT.test(raw)) return null
  return { is: 'mark', raw, text: marks.get(raw) ?? '?', spaced }
}

const marks = new Map<string, Mark>()
for (const dash of '-‐‑‒–—―−⁃﹣－÷➖') marks.set(dash, '-')
for (const same of [',', ';', '.', ':', '/'] satisfies Mark[]) marks.set(same, same)
for (const open of '([{') marks.set(open, '(')
for (const close of ')]}') marks.set(close, ')')
for (const bar of '\\|') marks.set(bar, '/')
marks.set('&', ',')
marks.set('•', ';')
marks.set('·', ';')

const lookAlikes = new Map(
  [...'AА BВ CС EЕ HН KК MМ OО PР TТ XХ YУ aа cс eе oо pр xх yу kк mм tт bь nп uи rг hн iі'.split(' ')].map((pair) => [
    pair.slice(0, 1),
    pair.slice(1),
  ]),
)

/** Lower case with «е» for «ё»; Latin letters become the Cyrillic ones they are taken for. */
function cyrillic(raw: string): string {
  return [...raw]
    .map((letter) => lookAlikes.get(letter) ?? letter)
    .join('')
    .toLowerCase()
    .replaceAll('ё', 'е')
}
