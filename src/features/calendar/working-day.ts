import { addDays, type Day, day, dotted, isDay, partsOf, weekday } from '../../kernel/day.ts'
import { onceFor } from '../../kernel/once-for.ts'
import { type Decree, type ProductionYear, productionYears } from './production-years.ts'

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

/** What an authority works otherwise than the country, by day. */
export type DayChanges = Readonly<Record<string, boolean>>

/** The country alone. */
export const NO_CHANGES: DayChanges = {}

/** Worked in a five-day week. In a year without data: every weekday that is no fixed public holiday. */
export function isWorkingDay(value: Day, changes = NO_CHANGES): boolean {
  const changed = changes[value]
  if (changed !== undefined) return changed
  const known = knownYears.get(partsOf(value).year)
  if (!known) return weekday(value) < SATURDAY && !HOLIDAYS.includes(value.slice(5))
  if (known.workingDays.has(value)) return true
  return weekday(value) < SATURDAY && !known.daysOff.has(value)
}

/** Working days after `from`, up to and including `to`: «осталось 3 рабочих дня». Zero when `to` is not later. */
export function workingDaysBetween(from: Day, to: Day, changes = NO_CHANGES): number {
  if (to <= from) return 0
  const [first, last] = [partsOf(from).year, partsOf(to).year]
  let count = countedIn(last).upTo(to) - countedIn(first).upTo(from)
  for (let year = first; year < last; year++) count += countedIn(year).inAll
  for (const [changed, isWorking] of Object.entries(changes))
    if (changed > from && changed <= to && isDay(changed)) count += Number(isWorking) - Number(isWorkingDay(changed))
  return count
}

type Counted = { upTo(value: Day): number; inAll: number }

/** The country's working days of each year, counted from its first day when they are first asked for. */
const countedYears = new Map<number, Counted>()

function countedIn(year: number): Counted {
  return onceFor(countedYears, year, () => {
    const counts = new Map<string, number>()
    let inAll = 0
    const last = day(year, 12, 31)
    for (let one = day(year, 1, 1); ; one = addDays(one, 1)) {
      if (isWorkingDay(one)) inAll++
      counts.set(one, inAll)
      if (one === last) return { upTo: (value) => counts.get(value) ?? 0, inAll }
    }
  })
}

/** Whether at most so many working days are left after `from`, up to and including `to`; looks no further than it takes to know. */
export function isWithinWorkingDays(from: Day, to: Day, most: number, changes = NO_CHANGES): boolean {
  let left = most
  for (let one = addDays(from, 1); one <= to; one = addDays(one, 1))
    if (isWorkingDay(one, changes) && --left < 0) return false
  return true
}

/** The nearest working day, this one or an earlier one. */
export function workingDayBefore(value: Day, changes = NO_CHANGES): Day {
  return isWorkingDay(value, changes) ? value : workingDayBefore(addDays(value, -1), changes)
}

/** The nearest working day, this one or a later one. */
export function workingDayAfter(value: Day, changes = NO_CHANGES): Day {
  return isWorkingDay(value, changes) ? value : workingDayAfter(addDays(value, 1), changes)
}

/** The decree from which the year's days are known whole; null: only the fixed holidays are, and moved days may follow. */
export function decreeOf(year: number): Decree | null {
  return knownYears.get(year)?.decree ?? null
}

/** Whether the year's days are known whole, and from which act; null: only the fixed holidays are known. */
export function calendarSourceOf(year: number): { source: string; isComplete: boolean } | null {
  const known = knownYears.get(year)
  if (!known) return null
  const { decree } = known
  const source = decree
    ? `постановление Правительства РФ от ${dotted(decree.signedOn)} № ${decree.number}`
    : 'ст. 112 ТК РФ'
  return { source, isComplete: decree !== null }
}
