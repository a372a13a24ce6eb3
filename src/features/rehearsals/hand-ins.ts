import type { Day } from '../../kernel/day.ts'
import { dueOn } from '../assignments/deadline.ts'
import type { DayOffRule } from '../organisations/organisation.ts'
import { asksSchool, type Plan, spansOf } from './rehearsed-plan.ts'

/** One thing that a school will have to hand in; of a row without windows the day is unknown. */
export type HandIn = { row: number | null; task: number | null; by: Day | null }

/** For each school, in their order: everything it will hand in, by the day; what has no day comes last. */
export function handInsOf(plan: Plan, rule: DayOffRule): HandIn[][] {
  const { dayChanges } = plan.calendar
  return plan.schools.map((school, place) => {
    const rows = plan.rows.flatMap((row, index): HandIn[] => {
      if (!asksSchool(row, school)) return []
      const days = spansOf(row, plan.frame).map(({ end }) => dueOn({ end, time: null, rule, dayChanges }))
      return (days.length > 0 ? days : [null]).map((by) => ({ row: index, task: null, by }))
    })
    const tasks = plan.tasks.flatMap((task, index): HandIn[] =>
      task.schools.includes(place) ? [{ row: null, task: index, by: task.dueOn }] : [],
    )
    return [...rows, ...tasks].sort((one, other) => (one.by ?? '9').localeCompare(other.by ?? '9'))
  })
}
