import { monthNames } from '../kernel/month-names.ts'

/** How a workbook counts its days; some were made on old Macintosh computers. */
export type DateSystem = '1900' | '1904'

/** Whether a number format shows a day or an hour. */
export function isDateFormat(section: string): boolean {
  const letters = section
    .replace(/"[^"]*"/g, '')
    .replace(/\\./g, '')
    .replace(/\[(?!h|m|s)[^\]]*\]/gi, '')
  return /[dymhsдгмчс]/i.test(letters) && !/[0#?]/.test(letters.replace(/s\.0+/gi, ''))
}

/** The long date of the computer's own settings, which a Russian one writes so. */
const longDate = 'd mmmm yyyy "г."'

/** The day and hour of a serial number, with Russian names of months and weekdays. */
export function dateText(serial: number, section: string, dates: DateSystem): string {
  const moment = momentOf(serial, dates)
  if (!moment) return String(serial)
  const format = /\[\$-(f800|x-sysdate)\]/i.test(section) ? longDate : section.replace(/\[(?!h|m|s)[^\]]*\]/gi, '')
  const parts = lettersQuoted(format).match(token) ?? []
  const hasDay = parts.some((part) => /^[dд]{1,2}$/i.test(part))
  const isAfterHour = (at: number) => /^\[?[hч]/i.test(parts.slice(0, at).findLast(isLetters) ?? '')
  const isBeforeSecond = (at: number) => /^\[?[sс]/i.test(parts.slice(at + 1).find(isLetters) ?? '')
  return parts
    .map((part, at) => {
      const letters = latin(part)
      const isMinute = /^\[?m{1,2}\]?$/.test(letters) && (isAfterHour(at) || isBeforeSecond(at))
      return shown(isMinute ? letters.replace(/m/g, 'n') : letters, moment, hasDay) ?? literal(part)
    })
    .join('')
    .replace(/\s+/g, ' ')
    .trim()
}

const token = /"[^"]*"|\\.|_.|\*.|AM\/PM|A\/P|\[[hms]+\]|y+|m+|d+|h+|s+(?:\.0+)?|г+|м+|д+|ч+|с+|@|./gi

/** Russian letters stand for parts of a date only where no Latin ones do; beside those they are words. */
function lettersQuoted(format: string): string {
  if (!/[dmy]/i.test(format.replace(/"[^"]*"|\\./g, ''))) return format
  return format.replace(/"[^"]*"|\\.|[а-яё]/gi, (part) => (part.length === 1 ? `\\${part}` : part))
}

function isLetters(part: string): boolean {
  return /^\[?[ymdhsгмдчс]+\]?$/i.test(part)
}

/** Some programs write the letters of a format in Russian: ДД.ММ.ГГГГ. */
function latin(part: string): string {
  const letters: Record<string, string> = { д: 'd', м: 'm', г: 'y', ч: 'h', с: 's' }
  return part.startsWith('"') || part.startsWith('\\')
    ? part
    : part.toLowerCase().replace(/[дмгчс]/g, (letter) => letters[letter] ?? letter)
}

type Moment = Record<'year' | 'month' | 'day' | 'weekday' | 'hour' | 'minute' | 'second', number>

const milliseconds = 86_400_000

/** Excel counts a 29 February 1900 that never was; days before it are of no use to an order. */
function momentOf(serial: number, dates: DateSystem): Moment | null {
  if (!Number.isFinite(serial) || serial < 0 || serial > 2_958_465) return null
  const epoch = dates === '1904' ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, serial < 60 ? 31 : 30)
  const date = new Date(Math.round((epoch + serial * milliseconds) / 1000) * 1000)
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth(),
    day: date.getUTCDate(),
    weekday: date.getUTCDay(),
    hour: date.getUTCHours(),
    minute: date.getUTCMinutes(),
    second: date.getUTCSeconds(),
  }
}

const months = monthNames.ru.alone
const ofMonth = 'января февраля марта апреля мая июня июля августа сентября октября ноября декабря'.split(' ')
const weekdays = 'воскресенье понедельник вторник среда четверг пятница суббота'.split(' ')
const shortDays = 'Вс Пн Вт Ср Чт Пт Сб'.split(' ')

function shown(letters: string, moment: Moment, hasDay: boolean): string | null {
  const { year, month, day, weekday, hour, minute, second } = moment
  const name = (hasDay ? ofMonth : months)[month] ?? ''
  const texts: Record<string, string> = {
    yyyy: String(year),
    yyy: String(year),
    yy: two(year % 100),
    y: two(year % 100),
    mmmm: name,
    mmmmm: name.slice(0, 1),
    mmm: name.slice(0, 3),
    mm: two(month + 1),
    m: String(month + 1),
    dddd: weekdays[weekday] ?? '',
    ddd: shortDays[weekday] ?? '',
    dd: two(day),
    d: String(day),
    hh: two(hour),
    h: String(hour),
    '[h]': String(hour),
    nn: two(minute),
    n: String(minute),
    ss: two(second),
    s: String(second),
    'am/pm': '',
    'a/p': '',
  }
  return texts[letters] ?? null
}

function two(value: number): string {
  return String(value).padStart(2, '0')
}

function literal(part: string): string {
  if (part.startsWith('"')) return part.slice(1, -1)
  if (part.startsWith('\\')) return part.slice(1)
  return part.startsWith('_') || part.startsWith('*') || part === '@' ? ' ' : part
}
