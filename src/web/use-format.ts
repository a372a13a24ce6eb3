import { createContext, useContext, useMemo } from 'react'
import { type Day, dotted } from '../kernel/day.ts'
import {
  formatBytes,
  formatClock,
  formatDay,
  formatMoment,
  formatMonthName,
  formatNumber,
  formatWeekday,
} from './format.ts'
import { useLanguage } from './language.ts'

/** The time zone of the organisation whose work is on the screen: `<TimeZone value="Asia/Novosibirsk">`. */
export const TimeZone = createContext('Europe/Moscow')

/** Days, moments and numbers as the reader of this screen writes them. */
export function useFormat() {
  const [language] = useLanguage()
  const timeZone = useContext(TimeZone)
  return useMemo(
    () => ({
      day: (value: Day) => formatDay(value, language),
      dayShort: dotted,
      monthName: (month: number) => formatMonthName(month, language),
      weekdayName: (value: Day) => formatWeekday(value, language),
      moment: (value: Date | string) => formatMoment(value, timeZone),
      clock: (value: Date | string) => formatClock(value, timeZone),
      number: (value: number, digits?: number) => formatNumber(value, language, digits),
      bytes: (value: number) => formatBytes(value, language),
    }),
    [language, timeZone],
  )
}
