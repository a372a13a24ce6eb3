import { and, isNotNull, sql } from 'drizzle-orm'
import type { Day } from '../../kernel/day.ts'
import { visibleTo } from '../../server/visibility.ts'
import type { Work } from '../../server/work.ts'
import { idsDownTo, isDownTo, isWithin } from './day-changes.service.ts'
import type { PlaceCalendar } from './place-calendar.ts'
import { calendarDays, calendarPeriods } from './tables.ts'
import type { DayChanges } from './working-day.ts'

type Span = { startsOn: Day; endsOn: Day }

/** The calendar of a place by its path: its own word and what was said above it, with every stretch that touches the span. */
export async function loadPlaceCalendar(work: Work, { path }: { path: string }, span: Span): Promise<PlaceCalendar> {
  const periods = await work.db
    .select({
      kind: calendarPeriods.kind,
      title: calendarPeriods.title,
      startsOn: calendarPeriods.startsOn,
      endsOn: calendarPeriods.endsOn,
    })
    .from(calendarPeriods)
    .where(and(isDownTo(path, calendarPeriods.organisationId), isWithin(span), visibleTo(work.actor, calendarPeriods)))
    .orderBy(calendarPeriods.startsOn, calendarPeriods.id)
  return { dayChanges: await loadDayChanges(work, path), periods }
}

/** What a place works otherwise than the country; the nearest word holds. */
export async function loadDayChanges(work: Work, path: string): Promise<DayChanges> {
  const said = await work.db
    .select({ day: calendarDays.day, isWorking: calendarDays.isWorking })
    .from(calendarDays)
    .where(
      and(
        isDownTo(path, calendarDays.organisationId),
        isNotNull(calendarDays.isWorking),
        visibleTo(work.actor, calendarDays),
      ),
    )
    .orderBy(sql`array_position(${idsDownTo(sql`${path}`)}, ${calendarDays.organisationId})`)
  // Of two words about one day the lower place's comes last.
  return Object.fromEntries(said.flatMap(({ day, isWorking }) => (isWorking === null ? [] : [[day, isWorking]])))
}
