import { and, gte, lte, sql } from 'drizzle-orm'
import { reaches } from '../../kernel/actor.ts'
import { day, dayAt } from '../../kernel/day.ts'
import type { OrganisationId } from '../../kernel/id.ts'
import { refuseUnless } from '../../kernel/refusal.ts'
import { visibleTo } from '../../server/visibility.ts'
import type { Service, Work } from '../../server/work.ts'
import { listOrganisations, type Organisation } from '../organisations/service.ts'
import { canKeepCalendar, hasCalendar } from './calendar.ts'
import type { calendarContract } from './contract.ts'
import { idsDownTo, isDownTo, isWithin } from './day-changes.service.ts'
import { calendarDays, calendarPeriods } from './tables.ts'
import './words.ts'

type Dated = { organisationId: OrganisationId }

/** A year of one place: what it has set itself, and what was set above it. */
export const loadCalendar: Service<typeof calendarContract>['loadCalendar'] = async (
  work,
  { year, organisationId },
) => {
  const all = (await listOrganisations(work)).filter((one) => hasCalendar(one) && one.closedOn === null)
  const place = organisationId ? all.find((one) => one.id === organisationId) : firstOf(work, all)
  refuseUnless(place, 'missing', 'calendar.missing')
  const [first, last] = [day(year, 1, 1), day(year, 12, 31)]
  const days = await work.db
    .select()
    .from(calendarDays)
    .where(
      and(
        isDownTo(place.path, calendarDays.organisationId),
        gte(calendarDays.day, first),
        lte(calendarDays.day, last),
        visibleTo(work.actor, calendarDays),
      ),
    )
    .orderBy(calendarDays.day, sql`array_position(${idsDownTo(sql`${place.path}`)}, ${calendarDays.organisationId})`)
  const periods = await work.db
    .select()
    .from(calendarPeriods)
    .where(
      and(
        isDownTo(place.path, calendarPeriods.organisationId),
        isWithin({ startsOn: first, endsOn: last }),
        visibleTo(work.actor, calendarPeriods),
      ),
    )
    .orderBy(calendarPeriods.startsOn, calendarPeriods.id)
  const names = new Map(all.map((one) => [one.id, one.shortName]))
  const setBy = <T extends Dated>(one: T) => ({
    ...one,
    setBy: one.organisationId === place.id ? null : (names.get(one.organisationId) ?? ''),
  })
  const { id, shortName, dayOffRule, rowVersion } = place
  return {
    place: { id, shortName, dayOffRule, rowVersion },
    places: all.map((one) => ({ id: one.id, kind: one.kind, shortName: one.shortName })),
    mayChange: canKeepCalendar(work.actor, place),
    year,
    today: dayAt(work.now, place.timeZone),
    days: days.map(setBy),
    periods: periods.map(setBy),
  }
}

/** The authority that the actor belongs to or stands above, the lowest there is; a school's own above it. */
function firstOf(work: Work, all: readonly Organisation[]): Organisation | undefined {
  const authorities = all.filter((one) => one.kind === 'authority')
  return authorities.find((one) => reaches(work.actor, one)) ?? authorities[0] ?? all[0]
}
