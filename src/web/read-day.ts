import { type Day, day, daysInMonth } from '../kernel/day.ts'

/** A day as people type it: 13.02.2024, 13/2/24, «13 02 2024», 13022024, 2024-02-13. Null where it is none. */
export function readDay(text: string): Day | null {
  const trimmed = text.trim()
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(trimmed)
  if (iso) return dayOf(iso[1], iso[2], iso[3])
  const solid = /^(\d{2})(\d{2})(\d{4})$/.exec(trimmed)
  const apart = /^(\d{1,2})[./\s-]+(\d{1,2})[./\s-]+(\d{4}|\d{2})(?:\s*г\.?)?$/.exec(trimmed)
  const found = solid ?? apart
  return found ? dayOf(found[3], found[2], found[1]) : null
}

function dayOf(yearText = '', monthText = '', dayText = ''): Day | null {
  const year = Number(yearText) + (yearText.length === 2 ? 2000 : 0)
  const [month, dayOfMonth] = [Number(monthText), Number(dayText)]
  if (year < 1900 || year > 2199 || month < 1 || month > 12) return null
  if (dayOfMonth < 1 || dayOfMonth > daysInMonth(year, month)) return null
  return day(year, month, dayOfMonth)
}
