import { day, daysInMonth } from '../../kernel/day.ts'

/** A year that a text names, in any of the ways in which papers name years. */
export type YearMention = {
  /** Where in the text it stands, and its words. */
  at: number
  found: string
  /** The year named first; null where it is said relative to another («прошлого года») or spelt in words. */
  year: number | null
  /** «2023/24»: it is two years that follow each other. */
  isPair: boolean
  /** The same words so many years later; null where only a person can say. */
  later(years: number): string | null
}

/** Every mention of a year, in the order of the text; none is counted twice. */
export function yearMentions(text: string): YearMention[] {
  const mentions: YearMention[] = []
  for (const { pattern, read } of ways) {
    for (const match of text.matchAll(pattern)) {
      const [found] = match
      const overlaps = mentions.some(
        (one) => match.index < one.at + one.found.length && one.at < match.index + found.length,
      )
      const said = overlaps ? null : read(match)
      if (said) mentions.push({ at: match.index, found, ...said })
    }
  }
  return mentions.sort((one, other) => one.at - other.at)
}

/** The text with every year in it moved, where that can be done by arithmetic alone. */
export function moveYears(text: string, years: number): string {
  let moved = text
  for (const { at, found, later } of yearMentions(text).reverse()) {
    moved = moved.slice(0, at) + (later(years) ?? found) + moved.slice(at + found.length)
  }
  return moved
}

/** The same day so many years later; 29 February becomes the 28th where the year has none. */
export function sameDayLater(value: { year: number; month: number; day: number }, years: number) {
  const year = value.year + years
  return day(year, value.month, Math.min(value.day, daysInMonth(year, value.month)))
}

type Said = Omit<YearMention, 'at' | 'found'>
type Way = { pattern: RegExp; read(match: RegExpMatchArray): Said | null }

/** From the most to the least exact: a year inside a date is the date's. */
const ways: readonly Way[] = [
  // The number of a legal act follows its date, and another year has another act: nothing is proposed.
  { pattern: /(?<![\d.])(\d{1,2})\.(\d{1,2})\.(20\d\d|\d\d)(?!\d|\.\d)/gu, read: dateInFigures },
  { pattern: /(?<!\d)(20\d\d)-(\d\d)-(\d\d)(?!\d)/gu, read: isoDate },
  { pattern: /(?<!\d)29\s+февраля\s+(20\d\d)(?!\d)/giu, read: leapDay },
  { pattern: /(?<![\d-])(20\d\d)(\s*(?:год[ауы]?|гг?\.)?\s*[-–—/]\s*)(20\d\d|\d\d)(?![\d-])/gu, read: pair },
  { pattern: /(?<![\d./–—-])(\d\d)(\s*[/–—-]\s*)(\d\d)(?![\d./–—-])/gu, read: shortPair },
  { pattern: /(?<!\d|\d\.|№\s?)(20\d\d)(?!\d|\.\d)/gu, read: lone },
  { pattern: /(?<=(?:^|[\s(])(?:в|за|на|с|до|по)\s+)(\d\d)(?=\s*(?:г\.|год))/giu, read: short },
  {
    pattern: /две\s+тысячи\s+двадцат\p{L}*(?:\s+(?:перв|втор|трет|четв[её]рт|пят|шест|седьм|восьм|девят)\p{L}*)?/giu,
    read: inWords,
  },
  {
    pattern:
      /(?<!\p{L})(?:позапрошл|прошл|предыдущ|прошедш|истекш|минувш)\p{L}*\s+(?:(?:уч|календ)[\p{L}.]*\s+)?(?:год|г\.)\p{L}*/giu,
    read: inWords,
  },
]

function dateInFigures({
  0: found,
  1: days = '',
  2: months = '',
  3: written = '',
  input = '',
  index = 0,
}: RegExpMatchArray): Said | null {
  const [year, month, dayOfMonth] = [fullYear(written), Number(months), Number(days)]
  if (month < 1 || month > 12 || dayOfMonth < 1 || dayOfMonth > daysInMonth(year, month)) return null
  const isOfAct = /^\s*(?:г\.|года)?\s*(?:№|N\s?\d)/u.test(input.slice(index + found.length))
  return {
    year,
    isPair: false,
    later(years) {
      if (isOfAct) return null
      const moved = sameDayLater({ year, month, day: dayOfMonth }, years)
      const shownDay = String(Number(moved.slice(8))).padStart(days.length, '0')
      return `${shownDay}.${months}.${moved.slice(4 - written.length, 4)}`
    },
  }
}

function isoDate({ 1: years, 2: months, 3: days }: RegExpMatchArray): Said | null {
  const [year, month, dayOfMonth] = [Number(years), Number(months), Number(days)]
  if (month < 1 || month > 12 || dayOfMonth < 1 || dayOfMonth > daysInMonth(year, month)) return null
  return { year, isPair: false, later: (by) => sameDayLater({ year, month, day: dayOfMonth }, by) }
}

function leapDay({ 0: found, 1: written }: RegExpMatchArray): Said {
  const year = Number(written)
  return {
    year,
    isPair: false,
    later(years) {
      const last = daysInMonth(year + years, 2)
      return found.replace(/^29/, String(last)).replace(/20\d\d$/, String(year + years))
    },
  }
}

/** «2023/24», «2023-2024», and a longer range of years. */
function pair({ 1: first = '', 2: between = '', 3: second = '' }: RegExpMatchArray): Said | null {
  const [from, to] = [Number(first), fullYear(second)]
  if (to <= from || to - from > 9 || (second.length === 2 && to - from !== 1)) return null
  return {
    year: from,
    isPair: true,
    later: (years) => `${from + years}${between}${String(to + years).slice(-second.length)}`,
  }
}

function shortPair({
  0: found,
  1: first = '',
  2: between = '',
  3: second = '',
  input = '',
  index = 0,
}: RegExpMatchArray): Said | null {
  const [from, to] = [fullYear(first), fullYear(second)]
  const isOfYear = between.includes('/') || /^\s*(?:-?г\.?\s*)?уч/iu.test(input.slice(index + found.length))
  if (to - from !== 1 || !isOfYear) return null
  const short = (year: number) => String(year).slice(-2)
  return { year: from, isPair: true, later: (years) => `${short(from + years)}${between}${short(to + years)}` }
}

function lone({ 1: written }: RegExpMatchArray): Said {
  const year = Number(written)
  return { year, isPair: false, later: (years) => String(year + years) }
}

function short({ 1: written = '' }: RegExpMatchArray): Said {
  const year = fullYear(written)
  return { year, isPair: false, later: (years) => String(year + years).slice(-2) }
}

function inWords(): Said {
  return { year: null, isPair: false, later: () => null }
}

function fullYear(written: string): number {
  return written.length === 2 ? 2000 + Number(written) : Number(written)
}
