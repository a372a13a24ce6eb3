import { type Day, day, daysInMonth, isLastOfMonth, partsOf } from '../../kernel/day.ts'
import type { Period, Window } from '../../kernel/period.ts'
import { type PeriodContext, understandPeriod } from '../road-maps/period.ts'
import { printPeriod } from '../road-maps/period-print.ts'
import { inYear, withoutYear } from './relative-text.ts'
import type { RelativeDay, Term } from './template.ts'

/** The year of a project: a calendar one, or a school year by its first calendar year. */
export type ProjectYear = { year: number; isSchoolYear: boolean }

const LAST = 31

/** The same period without its year. Null where nothing of it was understood: whoever adopts it says a term. */
export function relativeTerm(period: Period | null, years: ProjectYear): Term | null {
  if (!period || period.kind === 'unparseable') return null
  const { kind, recurrence, dueDay, open } = period
  const windows = period.windows.map((window) => relativeWindow(window, years))
  return { words: withoutYear(period.text, years.year), kind, windows, recurrence, dueDay, open }
}

/** The period in this year; its own words stay where they mean just that, else it is written anew. */
export function termIn(term: Term, years: ProjectYear): Period {
  const windows = term.windows.map(({ start, end }) => ({ start: dayIn(start, years), end: dayIn(end, years) }))
  return periodOf({ ...term, windows }, inYear(term.words, years.year), years)
}

type Meant = Pick<Period, 'kind' | 'windows' | 'recurrence' | 'dueDay' | 'open'>

/** A period of these windows, in these words where they mean them, else in words of ours. */
export function periodOf(meant: Meant, words: string, years: ProjectYear): Period {
  const wanted: Period = { ...meant, text: words, findings: [] }
  const context = contextOf(years)
  for (const said of [words, printPeriod(wanted)]) {
    const read = understandPeriod(said, context)
    if (isSame(read, wanted)) return read
  }
  // Words that do not read back as it was meant would move the days: the days stand, and the words are ours.
  return { ...wanted, text: printPeriod(wanted) }
}

export function contextOf({ year, isSchoolYear }: ProjectYear): PeriodContext {
  return isSchoolYear ? { contextYear: null, schoolYear: year } : { contextYear: year, schoolYear: null }
}

/** The first and the last day of the project's year. */
export function frameOf({ year, isSchoolYear }: ProjectYear): { startsOn: Day; endsOn: Day } {
  return isSchoolYear
    ? { startsOn: day(year, 9, 1), endsOn: day(year + 1, 8, 31) }
    : { startsOn: day(year, 1, 1), endsOn: day(year, 12, 31) }
}

/** Whole months stay whole months in a year in which February is longer or shorter. */
function relativeWindow({ start, end }: Window, years: ProjectYear): Term['windows'][number] {
  const isWhole = start !== null && end !== null && partsOf(start).day === 1 && isLastOfMonth(end)
  const last = end && relativeDay(end, years)
  return { start: start && relativeDay(start, years), end: last && isWhole ? { ...last, day: LAST } : last }
}

function relativeDay(value: Day, years: ProjectYear): RelativeDay {
  const { year, month, day: dayOfMonth } = partsOf(value)
  return { month: (year - years.year) * 12 + month - firstMonth(years), day: dayOfMonth }
}

function dayIn(value: RelativeDay | null, years: ProjectYear): Day | null {
  if (!value) return null
  const months = firstMonth(years) - 1 + value.month
  const [year, month] = [years.year + Math.floor(months / 12), (((months % 12) + 12) % 12) + 1]
  return day(year, month, Math.min(value.day, daysInMonth(year, month)))
}

function firstMonth({ isSchoolYear }: ProjectYear): number {
  return isSchoolYear ? 9 : 1
}

function isSame(one: Meant, other: Meant): boolean {
  return (
    one.kind === other.kind &&
    one.recurrence === other.recurrence &&
    one.dueDay === other.dueDay &&
    one.open === other.open &&
    one.windows.length === other.windows.length &&
    one.windows.every(({ start, end }, place) => {
      const also = other.windows[place]
      return also?.start === start && also.end === end
    })
  )
}
