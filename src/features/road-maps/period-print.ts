import { type Day, daysInMonth, partsOf } from '../../kernel/day.ts'
import { monthNames } from '../../kernel/month-names.ts'
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

const { alone: nominative, afterDay: genitive } = monthNames.ru

const recurrenceText: Record<Recurrence, string> = {
  daily: 'ежедневно',
  weekly: 'еженедельно',
  monthly: 'ежемесячно',
  quarterly: 'ежеквартально',
  'half-yearly': 'раз в полугодие',
  yearly: 'ежегодно',
  other: 'периодически',
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
  const { year, month, day } = partsOf(value)
  return `${day} ${genitive[month - 1]} ${year} г.`
}

function isWholeMonths({ start, end }: { start: Day; end: Day }): boolean {
  const last = partsOf(end)
  return partsOf(start).day === 1 && last.day === daysInMonth(last.year, last.month)
}
