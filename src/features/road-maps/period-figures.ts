import type { DateToken, NumberToken, Token } from './period-tokens.ts'

/** The same tokens with figures read: «15.06.24» a date, «10-00» an hour, «1-й» an ordinal, «II» a number. */
export function readFigures(tokens: Token[]): Token[] {
  const read: Token[] = []
  for (let at = 0; at < tokens.length; ) {
    const found =
      roman(tokens, at) ??
      isoDate(tokens, at) ??
      isoMonth(tokens, at) ??
      hour(tokens, at, read) ??
      fullDate(tokens, at) ??
      shortDate(tokens, at)
    const figure = found ?? ordinal(tokens, at)
    const token = tokens[at]
    if (figure) read.push(figure.token)
    if (!figure && token) read.push(token)
    at = figure?.next ?? at + 1
  }
  return read
}

type Figure = { token: Token; next: number } | null

/** The full year of «24» in a date. */
function fullYear(value: number, width: number): number {
  if (width !== 2) return value
  return value < 70 ? 2000 + value : 1900 + value
}

export function isYear(token: Token | undefined): boolean {
  return token?.is === 'number' && token.width === 4 && token.value >= 1900 && token.value <= 2099
}

export function isMark(token: Token | undefined, text: string): boolean {
  return token?.is === 'mark' && token.text === text
}

function numberAt(tokens: Token[], at: number, widths: number[]): NumberToken | null {
  const token = tokens[at]
  return token?.is === 'number' && widths.includes(token.width) ? token : null
}

function glued(token: Token | undefined): boolean {
  return token?.spaced === false
}

function dateToken(
  tokens: Token[],
  at: number,
  next: number,
  parts: Pick<DateToken, 'day' | 'month' | 'year'>,
): Figure {
  const raw = rawOf(tokens.slice(at, next))
  return { token: { is: 'date', raw, ...parts, spaced: tokens[at]?.spaced ?? true }, next }
}

export function rawOf(tokens: Token[]): string {
  return tokens.map((token, index) => (token.spaced && index > 0 ? ` ${token.raw}` : token.raw)).join('')
}

/** 2024-05-15, 2024.05.15 */
function isoDate(tokens: Token[], at: number): Figure {
  const [year, month, day] = [tokens[at], numberAt(tokens, at + 2, [1, 2]), numberAt(tokens, at + 4, [1, 2])]
  if (
    year?.is !== 'number' ||
    !isYear(year) ||
    !month ||
    !day ||
    !glued(tokens[at + 1]) ||
    !glued(month) ||
    !glued(day)
  )
    return null
  const sameMarks = ['-', '.', '/'].some((text) => isMark(tokens[at + 1], text) && isMark(tokens[at + 3], text))
  return sameMarks ? dateToken(tokens, at, at + 5, { day: day.value, month: month.value, year: year.value }) : null
}

/** 15.06.2024, 15.06.24, 15/06/2024, 15-06-2024, 15,06,2024, 15.VI.2024 */
function fullDate(tokens: Token[], at: number): Figure {
  const day = numberAt(tokens, at, [1, 2])
  const month = numberAt(tokens, at + 2, [1, 2]) ?? romanMonth(tokens[at + 2]) ?? monthWord(tokens[at + 2])
  const year = numberAt(tokens, at + 4, [2, 4])
  if (!day || !month || !year || (year.width === 4 && !isYear(year))) return null
  const parts = { day: day.value, month: month.value, year: fullYear(year.value, year.width) }
  const isTight = [1, 2, 3, 4].every((step) => glued(tokens[at + step]))
  const dotted = isMark(tokens[at + 1], '.') && isMark(tokens[at + 3], '.')
  if (dotted && year.width === 4) return dateToken(tokens, at, at + 5, parts)
  if (dotted) return glued(year) && !goesOn(tokens, at + 5) ? dateToken(tokens, at, at + 5, parts) : null
  const sameMarks = ['/', '-', ','].some((text) => isMark(tokens[at + 1], text) && isMark(tokens[at + 3], text))
  const isFigured = year.width === 4 || isMark(tokens[at + 1], '/')
  if (!sameMarks || !isTight || !isFigured || month.width !== 2) return null
  return dateToken(tokens, at, at + 5, parts)
}

/** In «15.06.15.08.2011» the second 15 is a day, not a year. */
function goesOn(tokens: Token[], at: number): boolean {
  return isMark(tokens[at], '.') && glued(tokens[at]) && glued(tokens[at + 1]) && tokens[at + 1]?.is === 'number'
}

/** The month of «12-мар-2024». */
function monthWord(token: Token | undefined): NumberToken | null {
  if (token?.is !== 'word' || token.sense?.is !== 'month' || token.spaced) return null
  return { is: 'number', raw: token.raw, value: token.sense.month, width: 2, ordinal: true, spaced: false }
}

/** 2024-03; «2011-12» may be two years, and is left to them. */
function isoMonth(tokens: Token[], at: number): Figure {
  const [year, month] = [tokens[at], numberAt(tokens, at + 2, [2])]
  if (year?.is !== 'number' || !isYear(year) || !month || !isMark(tokens[at + 1], '-')) return null
  const isTwoYears = month.value === (year.value + 1) % 100 || month.value > 12 || month.value === 0
  if (isTwoYears || !glued(tokens[at + 1]) || !glued(month) || tokens[at + 3]?.is === 'word') return null
  return dateToken(tokens, at, at + 3, { day: null, month: month.value, year: year.value })
}

/** 15.06, 06.2024, 06/2024 */
function shortDate(tokens: Token[], at: number): Figure {
  const [left, right] = [numberAt(tokens, at, [1, 2]), numberAt(tokens, at + 2, [1, 2, 4])]
  if (!left || !right || !glued(tokens[at + 1])) return null
  const isDot = isMark(tokens[at + 1], '.')
  if (isYear(right) && (isDot || isMark(tokens[at + 1], '/')) && left.value <= 12)
    return dateToken(tokens, at, at + 3, { day: null, month: left.value, year: right.value })
  if (!isDot || right.width === 4 || (!glued(right) && right.raw[0] !== '0')) return null
  return dateToken(tokens, at, at + 3, { day: left.value, month: right.value, year: null })
}

/** 10:00, 10.00, 10-00, «10 часов», «10 ч. 30 мин.», «в 9-30» */
function hour(tokens: Token[], at: number, before: Token[]): Figure {
  const start = numberAt(tokens, at, [1, 2])
  if (!start || start.value > 24) return null
  const minutes = numberAt(tokens, at + 2, [2])
  const isPair = minutes !== null && glued(tokens[at + 1]) && glued(minutes) && minutes.value < 60
  if (isPair && saysHour(tokens, at, before)) return hourToken(tokens, at, pastHourWords(tokens, at + 3))
  if (isHourWord(tokens[at + 1])) return hourToken(tokens, at, pastHourWords(tokens, at + 1))
  const other = isMark(tokens[at + 1], '-') ? numberAt(tokens, at + 2, [1, 2]) : null
  if (other && isHourWord(tokens[at + 3])) return hourToken(tokens, at, pastHourWords(tokens, at + 3))
  return null
}

function saysHour(tokens: Token[], at: number, before: Token[]): boolean {
  const [mark, minutes, after] = [tokens[at + 1], numberAt(tokens, at + 2, [2]), tokens[at + 3]]
  if (isMark(mark, ':')) return true
  const isDate = isMark(after, '.') && glued(after) && tokens[at + 4]?.is === 'number' && glued(tokens[at + 4])
  if (isDate || !minutes) return false
  const last = before.at(-1)
  const afterIn = last?.is === 'word' && (last.text === 'в' || last.text === 'во')
  const afterHour = before.at(-2)?.is === 'time' && (isMark(last, '-') || last?.is === 'word')
  const meansHour = minutes.value === 0 || isHourWord(after) || afterHour
  if (isMark(mark, '.')) return meansHour || afterIn || minutes.value > 31
  const isMonthNext = after?.is === 'word' && after.sense?.is === 'month'
  return (
    isMark(mark, '-') && (meansHour || (afterIn && !isMonthNext && after?.is !== 'word' && minutes.value % 5 === 0))
  )
}

function isHourWord(token: Token | undefined): boolean {
  return token?.is === 'word' && token.sense?.is === 'counted' && token.sense.what === 'hour'
}

function pastHourWords(tokens: Token[], at: number): number {
  let next = at
  while (isHourWord(tokens[next])) {
    next += 1
    if (isMark(tokens[next], '.')) next += 1
    if (numberAt(tokens, next, [1, 2]) && isHourWord(tokens[next + 1])) next += 1
  }
  return next
}

function hourToken(tokens: Token[], at: number, next: number): Figure {
  return { token: { is: 'time', raw: rawOf(tokens.slice(at, next)), spaced: tokens[at]?.spaced ?? true }, next }
}

const ordinalEndings = new Set('й я е ю го му м х ый ий ая ья ое ье ой ей ую ью ом ем ого его ому ему ые ых'.split(' '))

/** 1-й, 3-я, «15-го», «1 й» */
function ordinal(tokens: Token[], at: number): Figure {
  const value = numberAt(tokens, at, [1, 2])
  if (!value) return null
  const step = isMark(tokens[at + 1], '-') ? 2 : 1
  const ending = tokens[at + step]
  if (ending?.is !== 'word' || !ordinalEndings.has(ending.text)) return null
  return { token: { ...value, raw: rawOf(tokens.slice(at, at + step + 1)), ordinal: true }, next: at + step + 1 }
}

const romanLetters = new Map<string, string>()
for (const letter of 'IiІіl1') romanLetters.set(letter, 'I')
for (const letter of 'VvУ') romanLetters.set(letter, 'V')
for (const letter of 'XХ') romanLetters.set(letter, 'X')
for (const letter of 'Пп') romanLetters.set(letter, 'II')
for (const letter of 'Шш') romanLetters.set(letter, 'III')
const romans = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII']

function romanValue(raw: string): number {
  if (raw.length > 5) return 0
  return 1 + romans.indexOf([...raw].map((letter) => romanLetters.get(letter) ?? '?').join(''))
}

function romanMonth(token: Token | undefined): NumberToken | null {
  const value = token?.is === 'word' ? romanValue(token.raw) : 0
  return token && value > 0
    ? { is: 'number', raw: token.raw, value, width: 2, ordinal: true, spaced: token.spaced }
    : null
}

/** «III квартал», and the look-alikes «Ш квартал», «1V квартал»; pure Latin ones need no noun beside them. */
function roman(tokens: Token[], at: number): Figure {
  const token = tokens[at]
  const tail = tokens[at + 1]
  const isSplit =
    token?.is === 'number' && token.raw === '1' && tail?.is === 'word' && glued(tail) && /^[VvУ]$/u.test(tail.raw)
  const raw = isSplit ? `${token.raw}${tail.raw}` : token?.is === 'word' ? token.raw : ''
  const value = romanValue(raw)
  const next = isSplit ? at + 2 : at + 1
  if (!token || value === 0 || (!/^[IVX]+$/.test(raw) && !isCountedSoon(tokens, next))) return null
  const suffix = ordinal(
    [{ is: 'number', raw: '1', value: 1, width: 1, ordinal: true, spaced: false }, ...tokens.slice(next, next + 2)],
    0,
  )
  const end = next + (suffix ? suffix.next - 1 : 0)
  return { token: { is: 'number', raw, value, width: 1, ordinal: true, spaced: token.spaced }, next: end }
}

const romanCounted = new Set(['quarter', 'half-year', 'term', 'decade', 'week', 'trimester', 'half'])

function isCountedSoon(tokens: Token[], at: number): boolean {
  for (const token of tokens.slice(at, at + 4)) {
    if (token.is !== 'word') continue
    if (token.sense?.is === 'counted') return romanCounted.has(token.sense.what)
    if (token.sense && token.sense.is !== 'filler') return false
  }
  return false
}
