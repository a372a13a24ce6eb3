import { type Day, day, daysInMonth } from '../../kernel/day.ts'

const months = [
  'январ',
  'феврал',
  'март',
  'апрел',
  'ма',
  'июн',
  'июл',
  'август',
  'сентябр',
  'октябр',
  'ноябр',
  'декабр',
]

const inFigures = /(?<!\d)(\d{1,2})\s?[./]\s?(\d{1,2})\s?[./]\s?(\d{4}|\d{2})(?!\d)/
const inWords = new RegExp(`(?<!\\d)[«"“]?\\s?(\\d{1,2})\\s?[»"”]?\\s+(${months.join('|')})\\p{L}*\\s+(\\d{4})`, 'iu')

/** The first full date of a text: «13.02.2024», «13» февраля 2024 г. A date that no calendar has is no date. */
export function dateIn(text: string): Day | null {
  const figures = inFigures.exec(text)
  const words = inWords.exec(text)
  const isFiguresFirst = figures !== null && (words === null || figures.index <= words.index)
  if (isFiguresFirst) return checked(fullYear(figures[3] ?? ''), Number(figures[2]), Number(figures[1]))
  if (!words) return null
  const month = months.indexOf((words[2] ?? '').toLowerCase()) + 1
  return checked(Number(words[3]), month, Number(words[1]))
}

/** «№ 02/1568», «№31-ОД»; a blank to be filled in by hand is no number. */
export function numberIn(text: string): string | null {
  const found = /(?:№|N)\s*(\d[\p{L}\d/.\-–]*(?:\s*[-–/]\s*[\p{L}\d][\p{L}\d/.-]*)?)/u.exec(text)?.[1]
  const number = found?.replace(/\s+/g, '').replace(/[.\-–/]+$/, '')
  return number === undefined || number === '' ? null : number
}

function fullYear(text: string): number {
  return text.length === 2 ? 2000 + Number(text) : Number(text)
}

function checked(year: number, month: number, dayOfMonth: number): Day | null {
  const isReal = month >= 1 && month <= 12 && dayOfMonth >= 1 && dayOfMonth <= daysInMonth(year, month)
  return isReal && year >= 1990 && year <= 2100 ? day(year, month, dayOfMonth) : null
}
