import { type Day, daysInMonth, partsOf } from '../../kernel/day.ts'
import type { Period, Recurrence, Window } from '../../kernel/period.ts'

/** A period in office Russian that reads back as the same period; what was not resolved keeps its own words. */
export function printPeriod(period: Period): string {
  if (period.kind === 'unparseable' || isUnresolved(period)) return period.text
  const windows = period.windows.map(writtenWindow).join('; ')
  if (period.kind === 'ongoing') return 'постоянно'
  if (period.kind === 'on_schedule') return joined('по отдельному графику', windows)
  if (period.kind === 'on_demand') return joined('по мере необходимости', windows)
  const again = recurrenceWords(period)
  if (!isFurther(period)) return joined(again, windows)
  return joined(windows, `далее ${again || 'постоянно'}`)
}

/** «март, далее постоянно»: closed windows, and yet no end; what comes yearly is open of itself. */
function isFurther({ kind, open, recurrence, windows }: Period): boolean {
  const isYearly = kind === 'windows' && recurrence === 'yearly'
  return open && !isYearly && windows.length > 0 && windows.every(({ end }) => end !== null)
}

/** One window for a person's eyes: «февраль–апрель 2024», «до 10 августа 2015», «1–15 марта 2024». */
export function formatWindow({ start, end }: Window): string {
  if (start === null) return end === null ? 'весь период' : `до ${formatDay(end)}`
  if (end === null) return `с ${formatDay(start)}`
  const [from, to] = [partsOf(start), partsOf(end)]
  if (start === end) return formatDay(start)
  if (isWholeMonths({ start, end })) return formatMonths(from, to)
  if (from.year === to.year && from.month === to.month) return `${from.day}–${formatDay(end)}`
  if (from.year !== to.year) return `${formatDay(start)} – ${formatDay(end)}`
  return `${from.day} ${genitive[from.month - 1]} – ${formatDay(end)}`
}

/** Windows in a row, each year said once: «февраль–апрель, сентябрь–ноябрь 2024». */
export function formatWindows(windows: Window[]): string {
  const texts = windows.map(formatWindow)
  return texts
    .map((text, index) => {
      const year = text.slice(-5)
      return /^ \d{4}$/.test(year) && texts[index + 1]?.endsWith(year) && isPlain(texts[index + 1])
        ? text.slice(0, -5)
        : text
    })
    .join(', ')
}

const nominative = 'январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь'.split(' ')
const genitive = 'января февраля марта апреля мая июня июля августа сентября октября ноября декабря'.split(' ')

const recurrenceText: Record<Recurrence, string> = {
  daily: 'ежедневно',
  weekly: 'еженедельно',
  monthly: 'ежемесячно',
  quarterly: 'ежеквартально',
  'half-yearly': 'раз в полугодие',
  yearly: 'ежегодно',
  other: 'периодически',
}

/** A following text that says one year only, so that its year may speak for its neighbour. */
function isPlain(text: string | undefined): boolean {
  return text !== undefined && (text.match(/\d{4}/g) ?? []).length === 1 && /^\p{L}+(–\p{L}+)? \d{4}$/u.test(text)
}

function isUnresolved({ kind, windows, findings }: Period): boolean {
  const lacksYear = findings.some(({ code }) => code === 'period-without-year')
  return lacksYear || (kind === 'windows' && windows.length === 0)
}

function recurrenceWords({ recurrence, dueDay }: Period): string {
  if (!recurrence) return ''
  return dueDay === null ? recurrenceText[recurrence] : `${recurrenceText[recurrence]} до ${dueDay} числа`
}

function joined(...parts: string[]): string {
  return parts.filter((part) => part !== '').join(', ')
}

/** Every window names its own years, so that nothing is carried over from a neighbour. */
function writtenWindow({ start, end }: Window): string {
  if (start === null) return end === null ? 'весь период' : `до ${writtenDay(end)}`
  if (end === null) return `с ${writtenDay(start)}`
  const [from, to] = [partsOf(start), partsOf(end)]
  if (start === end) return writtenDay(start)
  if (!isWholeMonths({ start, end })) return `с ${writtenDay(start)} по ${writtenDay(end)}`
  const isWhole = from.month === 1 && to.month === 12
  if (isWhole) return from.year === to.year ? `${from.year} год` : `${from.year}–${to.year} годы`
  const last = `${nominative[to.month - 1]} ${to.year} г.`
  if (from.year === to.year && from.month === to.month) return last
  return `${nominative[from.month - 1]}${from.year === to.year ? '' : ` ${from.year} г.`} – ${last}`
}

function writtenDay(value: Day): string {
  return `${formatDay(value)} г.`
}

function formatDay(value: Day): string {
  const { year, month, day } = partsOf(value)
  return `${day} ${genitive[month - 1]} ${year}`
}

type Month = { year: number; month: number }

function formatMonths(from: Month, to: Month): string {
  if (from.month === 1 && to.month === 12)
    return from.year === to.year ? `${from.year} год` : `${from.year}–${to.year} годы`
  const last = `${nominative[to.month - 1]} ${to.year}`
  if (from.year !== to.year) return `${nominative[from.month - 1]} ${from.year} – ${last}`
  return from.month === to.month ? last : `${nominative[from.month - 1]}–${last}`
}

function isWholeMonths({ start, end }: { start: Day; end: Day }): boolean {
  const last = partsOf(end)
  return partsOf(start).day === 1 && last.day === daysInMonth(last.year, last.month)
}
