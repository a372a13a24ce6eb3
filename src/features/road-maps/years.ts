import { partsOf } from '../../kernel/day.ts'
import type { Window } from '../../kernel/period.ts'

/** The years in which a plan lives: one calendar year, a school year, or several years by its title. */
export type PlanYears = { year: number | null; schoolYear: number | null; allowed: ReadonlySet<number> }

export type YearSources = {
  asked: number | null
  periods: string[]
  orderDate: string | null
  titles: string[]
}

const schoolYearWording =
  /(?<!\d)(20\d\d)\s*[-–—/]\s*(?:20)?(\d\d)(?!\d)\s*(?:-?г\.?\s*|гг\.?\s*)?(?:уч|учебн)|(?<!\d)(20\d\d)\s*[-–—/]\s*(20\d\d)(?!\d)(?=\s*уч)/iu
const rangeWording = /(?<!\d)(20\d\d)\s*(?:год[ауы]?\s*)?[-–—]\s*(20\d\d)(?!\d)/u
const wholeYear = /(?<!\d|\d\.)(20\d\d)(?!\d)/g

/** `--year`, then the majority of the years in the period cells, then the order's date, then the titles. */
export function planYears({ asked, periods, orderDate, titles }: YearSources): PlanYears {
  const written = schoolYearIn(titles)
  const isOverruled = asked !== null && written !== null && asked !== written && asked !== written + 1
  const schoolYear = isOverruled ? null : written
  const dated = orderDate === null ? null : Number(orderDate.slice(0, 4))
  const year = asked ?? majority(periods.flatMap(yearsIn)) ?? dated ?? titles.flatMap(yearsIn)[0] ?? schoolYear
  const allowed = new Set<number>(schoolYear === null ? [] : [schoolYear, schoolYear + 1])
  const isYearSaid = asked !== null || orderDate !== null || titles.some((title) => yearsIn(title).length > 0)
  for (const common of isYearSaid ? [] : commonYears(periods)) allowed.add(common)
  if (year !== null) allowed.add(year)
  for (const later of rangeIn(titles, year)) allowed.add(later)
  return { year, schoolYear, allowed }
}

/** Without a year over them, the years in which a good part of the terms lie are all years of the plan. */
function commonYears(periods: string[]): number[] {
  const named = periods.map((period) => new Set(yearsIn(period))).filter((years) => years.size > 0)
  const all = [...new Set(named.flatMap((years) => [...years]))]
  return all.filter((year) => named.filter((years) => years.has(year)).length * 4 >= named.length)
}

export function schoolYearIn(titles: string[]): number | null {
  for (const title of titles) {
    const found = schoolYearWording.exec(title)
    const first = Number(found?.[1] ?? found?.[3])
    const second = Number(found?.[2] ?? found?.[4]) % 100
    if (found && (first + 1) % 100 === second) return first
  }
  return null
}

/** Years that a text names, without the years of full dates. */
export function yearsIn(text: string): number[] {
  const undated = text.replace(/\d{1,2}\.\d{1,2}\.(?:20)?\d\d/g, (date) =>
    date.length >= 8 ? ` ${date.slice(-4)} ` : ' ',
  )
  return [...undated.matchAll(wholeYear)].map((found) => Number(found[1])).filter((year) => year >= 2000)
}

/** The years in which a title says that the plan is carried out: «в 2023 году», «на 2024–2026 годы». */
export function planYearsNamedIn(text: string): number[] {
  const wording =
    /(?:^|[\s(])(?:в|на|за)\s+(20\d\d)(?:\s*[-–—/]\s*(20\d\d|\d\d)(?!\d))?(?=\s*(?:-?г\.|год|гг|уч|календ))/giu
  return [...text.matchAll(wording)].flatMap((found) => {
    const first = Number(found[1])
    const last = found[2] === undefined ? first : 2000 + (Number(found[2]) % 100)
    return last > first && last - first < 10 ? [first, last] : [first]
  })
}

export function isOutside(window: Window, { allowed }: PlanYears): boolean {
  const ends = [window.start, window.end].filter((day) => day !== null).map((day) => partsOf(day).year)
  if (allowed.size === 0 || ends.length === 0) return false
  const [first, last] = [Math.min(...ends), Math.max(...ends)]
  return ![...allowed].some((year) => first <= year && year <= last)
}

/** «Второй этап (2024–2025 годы)»: the first year of a section that names its own. */
export function yearOfSection(title: string | null): number | null {
  const found = /\((?:в\s+)?(20\d\d)(?:\s*[-–—]\s*20\d\d)?\s*(?:год|гг?\.)[^)]*\)/iu.exec(title ?? '')
  return found ? Number(found[1]) : null
}

/** «План работы на март 2024 года»: the one month of the plan, in which bare days of its cells lie. */
export function monthOfPlan(title: string | null): string | null {
  const named =
    /(?:^|\s)(?:на|за|в)\s+((?:январ|феврал|март|апрел|ма[йе]|июн|июл|август|сентябр|октябр|ноябр|декабр)\p{L}*)(?:\s+месяц\p{L}*)?(\s+20\d\d)?(?!\s*[-–—]|\s*,|\s+и\s)/iu
  const [, month, year = ''] = named.exec(title ?? '') ?? []
  return month === undefined ? null : `${month}${year}`
}

export function majority(years: number[]): number | null {
  const counts = new Map<number, number>()
  for (const year of years) counts.set(year, (counts.get(year) ?? 0) + 1)
  const ranked = [...counts].toSorted(([oneYear, one], [otherYear, other]) => other - one || oneYear - otherYear)
  return ranked[0]?.[0] ?? null
}

function rangeIn(titles: string[], year: number | null): number[] {
  for (const title of titles) {
    const [, first, last] = (rangeWording.exec(title) ?? []).map(Number)
    if (first === undefined || last === undefined || last < first || last - first > 9) continue
    const years = Array.from({ length: last - first + 1 }, (_, step) => first + step)
    if (year === null || years.includes(year)) return years
  }
  return []
}
