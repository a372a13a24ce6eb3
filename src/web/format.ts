import { type Day, partsOf } from '../kernel/day.ts'
import { monthNames } from '../kernel/month-names.ts'
import type { Language } from '../kernel/words.ts'

/** «13 февраля 2024», "13 February 2024": for sentences. */
export function formatDay(value: Day, language: Language): string {
  const { year, month, day } = partsOf(value)
  return `${day} ${monthNames[language].afterDay[month - 1]} ${year}`
}

/** «февраль», "February": the head of a month. */
export function formatMonthName(month: number, language: Language): string {
  return monthNames[language].alone[month - 1] ?? ''
}

/** «вт» and «вторник». */
export function formatWeekday(value: Day, language: Language): { short: string; long: string } {
  const { year, month, day } = partsOf(value)
  const moment = Date.UTC(year, month - 1, day)
  const as = (weekday: 'short' | 'long') =>
    new Intl.DateTimeFormat(localeOf(language), { weekday, timeZone: 'UTC' }).format(moment)
  return { short: as('short'), long: as('long') }
}

/** «13.02.2024 14:02» on the clock of that time zone. */
export function formatMoment(moment: Date | string, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('ru-RU', {
    timeZone,
    day: '2-digit',
    month: '2-digit',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  }).format(new Date(moment))
  return parts.replace(',', '')
}

/** «14:02» on the clock of that time zone. */
export function formatClock(moment: Date | string, timeZone: string): string {
  return new Intl.DateTimeFormat('ru-RU', { timeZone, hour: '2-digit', minute: '2-digit' }).format(new Date(moment))
}

export function formatNumber(value: number, language: Language, digits = 0): string {
  return new Intl.NumberFormat(localeOf(language), { maximumFractionDigits: digits }).format(value)
}

function localeOf(language: Language): string {
  return language === 'ru' ? 'ru-RU' : 'en-GB'
}

/** «340 КБ», «1,2 МБ». */
export function formatBytes(bytes: number, language: Language): string {
  const units = language === 'ru' ? ['байт', 'КБ', 'МБ', 'ГБ'] : ['bytes', 'KB', 'MB', 'GB']
  const step = bytes < 1 ? 0 : Math.min(units.length - 1, Math.floor(Math.log2(bytes) / 10))
  const value = bytes / 1024 ** step
  return `${formatNumber(value, language, step > 1 && value < 10 ? 1 : 0)}\u00a0${units[step]}`
}
