import { addDays, type Day, partsOf, weekday } from '../../kernel/day.ts'
import { type ProductionYear, productionYears } from './production-years.ts'

/** Non-working holidays by article 112 of the Labour Code, as month-day. */
const HOLIDAYS: readonly string[] = [
  '01-01',
  '01-02',
  '01-03',
  '01-04',
  '01-05',
  '01-06',
  '01-07',
  '01-08',
  '02-23',
  '03-08',
  '05-01',
  '05-09',
  '06-12',
  '11-04',
]

const SATURDAY = 6

const knownYears: ReadonlyMap<number, ReadonlyYear> = new Map(
  productionYears.map((one) => [
    one.year,
    { ...one, daysOff: new Set<string>(one.daysOff), workingDays: new Set<string>(one.workingDays) },
  ]),
)

type ReadonlyYear = Omit<ProductionYear, 'daysOff' | 'workingDays'> & {
  daysOff: ReadonlySet<string>
  workingDays: ReadonlySet<string>
}

/** Worked in a five-day week. In a year without data: every weekday that is no fixed public holiday. */
export function isWorkingDay(value: Day): boolean {
  const known = knownYears.get(partsOf(value).year)
  if (!known) return weekday(value) < SATURDAY && !HOLIDAYS.includes(value.slice(5))
  if (known.workingDays.has(value)) return true
  return weekday(value) < SATURDAY && !known.daysOff.has(value)
}

/** Working days after `from`, up to and including `to`: «осталось 3 рабочих дня». Zero when `to` is not later. */
export function workingDaysBetween(from: Day, to: Day): number {
  let count = 0
  for (let one = addDays(from, 1); one <= to; one = addDays(one, 1)) if (isWorkingDay(one)) count++
  return count
}

/** The nearest working day, this one or an earlier one. */
export function workingDayBefore(value: Day): Day {
  return isWorkingDay(value) ? value : workingDayBefore(addDays(value, -1))
}

/** The nearest working day, this one or a later one. */
export function workingDayAfter(value: Day): Day {
  return isWorkingDay(value) ? value : workingDayAfter(addDays(value, 1))
}

/** Whether the year's days are known whole, and from which act; null: only the fixed holidays are known. */
export function calendarSourceOf(year: number): Pick<ProductionYear, 'source' | 'isComplete'> | null {
  const known = knownYears.get(year)
  return known ? { source: known.source, isComplete: known.isComplete } : null
}
