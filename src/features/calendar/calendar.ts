import { type Actor, holds } from '../../kernel/actor.ts'
import { addDays, type Day, day, daysInMonth, weekday } from '../../kernel/day.ts'
import type { OrganisationKind } from '../organisations/organisation.ts'

/** What a stretch of the school year is: holidays, weeks of ВПР, the time of ГИА. */
export const calendarPeriodKinds = ['holidays', 'vpr', 'gia'] as const
export type CalendarPeriodKind = (typeof calendarPeriodKinds)[number]

export type CalendarPeriod = { kind: CalendarPeriodKind; title: string; startsOn: Day; endsOn: Day }

/** The coordinator keeps the calendar of her authority; everybody below reads it. */
export function canKeepCalendar(actor: Actor, place: { path: string }): boolean {
  return holds(actor, ['administrator', 'municipal_coordinator'], place)
}

/** A school uses the calendar of its authority. */
export function hasCalendar({ kind }: { kind: OrganisationKind }): boolean {
  return kind === 'authority' || kind === 'region'
}

const SATURDAY = 6

/**
 * What usually stands in a calendar year, to begin with: holidays as the ministry recommends them, weeks of ВПР and ГИА
 * as they lay in earlier years. Each authority has an order of its own, so nothing of this holds until somebody takes it.
 */
export function proposedPeriods(year: number): CalendarPeriod[] {
  const spring = lastSaturday(year, 3)
  const autumn = lastSaturday(year, 10)
  return [
    { kind: 'holidays', title: 'Зимние каникулы (январь)', startsOn: day(year, 1, 1), endsOn: day(year, 1, 8) },
    { kind: 'holidays', title: 'Весенние каникулы', startsOn: spring, endsOn: addDays(spring, 8) },
    { kind: 'vpr', title: 'ВПР', startsOn: day(year, 4, 15), endsOn: day(year, 5, 20) },
    { kind: 'gia', title: 'ГИА, основной период', startsOn: day(year, 5, 21), endsOn: day(year, 7, 2) },
    { kind: 'holidays', title: 'Летние каникулы', startsOn: day(year, 6, 1), endsOn: day(year, 8, 31) },
    { kind: 'gia', title: 'ГИА, дополнительный период', startsOn: day(year, 9, 4), endsOn: day(year, 9, 25) },
    { kind: 'holidays', title: 'Осенние каникулы', startsOn: autumn, endsOn: addDays(autumn, 8) },
    { kind: 'holidays', title: 'Зимние каникулы (декабрь)', startsOn: day(year, 12, 31), endsOn: day(year, 12, 31) },
  ]
}

/** Proposed and not there yet: what of its kind the authority has said for those days already, is not proposed again. */
export function missingPeriods(year: number, known: readonly CalendarPeriod[]): CalendarPeriod[] {
  return proposedPeriods(year).filter(
    (one) =>
      !known.some((other) => other.kind === one.kind && other.startsOn <= one.endsOn && other.endsOn >= one.startsOn),
  )
}

function lastSaturday(year: number, month: number): Day {
  const last = day(year, month, daysInMonth(year, month))
  return addDays(last, -((weekday(last) - SATURDAY + 7) % 7))
}
