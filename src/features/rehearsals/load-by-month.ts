import { type Day, partsOf } from '../../kernel/day.ts'
import { asksSchool, type Plan, runsAllYear, spansOf } from './rehearsed-plan.ts'

/** «2026-03». */
export type Month = string

/** What asks something of a school in one month: places of rows and of tasks. */
export type MonthOfSchool = { rows: number[]; tasks: number[] }

export type Load = {
  months: Month[]
  /** One for each school, in their order: its months, and the rows that run through the whole year. */
  schools: { months: MonthOfSchool[]; allYear: number[] }[]
}

/** A row counts in each month that one of its windows touches; a task in the month of its deadline. */
export function loadByMonth(plan: Plan): Load {
  const spans = plan.rows.map((row) => spansOf(row, plan.frame))
  const touched = spans.map((own) => new Set(own.flatMap((span) => monthsBetween(span.start, span.end))))
  const allYear = new Set(plan.rows.flatMap((row, index) => (runsAllYear(row, plan.frame) ? [index] : [])))
  const months = monthsOf([
    ...touched.flatMap((own) => [...own]),
    ...plan.tasks.map((task) => monthOf(task.dueOn)),
    ...monthsBetween(plan.frame.startsOn, plan.frame.endsOn),
  ])
  const schools = plan.schools.map((school, place) => {
    const asked = plan.rows.flatMap((row, index) => (asksSchool(row, school) ? [index] : []))
    const own = plan.tasks.flatMap((task, index) => (task.schools.includes(place) ? [index] : []))
    return {
      months: months.map((month) => ({
        rows: asked.filter((index) => touched[index]?.has(month)),
        tasks: own.filter((index) => plan.tasks.at(index)?.dueOn.startsWith(month)),
      })),
      allYear: asked.filter((index) => allYear.has(index)),
    }
  })
  return { months, schools }
}

export function monthOf(value: Day): Month {
  return value.slice(0, 7)
}

function monthsOf(months: readonly Month[]): Month[] {
  return [...new Set(months)].sort()
}

function monthsBetween(start: Day, end: Day): Month[] {
  const [from, to] = [partsOf(start), partsOf(end)]
  const count = (to.year - from.year) * 12 + to.month - from.month + 1
  return Array.from({ length: Math.max(0, count) }, (_, step) => {
    const month = from.month - 1 + step
    return `${from.year + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`
  })
}
